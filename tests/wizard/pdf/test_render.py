"""The file: tagged, numbered, in its own fonts; and whatever a page names, nothing is fetched for it."""

import re
import socket
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

from tests.system_packages import need_font, need_pango, need_program
from wizard.pdf import render
from wizard.pdf.render import PdfUnavailableError, make_pdf
from wizard.pdf.worker import PdfWorker

MARKER = "marker-4711"
PAGE = "<!doctype html><html lang='fr'><title>Compass</title><body>{}</body></html>"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><text y="9">%s</text></svg>' % MARKER.encode()


@pytest.fixture(autouse=True)
def _machine() -> None:
    need_pango()
    need_font()
    for program in ("pdfinfo", "pdffonts", "pdfdetach", "pdftotext"):
        need_program(program, "poppler-utils")


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    render._press.close()


def told(program: str, content: bytes, *options: str) -> str:
    """What one of the poppler programs says about a PDF."""
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        end = ["-"] if program == "pdftotext" else []
        ran = subprocess.run([program, *options, file.name, *end], capture_output=True, check=True)
        return ran.stdout.decode()


def opened(content: bytes) -> bytes:
    """All that a PDF holds, unpacked."""
    parts = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    return b"\n".join(zlib.decompress(part) if part[:1] == b"\x78" else part for part in parts)


def drawn(body: str) -> bytes:
    return make_pdf(PAGE.format(body))


def test_it_is_tagged_and_has_a_title_and_a_language() -> None:
    content = drawn("<h1>Un</h1><p>Deux</p>")
    facts = dict(line.split(":", 1) for line in told("pdfinfo", content).splitlines() if ":" in line)
    wanted = {"Title": "Compass", "Tagged": "yes", "Pages": "1", "JavaScript": "no", "Encrypted": "no"}
    assert {name: facts[name].strip() for name in wanted} == wanted
    assert re.findall(rb"/Lang \(\w+\)|pdfuaid:part=\"\d\"", opened(content)) == [b'pdfuaid:part="1"', b"/Lang (fr)"]


def test_its_parts_are_tagged_for_what_they_are() -> None:
    body = "<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><ul><li>E</li></ul><p><a href='tel:1'>F</a></p>"
    tree = told("pdfinfo", drawn(body), "-struct")
    assert re.findall(r"^ *(H\d|L|LI|Link)\b", tree, re.M) == ["H1", "H2", "H3", "H4", "L", "LI", "Link"]


def test_every_page_has_its_number() -> None:
    text = told("pdftotext", drawn("<p style='break-after:page'>a</p>" * 2 + "<p>b</p>"))
    assert re.findall(r"\d ?/ ?\d", text) == ["1/3", "2/3", "3/3"]


def test_french_and_the_boxes_arrive_in_fonts_that_travel_along() -> None:
    words = "Où être aidé·e ? Ça suffit, l’été, Noël, cœur, “à”, ☐ ☑"
    content = drawn(f"<p>{words}</p><h2>{words}</h2>")
    rows = told("pdffonts", content).splitlines()[2:]
    assert told("pdftotext", content).split("\n\n")[:2] == [words, words]
    assert {row.split()[-5] for row in rows} == {"yes"}
    assert {row.split()[0].split("+")[1].split("-")[0] for row in rows} >= {"DejaVu"}


def test_it_says_nothing_about_the_machine_or_the_hour() -> None:
    facts = told("pdfinfo", drawn("<p>a</p>"))
    assert re.findall(r"^(?:Creator|Author|CreationDate|ModDate):.*", facts, re.M) == []


# --- nothing is fetched -----------------------------------------------------------------------------------------------

# Every way known by which a page names something outside itself; {} is its address.
WAYS = {
    "img": "<img src='{}'>",
    "srcset": "<img srcset='{} 2x'>",
    "style sheet": "<link rel='stylesheet' href='{}'>",
    "import": "<style>@import url('{}');</style>",
    "attachment": "<link rel='attachment' href='{}' title='a'>",
    "attached link": "<a rel='attachment' href='{}'>a</a>",
    "font": "<style>@font-face{{font-family:x;src:url('{}')}}p{{font-family:x}}</style><p>a</p>",
    "background": "<p style='background:url({})'>a</p>",
    "content": "<style>p::before{{content:url('{}')}}</style><p>a</p>",
    "object": "<object data='{}'></object>",
    "embed": "<embed src='{}'>",
    "svg image": "<svg width='90' height='9'><image href='{}' width='90' height='9'/></svg>",
    "svg use": "<svg width='90' height='9'><use href='{}#a'/></svg>",
    "base": "<base href='{}'><img src=''>",
    "frame": "<iframe src='{}'></iframe>",
}


def holds_marker(content: bytes) -> bool:
    """True when the marker can be read, or when anything is attached."""
    attached = not told("pdfdetach", content, "-list").startswith("0 ")
    return attached or MARKER in told("pdftotext", content) or MARKER.encode() in content


@pytest.mark.parametrize("way", WAYS)
def test_no_file_of_the_machine_gets_in(way: str, tmp_path: Path) -> None:
    files = {"svg": PICTURE, "css": f"p::after{{content:'{MARKER}'}}".encode(), "txt": MARKER.encode()}
    for ending, content in files.items():
        path = tmp_path / f"x.{ending}"
        path.write_bytes(content)
        assert not holds_marker(drawn("<p>a</p>" + WAYS[way].format(path.as_uri())))


def test_the_marker_would_be_seen(tmp_path: Path) -> None:
    from weasyprint import HTML

    (tmp_path / "x.svg").write_bytes(PICTURE)
    for way in ("img", "attachment", "object", "embed"):
        page = PAGE.format(WAYS[way].format((tmp_path / "x.svg").as_uri()))
        assert holds_marker(HTML(string=page).write_pdf())


def test_no_connection_is_opened() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.svg"
        drawn("".join(way.format(address) for way in WAYS.values()))
        with pytest.raises(TimeoutError):
            server.accept()


# --- without the libraries, and for a long time -----------------------------------------------------------------------


@pytest.mark.parametrize("trouble", ["OSError('cannot load library pango')", "ImportError('no weasyprint')"])
def test_without_pango_it_says_so(trouble: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weasyprint.py").write_text(f"raise {trouble}\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with closing(PdfWorker(render._press.command)) as press:
        monkeypatch.setattr(render, "_press", press)
        with pytest.raises(PdfUnavailableError):
            make_pdf(PAGE.format(""))


def memory(pid: int) -> int:
    """Memory of a process in kB, as the system counts it."""
    return int(re.findall(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())[0])


@pytest.mark.thorough
def test_it_does_not_grow() -> None:
    body: Any = "<section><h3>☐ A step</h3><p>Some words, and then some more of them.</p></section>" * 60
    drawn(body)
    pid, sizes = render._press._process.pid, []
    for _ in range(40):
        drawn(body)
        sizes.append(memory(pid))
    assert (render._press._process.pid, max(sizes) < 1.05 * sizes[0]) == (pid, True)
