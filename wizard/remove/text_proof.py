"""The proof on ready texts: each text that anybody can be offered, against what a stranger may be told.

A text goes out in somebody's name, so it may say less than the rules read into a skipped question. What is said of an
age or of the writer does not depend on the language; the words are looked at in each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import override

from resources.core.removal import LEAK
from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.core.html_sentences import sentences
from wizard.core.phrases import Phrase
from wizard.core.tools import is_open
from wizard.remove.core.ready_texts import ready
from wizard.remove.core.request_parts import Parts
from wizard.remove.core.text_kinds import ACCOUNT, HOST, LAW, OWN, PROFILE, US, Scene, offered
from wizard.review.proof.lazy_answers import judged
from wizard.review.proof.people_space import Given
from wizard.review.proof.states import states
from wizard.review.proof.voices import in_language, voices_of

# Every box is filled in, so that no sentence is left out and no text of a law waits.
PARTS = Parts(("https://a.org/1",), "In a group", "@name", "my name", "A. B.", "a@example.org", faith=True, own=True)
# One place of each sort that has texts of its own, with every law in reach.
SCENES = tuple(
    Scene(kind, True, frozenset(LAW.values()), frozenset(LAW.values()), own_work=False, asks_back=back)
    for kind in ("social", "search", "generic", "hosting", "ai", LEAK)
    for back in (False, True)
)
# No text reads the place of the person.
AT_HOME: Given = {"place": ("CA",), "region": ()}
# The only lines that speak of an age.
# Every text of a helper says what they are to the person; nobody says for somebody at risk that they agreed.
WRITERS = (
    "In my work, I support the person in the picture.",
    "I look after the person in the picture.",
    "I am a parent or carer of the person in the picture.",
)
PERMISSION = "with their permission"
OF_ME, OF_THEM = "I was under 18 in this picture.", "The person in this picture was under 18."
# A report of an account shows no picture to point at.
OF_THEM_THERE = "The person in the picture was under 18."
AGE = (OF_ME, OF_THEM, OF_THEM_THERE)
# A language and a text -> the rules that it breaks.
Read = dict[tuple[str, str], tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class TextVerdict:
    """How many states were followed, how many texts were read, and what is wrong with which, in words."""

    states: int
    texts: int
    broken: frozenset[str]


def prove_texts(phrases: Sequence[Phrase], world: FactsForGuide) -> TextVerdict:
    """Follows every set of answers that opens the tool; of the phrases, those that may never stand in any step."""
    never = tuple(phrase for phrase in phrases if phrase.never and not phrase.steps)
    read: Read = {}
    broken: set[str] = set()

    def check(a: Answers) -> bool:
        found = frozenset(troubles(a, never, read))
        broken.update(found)
        return not found

    count = sum(1 for _state in states(check, world, AT_HOME))
    return TextVerdict(count, len(read), frozenset(broken))


def troubles(a: Answers, never: Sequence[Phrase], read: Read) -> Iterator[str]:
    """What is wrong with the texts of one person. `read` remembers what was found in each text."""
    if not is_open("remove", a):
        return
    if any(kind != HOST for scene in SCENES if scene.kind == LEAK for kind in offered(a, scene)):
        yield "a text to a place that posts what it is sent"
    for kind in sorted({kind for scene in SCENES for kind in offered(a, scene)}):
        said = sentences(ready(kind, a, PARTS).text.replace("\n", "<br>"))
        # A report of a profile speaks of no picture.
        if kind != PROFILE and [line for line in AGE if line in said] != _about_age(a, kind):
            yield f"{kind}: the line about age"
        if a.for_sharer and kind not in (OWN, ACCOUNT):
            yield f"{kind}: asks for more than their own posts"
        if kind == US and a.for_client:
            yield f"{kind}: a worker writes the name"
        if a.helper and not any(line in said for line in WRITERS):
            yield f"{kind}: does not say who writes"
        if a.at_risk and any(PERMISSION in line for line in said):
            yield f"{kind}: says that they agreed to the letter"
        found = _found(kind, a, never, read)
        yield from (f"{kind}: {phrase.name}" for phrase in found if judged(a, phrase.when.holds))


def _found(kind: str, a: Answers, never: Sequence[Phrase], read: Read) -> Iterator[Phrase]:
    """The rules that a text breaks, in each language in the voice of its writer."""
    for voice in voices_of(never):
        if judged(a, voice.heard_by):
            with override(voice.name):
                text = ready(kind, a, PARTS).text
            if (voice.language, text) not in read:
                said = sentences(text.replace("\n", "<br>"))
                rules = in_language(never, voice)
                read[voice.language, text] = tuple(phrase for phrase in rules if phrase.found(said))
            yield from read[voice.language, text]


def _about_age(a: Answers, kind: str) -> list[str]:
    """What has to be said of the age: only what was answered. A skip is read as under 18, and told to nobody."""
    young = a.replies.has("age", "under-13", "13-15", "16-17") or a.replies.has("age-then", "under-18")
    of_them = OF_THEM_THERE if kind == ACCOUNT else OF_THEM
    return [of_them if a.helper else OF_ME] if young and not a.for_sharer else []
