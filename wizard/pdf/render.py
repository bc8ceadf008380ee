"""HTML in, PDF out, drawn by another process that fetches nothing; the only importer of weasyprint.

The server process never draws, because drawing would hold up every other page. `python -m wizard.pdf.render` is the
process that does: it needs no Django and is given no secret.
"""

import atexit
import sys
from collections.abc import Callable
from typing import NoReturn

from compass.fonts import covered, named
from wizard.pdf.line import Line, NotYetError
from wizard.pdf.worker import ROOT, PdfBusyError, PdfUnavailableError, PdfWorker, serve

__all__ = ["NotYetError", "PdfBusyError", "PdfUnavailableError", "make_in_turn", "make_pdf", "warm_up"]

STYLE = ROOT / "templates" / "pdf" / "paper.css"
# Drawn once before the first visitor comes: fonts are found and tables are built.
FIRST = "<!doctype html><html lang='en'><title>-</title><h1>é</h1><ul><li><b>1</b></ul><p>☐"

_press, _line = PdfWorker([sys.executable, "-m", "wizard.pdf.render"]), Line()
atexit.register(_press.close)


def make_pdf(html: str) -> bytes:
    """The PDF (tagged, PDF/UA-1) of a whole HTML page; whatever the page names is not fetched.

    Raises PdfBusyError (it took too long, or the process died twice), NotYetError (another file took too long) or
    PdfUnavailableError (WeasyPrint or Pango is not installed).
    """
    return _press.make(html.encode())


def make_in_turn(visit: str, since: float, html: Callable[[], str]) -> bytes:
    """As `make_pdf`, for the row of a visit that asks since then (Unix time); one place a visit.

    `html` is called only in its turn. Raises NotYetError at once when there is no place.
    """
    with _line.place(visit, since) as joining:
        return _press.make(html().encode(), joining=joining)


def warm_up() -> None:
    """Starts the process that draws, if it does not run yet, so that a file need not wait for it. Returns at once."""
    _press.warm_up()


def load() -> Callable[[bytes], bytes]:
    """Everything that is slow. The answer turns HTML in UTF-8 into a PDF. Raises ImportError or OSError."""
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

    class Nothing(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> NoReturn:
            raise PermissionError("Nothing is fetched.")

    covered()
    fetcher, fonts = Nothing(), FontConfiguration()
    style = CSS(string=STYLE.read_text(encoding="utf-8"), url_fetcher=fetcher, font_config=fonts)

    def draw(html: bytes) -> bytes:
        # A sign that no font has would be an empty box.
        page = HTML(string=named(html.decode()), url_fetcher=fetcher)
        return bytes(page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"))

    draw(FIRST.encode())
    return draw


if __name__ == "__main__":
    serve(load)
