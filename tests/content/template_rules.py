"""What a template may not hold, found by reading it the way Django and a browser do.

`untranslated(source)` and `unwelcome(source)` answer a list of `(line, what was found)`, empty when all is well.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType

Found = list[tuple[int, str]]
OfElement = Callable[[str, dict[str, str]], list[str]]
OfText = Callable[[str, str], list[str]]

# Names of services, the same in every language.
NAMES = ("Report Remove", "StopNCII", "Take It Down")
SPOKEN_ARIA = {"aria-description", "aria-label", "aria-roledescription", "aria-valuetext"}
SPOKEN_ATTRIBUTES = SPOKEN_ARIA | {"abbr", "alt", "label", "placeholder", "title"}
# Words that only machines read.
SILENT_METAS = {"", "color-scheme", "format-detection", "referrer", "robots", "theme-color", "viewport"}
FETCHING_ATTRIBUTES = {"action", "data", "formaction", "manifest", "poster", "src", "srcset", "xlink:href"}
FETCHING_ELEMENTS = {"image", "link", "use"}
UNWELCOME_ELEMENTS = {"applet", "base", "embed", "frame", "iframe", "object", "style"}
FILE_ATTRIBUTES = {"accept", "capture", "enctype", "formenctype"}

LETTER = re.compile(r"[^\W\d_]")
LITERAL = re.compile(r""""([^"]*)"|'([^']*)'""")
TRANSLATED_LITERAL = re.compile(r"""_\((?:"[^"]*"|'[^']*')\)""")
UNSPOKEN_LITERAL = re.compile(r"""(?:\b(?:date|time):|\b(?:class|classes|id|pattern)=)(?:"[^"]*"|'[^']*')""")
SPOKEN_LITERAL = re.compile(
    r"""\b(?:pluralize:|(?:caption|heading|hint|label|lead|legend|message|summary|text|title)=)(?:"([^"]+)"|'([^']+)')"""
)
PHRASE = re.compile(r"^\s*[^\W\d_a-z][a-z]|[^\W\d_]\s+[^\W\d_]")
UNSPOKEN_TAGS = {"blocktrans", "blocktranslate", "comment", "load", "now", "trans", "translate"}
CLOSED_BY_END = {"blocktrans", "blocktranslate", "comment"}


def spoken(words: str) -> str:
    """The words that would need a translation, or an empty text."""
    words = " ".join(words.split())
    rest = words
    for name in NAMES:
        rest = rest.replace(name, "")
    return words if LETTER.search(rest) else ""


def literal_words(token: Token) -> list[str]:
    """Words handed to a person from inside a tag: `{{ name|default:"Some words" }}`, `title="Some words"`."""
    if token.token_type is TokenType.BLOCK and token.contents.split()[0] in UNSPOKEN_TAGS:
        return []
    inside = UNSPOKEN_LITERAL.sub("", TRANSLATED_LITERAL.sub("", token.contents))
    named = ["".join(found) for found in SPOKEN_LITERAL.findall(inside)]
    phrases = ["".join(found) for found in LITERAL.findall(SPOKEN_LITERAL.sub("", inside))]
    return [words for words in named if spoken(words)] + [words for words in phrases if PHRASE.search(words)]


def tagless(source: str, drop: set[str]) -> str:
    """The HTML with tags gone and variables as `0`, on the same lines; nothing of what stands inside `drop` tags."""
    kept, waiting_for = [], ""
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.token_type is TokenType.BLOCK and token.contents else ""
        if waiting_for:
            kept.append("\n" * token.contents.count("\n"))
            waiting_for = "" if name == waiting_for else waiting_for
        elif name in drop:
            waiting_for = f"end{name}"
        elif token.token_type is TokenType.TEXT:
            kept.append(token.contents)
        elif token.token_type is TokenType.VAR:
            kept.append("0")
    return "".join(kept)


class Reader(HTMLParser):
    """Hands every element and every piece of text to two functions, which answer what is wrong with it."""

    def __init__(self, of_element: OfElement, of_text: OfText):
        super().__init__(convert_charrefs=True)
        self.of_element, self.of_text = of_element, of_text
        self.found: Found = []
        self.inside = ""

    def note(self, troubles: list[str]) -> None:
        self.found += [(self.getpos()[0], trouble) for trouble in troubles]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        # An attribute may stand twice, once in each branch of an `{% if %}`: each is looked at.
        for name, value in attrs or [("", "")]:
            others = {key: text or "" for key, text in attrs}
            self.note(self.of_element(tag, others | {name: value or "", "": name}))

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        self.note(self.of_text(self.inside, data))


def read(source: str, of_element: OfElement, of_text: OfText) -> Found:
    """Read a whole page; the answer is sorted, each finding once."""
    reader = Reader(of_element, of_text)
    reader.feed(source)
    reader.close()
    return sorted(set(reader.found))


def spoken_attribute(tag: str, attributes: dict[str, str]) -> list[str]:
    """The words of the one attribute named under the key "", when a person may see or hear them."""
    name = attributes[""]
    value = attributes.get(name, "")
    pressed = tag == "input" and name == "value" and attributes.get("type") in ("button", "reset", "submit")
    described = tag == "meta" and name == "content" and attributes.get("name", "") not in SILENT_METAS
    shown_by_script = name.startswith("data-") and PHRASE.search(value)
    if name in SPOKEN_ATTRIBUTES or pressed or described or shown_by_script:
        return [found] if (found := spoken(value)) else []
    return []


def untranslated(source: str) -> Found:
    """Words that a person would see or hear, and that stand in no translate tag."""
    in_tags = [
        (token.lineno or 0, words)
        for token in Lexer(source).tokenize()
        if token.token_type in (TokenType.BLOCK, TokenType.VAR)
        for words in literal_words(token)
    ]

    def of_text(inside: str, data: str) -> list[str]:
        return [found] if inside not in ("script", "style") and (found := spoken(data)) else []

    return sorted(in_tags + read(tagless(source, CLOSED_BY_END), spoken_attribute, of_text))


def unwelcome_attribute(tag: str, attributes: dict[str, str]) -> list[str]:
    """What is wrong with the one attribute named under the key "", or with its element."""
    name = attributes[""]
    value = attributes.get(name, "").strip().lower()
    foreign = value.startswith(("http:", "https:", "//"))
    fetches = name in FETCHING_ATTRIBUTES or (name == "href" and tag in FETCHING_ELEMENTS)
    leads_out = tag == "a" and name == "href" and foreign
    tells = not {"noreferrer", "noopener"} <= {*attributes.get("rel", "").split()}
    troubles = {
        f"<{tag}> has no place here": tag in UNWELCOME_ELEMENTS,
        f"inline {name}": name == "style" or name.startswith("on"),
        "a script in an address": value.startswith("javascript:"),
        "an inline script": tag == "script" and "src" not in attributes,
        f"{name} fetches from elsewhere": fetches and foreign,
        "a way to send a file": name in FILE_ATTRIBUTES or (tag == "input" and name == "type" and value == "file"),
        "a link out without rel": leads_out and tells,
    }
    return [trouble for trouble, holds in troubles.items() if holds]


def unwelcome(source: str) -> Found:
    """Inline code, something fetched from elsewhere, a way to send a file, a link out that tells where from."""
    return read(tagless(source, {"comment"}), unwelcome_attribute, lambda inside, data: [])
