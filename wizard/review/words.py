"""What the code calls its flags, answers and rules, and what it says of them, in the language that is spoken.

English is what stands in the code, so it is no text of gettext. Another language has a file: `words_<code>.toml`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import pgettext

from compass import languages
from wizard.review.flowmap.read_code import NoWordsError

FOLDER = Path(__file__).parent
_NAME = re.compile(r"[a-z_]\w*")


def name_of(name: str) -> str:
    """The name of a flag, a rule, a field or a list as English people read it."""
    return name.strip("_").replace("_", " ")


def named(name: str) -> str:
    """The name of a flag, a rule, a field or a list. Raises NoWordsError where the language has none."""
    english = name_of(name)
    return english if english.isdigit() else _found("names", english)


def sentence(english: str) -> str:
    """What a rule, a flag or a question says of itself. Raises NoWordsError where the language has no words for it."""
    return _found("sentences", english) if english else ""


def question(slug: str) -> str:
    """The short name of a question. Raises NoWordsError where the language has none."""
    return _found("questions", slug)


def value(code: str) -> str:
    """A value of an answer or of a fact; one that is the same in every language, such as "US", is left as it is."""
    return code if languages.code() == languages.ENGLISH.code else table(languages.code())["values"].get(code, code)


def spoken_condition(said: str) -> str:
    """A condition that is written with `and`, `or` and `not`, with the names as people read them."""
    if languages.code() == languages.ENGLISH.code:
        return name_of(said)
    signs = table(languages.code())["signs"]
    return _NAME.sub(
        lambda found: signs.get(found[0]) or pgettext("a flag", "%(name)s") % {"name": named(found[0])}, said
    )


def _found(kind: str, english: str) -> str:
    code = languages.code()
    if code == languages.ENGLISH.code:
        return english
    try:
        return table(code)[kind][english]
    except KeyError:
        raise NoWordsError(f"words_{code}.toml has no {kind} for {english!r}") from None


@cache
def table(code: str) -> dict[str, dict[str, str]]:
    """The words of a language: English -> its own, by kind: names, questions, sentences, values, signs."""
    return tomllib.loads((FOLDER / f"words_{code}.toml").read_text(encoding="utf-8"))
