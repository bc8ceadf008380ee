"""How many words somebody meets on a page with all folds closed, as the limit on length counts them.

Not counted: numbers with their labels, headings of steps, the exit, and what only a screen reader says.
"""

from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "use", "path", "wbr"})
HEADINGS = frozenset({"h1", "h2", "h3"})


class VisibleWords(HTMLParser):
    """Feed it a page; `words` are those of the main part that count."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []  # tag, and whether what is in it counts
        self._in_main = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "main":
            self._in_main = True
        if tag in VOID:
            return
        above = not self._open or self._open[-1][1]
        closed_fold = bool(self._open) and self._open[-1][0] == "details" and tag != "summary"
        classes = (given.get("class") or "").split()
        apart = "data-helpline" in given or {"whom", "urgent", "quiet"} & {*classes} or given.get("hidden") is not None
        title = tag in HEADINGS or (tag == "b" and self._in_row())
        self._open.append((tag, above and not (closed_fold or apart or title or tag in ("script", "style", "svg"))))

    def _in_row(self) -> bool:
        return any(tag in ("li", "summary") for tag, _counts in self._open)

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._in_main = False
        if tag not in VOID and self._open:
            while self._open.pop()[0] != tag and self._open:
                pass

    def handle_data(self, data: str) -> None:
        if self._in_main and (not self._open or self._open[-1][1]):
            self.words += data.split()


def count(page: str) -> int:
    """Words that count on this page."""
    return len(VisibleWords(page).words)
