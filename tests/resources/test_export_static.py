"""Pages as files, for when the site is away: whole, true to the site, and without a promise that no clock can keep."""

import html
import re
import shutil
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from compass.health import health
from resources import selectors
from resources.management import static_pages
from resources.models import FactsVersion, Helpline
from tests.conftest import FIXTURES

pytestmark = pytest.mark.django_db
A_DAY = datetime(2026, 11, 29, 3, tzinfo=UTC)
TO_TAP = re.compile(r'href="((?:tel|sms):[^"]+)"')


@pytest.fixture
def folder(tmp_path_factory, made={}):  # noqa: B006
    """Where the pages are; made once, to be read only."""
    if not made:
        made["here"] = tmp_path_factory.mktemp("read-only") / "pages"
        call_command("export_static", to=made["here"])
    return made["here"]


@pytest.fixture
def own(folder, tmp_path):
    """A copy of the pages that a test may change."""
    return shutil.copytree(folder, tmp_path / "pages")


def pages(folder):
    """Every page, by its address on the site."""
    return {
        "/" + path.relative_to(folder).as_posix().removesuffix("index.html"): html.unescape(path.read_text())
        for path in folder.rglob("*.html")
    }


def is_there(folder, address):
    path = folder / address.lstrip("/")
    return (path / "index.html" if address.endswith("/") else path).is_file()


def test_it_holds_the_front_door_the_ten_minutes_everywhere_and_home_with_its_regions(folder):
    home = selectors.place("CA")
    regions = [f"/people/ca/{code[3:].lower()}/" for code, _name in home.regions]
    lands = [f"/now/{land.code.lower()}/" for land in selectors.places()]
    english = ["/", "/now/", "/people/", "/people/ca/", *regions, *lands]
    assert sorted(pages(folder)) == sorted([*english, *(f"/fr{address}" for address in english)])


def test_a_language_that_is_not_linked_is_not_saved(own, settings):
    settings.COMPASS_LANGUAGES = ["en"]
    call_command("export_static", to=own)
    assert [address for address in pages(own) if address.startswith("/fr/")] == []


def test_no_link_leads_to_what_is_not_there(folder):
    asked = {
        (page, address)
        for page, words in pages(folder).items()
        for address in re.findall(r'(?:href|src|action)="([^"]*)"', words)
        if not address.startswith(("tel:", "sms:", "https://", "mailto:", "#"))
    }
    assert ([(page, address) for page, address in asked if not is_there(folder, address)], len(asked) > 100) == (
        [],
        True,
    )


def test_every_page_has_the_numbers_of_the_site(folder, client):
    found = {
        address: {*TO_TAP.findall(words)}
        for address, words in pages(folder).items()
        if not address.endswith("/people/")
    }
    live = {address: {*TO_TAP.findall(html.unescape(client.get(address).content.decode()))} for address in found}
    assert found == live


def test_the_page_without_a_country_has_those_of_home(folder):
    found = pages(folder)
    assert TO_TAP.findall(found["/people/"]) == TO_TAP.findall(found["/people/ca/"]) != []


def test_nothing_is_said_that_only_a_clock_knows(folder):
    telling = r"(?i)open now|open until|opens (?:at|on|today|tomorrow)|closed now|right now, somebody"
    french = r"ouvert maintenant|ouvre (?:à|le|aujourd|demain)|fermé maintenant"
    assert [page for page, words in pages(folder).items() if re.search(f"{telling}|{french}", words)] == []


def test_hours_stand_as_text_also_those_of_one_way(folder):
    found, own = pages(folder), set()
    for page, land in (
        ("/people/ca/", "CA"),
        *((place.href("now-country"), place.code) for place in selectors.places()),
    ):
        cards = {card.partition('"')[0]: card for card in found[page].split('data-helpline="')[1:]}
        for line in (line for line in selectors.directory(land).all if line.slug in cards and not line.emergency):
            ways = {way.hours_note for way in line.channels if not way.open_all_hours}
            of_line = set() if line.open_all_hours else {line.hours_note}
            assert [hours for hours in ways | of_line if hours not in cards[line.slug]] == []
            own |= {(line.slug, hours) for hours in ways - of_line - {""}}
    assert len(own) > 5


def test_no_page_needs_a_script_or_takes_an_answer_and_each_leads_straight_out(own, settings):
    settings.COMPASS_LEAVE_TO = "https://elsewhere.example/"
    call_command("export_static", to=own)
    for words in pages(own).values():
        assert re.findall(r"<(?:script|form|input|button)", words) == []
        assert 'class="leave" href="https://elsewhere.example/" rel="noreferrer"' in words


def test_each_page_says_that_the_questions_are_away_and_when_it_was_saved(own, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: A_DAY)
    call_command("export_static", to=own)
    english = (
        "The questions and plans on this site do not work right now.",
        "This page was saved on 29 November 2026.",
    )
    french = ("Les questions et les plans de ce site ne marchent pas en ce moment.", "enregistrée le 29 novembre 2026.")
    found = {page: french if page.startswith("/fr/") else english for page in pages(own)}
    words = pages(own)
    assert [page for page, said in found.items() if not all(line in words[page] for line in said)] == []


def test_its_style_sheet_and_its_icon_lie_beside_it(folder, settings):
    for name in static_pages.NEEDED:
        assert (folder / "static" / name).read_bytes() == (settings.ROOT / "static" / name).read_bytes()


def test_the_folder_of_the_settings_is_the_usual_one(settings, tmp_path):
    settings.COMPASS_STATIC_PAGES = str(tmp_path / "usual")
    call_command("export_static")
    assert is_there(tmp_path / "usual", "/now/ca/")


def refused(**options):
    with pytest.raises(CommandError) as error:
        call_command("export_static", **options)
    return str(error.value)


def test_what_keeps_it_from_writing_is_one_sentence(tmp_path, settings, monkeypatch):
    (tmp_path / "thesis.txt").write_text("years")
    assert refused() == "Where to? Say --to DIR, or set COMPASS_STATIC_PAGES."
    assert refused(to=tmp_path) == f"{tmp_path} holds something else: name a folder that is empty or not there."
    assert refused(to=tmp_path / "thesis.txt" / "x").endswith("/thesis.txt/x could not be written: File exists.")
    settings.COMPASS_HOME_COUNTRY = "XX"
    assert refused(to=tmp_path / "x").startswith("No facts are loaded for the home country.")


def test_without_the_collected_style_sheet_nothing_is_written(own, monkeypatch):
    before = pages(own)

    def missing(name):
        raise ValueError(f"Missing staticfiles manifest entry for {name!r}")

    monkeypatch.setattr(static_pages, "static", missing)
    assert refused(to=own) == "The style sheet was not collected. Run: python manage.py prepare"
    assert pages(own) == before


def test_without_facts_the_old_pages_stay(own):
    before = pages(own)
    FactsVersion.objects.all().delete()
    selectors.forget()
    assert refused(to=own).startswith("No facts are loaded for the home country.")
    assert pages(own) == before


def remarks():
    return health().content.decode().splitlines()[1:]


def test_health_says_when_the_pages_are_missing_or_older_than_the_facts(own, settings, tmp_path):
    seen = [remarks()]
    for where in (tmp_path / "nowhere", own):
        settings.COMPASS_STATIC_PAGES = str(where)
        seen.append(remarks())
    (own / "facts.txt").write_text("0" * 64)
    seen.append(remarks())
    run = "static pages: run manage.py export_static"
    assert seen == [[], [f"no {run}"], [], [f"older {run}"]]


def test_facts_that_are_loaded_are_on_the_pages_at_once(own, settings):
    settings.COMPASS_STATIC_PAGES = str(own)
    FactsVersion.objects.update(digest="older")
    Helpline.objects.filter(slug="kids-help-phone").delete()
    selectors.forget()
    call_command("export_static")
    without = "kids-help-phone" in pages(own)["/now/ca/"]
    call_command("load_content", folder=FIXTURES, verbosity=0)
    assert (without, "kids-help-phone" in pages(own)["/now/ca/"], remarks()) == (False, True, [])


def test_facts_that_were_loaded_without_their_pages_are_said_to_be_loaded(settings, tmp_path):
    (tmp_path / "thesis.txt").write_text("years")
    settings.COMPASS_STATIC_PAGES = str(tmp_path)
    with pytest.raises(
        CommandError, match=r"^The facts were loaded, but no static pages were written\. .* holds something"
    ):
        call_command("load_content", folder=FIXTURES, verbosity=0)
    call_command("load_content", "--no-pages", folder=FIXTURES, verbosity=0)
