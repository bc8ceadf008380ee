"""How a language speaks to its readers, beside each other: French says "tu" to some of them and "vous" to others.

The book shows a text once where all voices say the same, and else in each voice that can be heard in its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compass import languages
from wizard.review.book.tree import Part
from wizard.review.flowmap.chart import AskedQuestion, Chart, ShownStep
from wizard.review.flowmap.probe import Answer, Title
from wizard.review.flowmap.terms import ALWAYS, All, Has, Named, Some, Term, every

# In this order they stand beside each other. The last one is for the worker of an adult.
CALLED = {"fr-tu": "tu", "fr": "vous", "fr-vo": "vous, pour qui accompagne un adulte"}
FAMILIAR = "fr-tu"
Heard = tuple[str, ...]


def voices_of(code: str) -> Heard:
    """The voices of a language, the one that holds every text first."""
    return tuple(sorted(languages.BY_CODE[code].voices, key=lambda voice: voice != code))


def told(voices: Iterable[str], texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What each voice is called and says; a voice that says what one before it says is left out."""
    said: dict[str, str] = {}
    for voice, text in zip(voices, texts, strict=True):
        said.setdefault(text, voice)
    order = [*CALLED]
    found = sorted(said.items(), key=lambda one: order.index(one[1]) if one[1] in CALLED else 0)
    return tuple((CALLED.get(voice, voice), text) for text, voice in found)


def beside(voices: Iterable[str], texts: Iterable[str]) -> str:
    """The texts of each voice on one line."""
    found = told(voices, texts)
    return found[0][1] if len(found) == 1 else " — ".join(f"{name}\u00a0: {text}" for name, text in found)


def heard(voices: Heard, condition: Term) -> Heard:
    """The voices that somebody can hear where this holds."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    child = Named("a.under_13_alone", None) in parts
    if any(map(_formal, parts)) or (child and Named("they", None) in parts):
        return tuple(voice for voice in voices if voice != FAMILIAR)
    # The page itself speaks to the child, and the fold in it to the grown-up.
    alone = child and Named("they", None, False) in parts
    return tuple(voice for voice in voices if voice == FAMILIAR) or voices if alone else voices


def _formal(term: Term) -> bool:
    """True where nobody is spoken to with "tu": `wizard.core.voice` says who is."""
    match term:
        case Some(parts):
            return bool(parts) and all(map(_formal, parts))
        case Has("who", values, True):
            return {*values} <= {"child", "client"}
        case Named("a.for_child" | "a.for_client", _, True) | Named("a.minor_now", _, False):
            return True
    return False


def tree(voices: Heard, trees: Sequence[tuple[Part, ...]], known: Term = ALWAYS) -> tuple[Part, ...]:
    """One tree out of those of each voice. `known` holds for whoever reads it."""
    kept = heard(voices, known)
    rows = zip(*(parts for voice, parts in zip(voices, trees, strict=True) if voice in kept), strict=True)
    return tuple(_part(kept, row, known) for row in rows)


def _part(voices: Heard, row: tuple[Part, ...], known: Term) -> Part:
    if row[0].is_words:
        found = told(voices, (part.text for part in row))
        return replace(row[0], text=found[0][1], voices=found if len(found) > 1 else ())
    return replace(row[0], parts=tree(voices, [part.parts for part in row], every(known, row[0].holds)))


def chart(voices: Heard, charts: Sequence[Chart]) -> Chart:
    """One chart out of those of each voice."""
    questions = zip(*(one.questions for one in charts), strict=True)
    steps = zip(*(one.steps for one in charts), strict=True)
    return replace(
        charts[0],
        questions=tuple(_question(voices, rows) for rows in questions),
        steps=tuple(_step(voices, rows) for rows in steps),
    )


def _question(voices: Heard, rows: tuple[AskedQuestion, ...]) -> AskedQuestion:
    answers = zip(*(row.answers for row in rows), strict=True)
    return replace(
        rows[0],
        own=beside(voices, (row.own for row in rows)),
        theirs=beside(voices, (row.theirs for row in rows)),
        own_hint=beside(voices, (row.own_hint for row in rows)),
        their_hint=beside(voices, (row.their_hint for row in rows)),
        answers=tuple(_answer(voices, row) for row in answers),
    )


def _answer(voices: Heard, row: tuple[Answer, ...]) -> Answer:
    own, theirs = (one.own for one in row), (one.theirs for one in row)
    return replace(row[0], own=beside(voices, own), theirs=beside(voices, theirs))


def _step(voices: Heard, rows: tuple[ShownStep, ...]) -> ShownStep:
    kept = heard(voices, rows[0].shown)
    rows = tuple(row for voice, row in zip(voices, rows, strict=True) if voice in kept)
    return replace(
        rows[0], own=_titles(kept, [row.own for row in rows]), theirs=_titles(kept, [row.theirs for row in rows])
    )


def _titles(voices: Heard, rows: Sequence[tuple[Title, ...]]) -> tuple[Title, ...]:
    """Titles and lines in each voice; two that are the same in one voice may differ in another, so all are kept."""
    if len({len(row) for row in rows}) > 1:
        return tuple(dict.fromkeys(title for row in rows for title in row))
    return tuple(
        (beside(voices, (title for title, _line in same)), beside(voices, (line for _title, line in same)))
        for same in zip(*rows, strict=True)
    )
