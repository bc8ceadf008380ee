"""The proof on the first page of the paper: its numbers in every place, its words against the table of phrases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from django.utils.translation import override

from resources.core.helpline import Helpline
from resources.core.helpline_choice import Seeker
from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.core.html_sentences import sentences
from wizard.core.phrases import Phrase
from wizard.helplines.core.key import NumberKey
from wizard.helplines.core.pick import PlanHelplines
from wizard.helplines.for_plan import helplines_for_key
from wizard.plan.core.first_numbers import PageNeed, first_numbers
from wizard.plan.core.what_not import TABLES, Rows, careful, rows_for, what_not
from wizard.review.proof.helpline_rules import places, seekers
from wizard.review.proof.lazy_answers import judged
from wizard.review.proof.people_space import PeopleSpace
from wizard.review.proof.states import states, states_in
from wizard.review.proof.voices import in_language, voices_of


@dataclass(frozen=True, slots=True)
class PageCase:
    """The numbers of one first page, emergency lines apart, and the lines of the whole plan."""

    place: tuple[str, str]
    need: PageNeed
    lines: PlanHelplines
    emergency: tuple[Helpline, ...]
    others: tuple[Helpline, ...]


def reaches_somebody(page: PageCase) -> bool:
    """4, 7. The emergency number or why there is none, and somebody to talk to; no line that nobody checked."""
    emergency = bool(page.emergency) or bool(page.lines.emergency_note)
    return emergency and bool(page.others) and all(line.confirmed for line in page.others)


def few_and_of_the_plan(page: PageCase) -> bool:
    """8. Five lines at most, out of those that fit this place, age and role."""
    shown = (*page.emergency, *page.others)
    return len(shown) <= 5 and all(line in page.lines.all for line in shown)


def awake_where_one_is(page: PageCase) -> bool:
    """7. One is open at all hours where somebody to talk to is."""
    talk = page.lines.steps["crisis"]["talk"]
    return any(line.open_all_hours for line in page.others) or not any(line.open_all_hours for line in talk)


def crisis_by_call_and_text(page: PageCase) -> bool:
    """4. With thoughts of dying the crisis line is first, and there is a text where one is answered."""
    talk = page.lines.steps["crisis"]["talk"]
    if not (page.need.crisis and talk):
        return True
    texts = any(way.kind == "text" for line in page.others for way in line.channels)
    return page.others[:1] == talk[:1] and (texts or not any(line.always_by("text") for line in talk))


def harm_has_its_line(page: PageCase) -> bool:
    """17. Harm from somebody close: a violence line, under 18 a child line, where one is known."""
    if not page.need.close:
        return True
    steps, minor = page.lines.steps, page.need.minor
    pool = steps["safety_plan"]["child" if minor else "violence"]
    topic = "youth" if minor else "family-violence"
    known = {line.slug for line in pool if topic in line.fit.topics and line.confirmed}
    return not known or bool(known & {line.slug for line in page.others})


PAGE_RULES: tuple[Callable[[PageCase], bool], ...] = (
    reaches_somebody,
    few_and_of_the_plan,
    awake_where_one_is,
    crisis_by_call_and_text,
    harm_has_its_line,
)


def page_cases() -> Iterator[PageCase]:
    """Everyone who can look for a line, in every place, in every need."""
    for place, who in product(places(), seekers()):
        for crisis, close, lawyer in product((False, True), repeat=3):
            lines = helplines_for_key(*place, _key(who, crisis=crisis, close=close, lawyer=lawyer))
            need = PageNeed(who.role, who.minor, crisis, close, lawyer or who.role == "sharer")
            shown = [one.line for one in first_numbers(need, lines)]
            apart = (tuple(one for one in shown if one.emergency is kind) for kind in (True, False))
            yield PageCase(place, need, lines, *apart)


def _key(who: Seeker, *, crisis: bool, close: bool, lawyer: bool) -> NumberKey:
    age = "minor" if who.minor else "long-ago" if who.subject_under_18 else "adult"
    source = "partner" if close else "around"
    return NumberKey(
        role=who.role,
        age=age,
        text_first=who.text_first,
        passed_on="also" if lawyer else "",
        source=source,
        danger_from=source if close else "",
        crisis=crisis,
        affected=True,
    )


def broken_sentences(tables: Sequence[Rows], phrases: Sequence[Phrase], world: FactsForGuide) -> dict[str, str]:
    """Name of a rule -> a sentence that breaks it. Rows do not depend on each other, so each is looked at alone."""
    found: dict[str, str] = {}
    space = PeopleSpace(world)
    for voice in voices_of(phrases):
        rules = [phrase for phrase in in_language(phrases, voice) if phrase.never]
        for table, (holds, words) in ((one, row) for one in tables for row in one):
            with override(voice.name):
                said = sentences(f"<p>{words}</p>")
            hits = ((phrase, phrase.found(said)) for phrase in rules)
            met = partial(_is_met, table, (holds, voice.heard_by), space=space)
            found |= {one.name: said for one, said in hits if said and met(one)}
    return found


def _is_met(table: Rows, reads: tuple[Callable[[Answers], bool], ...], phrase: Phrase, *, space: PeopleSpace) -> bool:
    """True when somebody whom the rule is about reads this row, and hears it in this voice."""

    def meets(a: Answers) -> bool:
        return rows_for(a) is table and all(judged(a, rule) for rule in (*reads, phrase.when.holds))

    return any(state.verdict for state in states_in(space, meets))


def keeps_its_shape(a: Answers) -> bool:
    """Three or four lines; 14: none of them orders silence where that could get somebody hurt."""
    said = [str(line).lower() for line in what_not(a)]
    return 3 <= len(said) <= 4 and not (careful(a) and any(line.startswith("do not answer.") for line in said))


def broken_page_words(phrases: Sequence[Phrase], world: FactsForGuide) -> dict[str, str]:
    """As `broken_sentences` for all that a first page can say, with the shape of its list."""
    found = broken_sentences(TABLES, phrases, world)
    shape = all(state.verdict for state in states(keeps_its_shape, world))
    return found if shape else {**found, "Three or four lines, and none orders silence": "what not to do"}
