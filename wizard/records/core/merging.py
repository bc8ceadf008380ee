"""Two tabs, one row: what each of them changed since its form was made, put together box by box. Pure."""

import hashlib
from collections.abc import Mapping

Texts = dict[str, str]


class ChangedError(Exception):
    """Another tab wrote something else into a box that this tab changed, too. `fresh`: what stands there now."""

    def __init__(self, fresh: Texts) -> None:
        super().__init__()
        self.fresh = fresh


def length(texts: Mapping[str, str]) -> int:
    """Characters of all texts."""
    return sum(map(len, texts.values()))


def filled(texts: Mapping[str, str]) -> Texts:
    """The texts without the empty ones."""
    return {slug: text for slug, text in texts.items() if text}


def version(texts: Mapping[str, str]) -> str:
    """A short name of each of these texts: `link=0123456789,words=…`."""
    return ",".join(f"{slug}={_short(text)}" for slug, text in sorted(texts.items()) if text)


def merged(fresh: Texts, mine: Mapping[str, str], was: str, *, join: bool) -> Texts:
    """`fresh` with what this tab changed since `was`, the version that its form showed.

    Where both changed a box: both texts, one below the other, with `join`; without it raises ChangedError.
    """
    before = dict(pair.partition("=")[::2] for pair in was.split(","))
    found = dict(fresh)
    for slug, text in mine.items():
        theirs, old = fresh.get(slug, ""), before.get(slug, "")
        if text == theirs or _short(text) == old:
            continue
        if _short(theirs) == old:
            found[slug] = text
        elif not join:
            raise ChangedError(fresh)
        # A box that this tab emptied takes nothing away from what the other tab wrote.
        elif text:
            found[slug] = f"{theirs}\n{text}"
    return filled(found)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10] if text else ""
