"""Every kind of page that the site can show, as tables: without a visit, in one, and with mistakes in a form.

A new address goes into PUBLIC, OF_A_VISIT or NO_PAGE; a new form, if it can say that something is wrong, into FORMS.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from resources import selectors
from wizard.journey.facts import facts_for_guide

# Address as the table of addresses has it -> pages of it, from the facts.
PUBLIC: Mapping[str, Callable[[], list[str]]] = {
    "": lambda: ["/", "/?lost=1"],
    "now/": lambda: ["/now/"],
    "now/<str:country>/": lambda: [f"/now/{code}/" for code in countries()],
    "after/": lambda: ["/after/"],
    "after/<str:country>/": lambda: [f"/after/{code}/" for code in countries()],
    "people/": lambda: ["/people/"],
    "people/<str:country>/": lambda: [
        *(f"/people/{code}/" for code in countries()),
        *("/people/ca/?age=u18&by=text", "/people/gb/?open=now", "/people/ca/?need=violence&open=now"),
    ],
    "people/<str:country>/sources/": lambda: [f"/people/{code}/sources/" for code in countries()],
    "people/<str:country>/<str:region>/": lambda: [f"/people/{code}/" for code in regions()],
    "people/<str:country>/<str:region>/sources/": lambda: [f"/people/{code}/sources/" for code in regions()],
    "places/": lambda: ["/places/", "/places/?q=insta", "/places/?q=nothing-like-it"],
    "places/<str:path>/": lambda: [card.href for card in selectors.platforms()],
    "safety/": lambda: ["/safety/"],
    "privacy/": lambda: ["/privacy/"],
    "about/": lambda: ["/about/"],
    "notes/check/": lambda: ["/notes/check/"],
}
# Address -> what a visitor of any kind asks for there; {note} and {request} are rows of theirs, {step} each step.
OF_A_VISIT = {
    "guide/now/": ("/guide/now/",),
    "guide/check/": ("/guide/check/",),
    "guide/<slug:step>/": (),  # answered one by one
    "plan/": ("/plan/",),
    "plan/print/": ("/plan/print/",),
    "plan/<slug:slug>/": ("{step}",),
    "visit/": ("/visit/",),
    "notes/": ("/notes/",),
    "notes/new/": ("/notes/new/",),
    "notes/more/": ("/notes/more/",),
    "notes/more/told/": ("/notes/more/told/",),
    "notes/more/held/": ("/notes/more/held/",),
    "notes/take/": ("/notes/take/",),
    "notes/print/": ("/notes/print/",),
    "notes/<row:id_>/": ("{note}", "{note}?both=1"),
    "notes/<row:id_>/remove/": ("{note}remove/",),
    "message/": ("/message/",),
    "message/write/": ("/message/write/",),
    "message/text/": ("/message/text/",),
    "message/sent/": ("/message/sent/",),
    "remove/": ("/remove/",),
    "remove/at/<slug:path>/": ("/remove/at/instagram/?ages=1", "/remove/at/instagram/", "/remove/at/snapchat/"),
    "remove/<row:id_>/": ("{request}", "{request}?both=1"),
    "remove/<row:id_>/away/": ("{request}away/",),
    "talk/": ("/talk/",),
    "talk/sheet/": ("/talk/sheet/",),
    "talk/card/": ("/talk/card/",),
    "talk/pack/": ("/talk/pack/",),
}
# Addresses that never answer with a page of their own, and why.
NO_PAGE = {
    "healthz": "plain text",
    "people.json": "data",
    "leave/": "leads away",
    "start-again/": "leads to the front door or to /visit/",
    "guide/": "leads to the first open question",
    "visit/stay/": "says nothing",
    "places/<str:path>/text/": "leads to the card of the place",
    "notes/sort/": "leads to the list",
    "notes/<row:id_>/move/": "leads to the list",
    "notes/<path:rest>": "leads to the notes",
    "message/<path:rest>": "leads to the message",
    "talk/<path:rest>": "leads to the words",
    "remove/<path:rest>": "leads to the requests",
}
LONG = "Zu lang & <i>quer</i> “so” 😀 " * 1500
# In this order: an address, and what is sent there. What stands first is wrong, so the page says so.
Forms = tuple[tuple[str, dict[str, Any]], ...]
FORMS: Forms = (
    ("/notes/", {"words": LONG}),
    ("/notes/", {"date": "30 February", "time": "25:99", "link": "https://a.example/?a=1&b=2", "words": "“Pay” <b>"}),
    ("/notes/new/", {"words": LONG}),
    ("/notes/new/", {"words": "Second"}),
    ("/notes/more/", {"effect": LONG}),
    ("/notes/more/", {"effect": "I cannot sleep", "account": "@<x>&"}),
    ("/notes/more/told/", {"answer": LONG}),
    ("/notes/more/told/", {"who": "A teacher", "answer": "Yes"}),
    ("/notes/more/held/", {"what": LONG}),
    ("/notes/more/held/", {"what": "A screenshot"}),
    ("/message/", {}),
    ("/message/", {"told_not_to": "yes"}),
    ("/message/", dict.fromkeys(("told_not_to", "in_court", "got_worse", "hurt_before", "near_tonight"), "no")),
    ("/message/write/", {"about": LONG}),
    ("/message/write/", {"style": "plain", "about": "the beach", "feel": "sad", "ask": "delete it"}),
    ("/message/text/", {"text": LONG}),
    ("/message/text/", {"text": "You are an idiot, I will tell the police. Meet me & see."}),
    ("/message/sent/", {"words": LONG}),
    ("/remove/at/instagram/?ages=1", {"ages": "age age-then"}),
    ("/remove/at/instagram/", {"ages": "age age-then", "skip": "1"}),
    ("/remove/at/instagram/", {"found": LONG}),
    ("/remove/at/instagram/", {"found": "https://a.example/?a=1&b=2", "name": "<N> & N", "asked_on": "yesterday"}),
    ("/talk/", {"who": "nobody"}),
    ("/talk/", {"tell": "friend", "way": "text", "much": "little"}),
)
FILES = (("/plan/print/", {}), ("/notes/take/", {"which": "pdf"}), ("/talk/sheet/", {}), ("/talk/pack/", {}))


def countries() -> list[str]:
    """In addresses."""
    return [place.code.lower() for place in selectors.places()]


def regions() -> list[str]:
    """In addresses: country and region."""
    codes = (code for land in facts_for_guide().regions.values() for code, _name in land)
    return [code.lower().replace("-", "/", 1) for code in codes]


def routes(patterns: Any = None, before: str = "") -> Iterator[str]:
    """Every address of the site, as the tables of addresses have it."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, before + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield before + str(each.pattern)
