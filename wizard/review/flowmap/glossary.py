"""What the names in the conditions mean: every flag and rule that a condition leans on, however deep."""

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wizard.core import flags, location
from wizard.core.answers import Answers
from wizard.review.flowmap.read_code import NoWordsError, condition, flag
from wizard.review.flowmap.terms import Has, Named, Offered, Only, Skipped, Term, leaves
from wizard.review.words import named, sentence

Said = Mapping[str, str]
AnswerWords = Mapping[tuple[str, str], str]

_HOME = "When the country was skipped, the home country counts."
# Facts about the place: the code that decides, and what it means. When the code changes, the words are due again.
FACTS = {
    "platform_named": ("bool(at.platforms)", "Under “where”, a platform that the facts know was ticked."),
    "report_remove_here": (
        "at.among(world.report_remove)",
        f"The facts say that Report Remove is for this country or region. {_HOME}",
    ),
    "law_known": (
        "at.near(world.law_places)",
        f"The facts hold a law for this country or region. Without a region, one for any part of it counts. {_HOME}",
    ),
    "child_body": (
        "at.among(world.child_bodies)",
        f"The facts hold a public body here that takes reports about pictures of people under 18. {_HOME}",
    ),
    "crime_here": (
        "path.replies.has('place', *world.crime_here, 'other')",
        "The facts say that same-sex love is a crime in the country that was chosen; of another country nobody knows.",
    ),
    "outing": (
        "_named(world, path, 'lgbtq')",
        "Under “where”, an app that the facts mark as made for LGBTQ+ people was ticked.",
    ),
    "sells": (
        "_named(world, path, 'sold_here')",
        "Under “where”, a site that the facts mark as one where people sell their own pictures was ticked.",
    ),
    "adult_body": (
        "at.among(world.adult_bodies)",
        f"The facts hold a public body here that takes reports about pictures of adults. {_HOME}",
    ),
}


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A name and its meaning; `how` is how it is worked out (None: from the facts).

    `named` is True when the conditions use the name itself; otherwise they say what was answered.
    """

    name: str
    means: str
    how: Term | None
    named: bool


def glossary(terms: Iterable[Term], said: Said, answers: AnswerWords) -> tuple[GlossaryEntry, ...]:
    """An entry for every flag and rule in these conditions, and in the meaning of those, by name.

    `said` are the words of each question, `answers` those of each answer.
    """
    found: dict[str, GlossaryEntry] = {}
    sources: dict[str, object] = {}
    waiting = [leaf for term in terms for leaf in leaves(term)]
    while waiting:
        leaf = waiting.pop(0)
        if isinstance(leaf, Named):
            if sources.setdefault(leaf.name, leaf.source) != leaf.source:
                raise NoWordsError(f"{leaf.name} is the name of two conditions")
            if leaf.name not in found:
                found[leaf.name] = _named(leaf)
                waiting += leaves(found[leaf.name].how or leaf) if leaf.source else ()
        elif not isinstance(leaf, Offered):
            found |= {name: _answered(name, said, answers) for name in leaf.flags if name not in found}
    return tuple(found[name] for name in sorted(found))


def _named(leaf: Named) -> GlossaryEntry:
    if leaf.source is None:
        return GlossaryEntry(named(leaf.name), fact(leaf.name), None, True)
    means = inspect.getdoc(leaf.source)
    if not means:
        raise NoWordsError(f"{leaf.name} does not say what it means")
    return GlossaryEntry(named(leaf.name), sentence(means), condition(leaf.source), True)


def _answered(name: str, said: Said, answers: AnswerWords) -> GlossaryEntry:
    found = inspect.getattr_static(Answers, name)
    how = flag(name)
    if isinstance(found, flags.AnyOf | flags.Unanswered) and isinstance(how, Has | Only | Skipped):
        return GlossaryEntry(named(name), _ticked(how, said, answers), how, False)
    return GlossaryEntry(named(name), sentence(inspect.getdoc(found) or ""), how, False)


def _ticked(leaf: Has | Only | Skipped, said: Said, answers: AnswerWords) -> str:
    asked = {"question": said[leaf.slug]}
    if not isinstance(leaf, Has):
        return _("“%(question)s” was asked and has no answer.") % asked
    told = {
        **asked,
        "answers": _(" or ").join(
            pgettext("a condition", "“%(name)s”") % {"name": answers[leaf.slug, one]} for one in leaf.values
        ),
    }
    if leaf.yes:
        return _("“%(question)s” %(answers)s.") % told
    return _("“%(question)s” Anything but %(answers)s, also no answer.") % told


def fact(name: str) -> str:
    """What a fact about the place means; raises NoWordsError when the code that decides it is not the one described."""
    code, means = FACTS.get(name, ("", ""))
    if dict(_decided()).get(name) != code:
        raise NoWordsError(f"{name} is decided in a new way: say again what it means")
    return sentence(means)


def _decided() -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(inspect.getsource(location.read_answers))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Answers":
            yield from ((word.arg, ast.unparse(word.value)) for word in node.keywords if word.arg)
