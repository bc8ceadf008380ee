"""The process beside the server: its turn, its clock, its deaths, and what it never keeps. Nothing is drawn here."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from wizard.pdf.line import NotYetError
from wizard.pdf.pipe import LENGTH
from wizard.pdf.worker import NICE, ROOT, PdfBusyError, PdfUnavailableError, PdfWorker

# What stands in for drawing: the page is a line of Python, and its value is the file.
MAKER = "import os, time; from wizard.pdf.worker import serve; serve(lambda: lambda page: str(eval(page)).encode())"
COMMAND = [sys.executable, "-c", MAKER]
MOST_SECONDS_TO_END = 10


@pytest.fixture
def press() -> Iterator[PdfWorker]:
    with closing(PdfWorker(COMMAND)) as made:
        yield made


def is_running(pid: int) -> bool:
    """False for what is gone and for what is only waiting to be counted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def ends(*pids: int) -> bool:
    until = time.monotonic() + MOST_SECONDS_TO_END
    while any(is_running(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(is_running(pid) for pid in pids)


def parent(press: PdfWorker) -> int:
    return int(press.make(b"os.getppid()"))


def test_a_page_goes_in_and_a_file_comes_out(press: PdfWorker) -> None:
    assert (press.make(b"6 * 7"), press.make("'é'".encode())) == (b"42", "é".encode())


def test_a_page_and_a_file_may_be_larger_than_a_pipe(press: PdfWorker) -> None:
    assert press.make(b"'x' * 1_000_000" + b" " * 1_000_000) == b"x" * 1_000_000


def test_one_process_stays_and_each_page_has_a_child_of_its_own_that_ends(press: PdfWorker) -> None:
    first, second = (press.make(b"os.getppid(), os.getpid()") for _ in range(2))
    stays, child = eval(first)
    assert (eval(second)[0], eval(second)[1] == child, ends(child)) == (stays, False, True)


def test_it_steps_back_for_the_server(press: PdfWorker) -> None:
    assert int(press.make(b"os.nice(0)")) == min(os.nice(0) + NICE, 19)


def test_it_is_given_no_secret_of_the_site(press: PdfWorker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPASS_SECRET_KEY", "not for you")
    assert press.make(b"[name for name in os.environ if name.startswith('COMPASS')]") == b"[]"


def test_warming_up_starts_it_once(press: PdfWorker) -> None:
    press.warm_up()
    press.warm_up()
    assert parent(press) == parent(press)


def test_warming_up_does_not_wait_for_a_page_that_is_being_made(press: PdfWorker) -> None:
    thread = Thread(target=press.make, args=(b"time.sleep(1)",))
    thread.start()
    press.warm_up()
    assert thread.is_alive()
    thread.join()


def test_after_closing_nothing_runs_and_the_next_page_starts_another(press: PdfWorker) -> None:
    before = parent(press)
    press.close()
    assert (ends(before), parent(press) != before) == (True, True)


# --- it dies ----------------------------------------------------------------------------------------------------------


def test_killed_between_two_pages_the_next_one_works(press: PdfWorker) -> None:
    os.kill(parent(press), signal.SIGKILL)
    assert press.make(b"1 + 1") == b"2"


def test_a_page_that_kills_it_twice_is_given_up_and_the_next_one_works(press: PdfWorker) -> None:
    with pytest.raises(PdfBusyError):
        press.make(b"os.kill(os.getpid(), 9)")
    assert press.make(b"1 + 1") == b"2"


def test_a_page_that_cannot_be_made_is_given_up_and_the_next_one_works(press: PdfWorker) -> None:
    with pytest.raises(PdfBusyError):
        press.make(b"1 / 0")
    assert press.make(b"1 + 1") == b"2"


@pytest.mark.parametrize("written", [b"", b"abc", LENGTH.pack(4), LENGTH.pack(4) + b"abc"])
def test_half_a_file_is_none(written: bytes) -> None:
    script = f"import os; os.write(1, {written!r})"
    with closing(PdfWorker([sys.executable, "-c", script])) as press, pytest.raises(PdfBusyError):
        press.make(b"1")


def test_it_dies_while_it_writes(press: PdfWorker) -> None:
    with pytest.raises(PdfBusyError):
        press.make(b"os.write(1, (9).to_bytes(4) + b'half') and os.kill(os.getpid(), 9)")
    assert press.make(b"1 + 1") == b"2"


@pytest.mark.parametrize("trouble", ["OSError('no Pango')", "ImportError('no WeasyPrint')"])
def test_a_missing_library_is_told_apart(trouble: str) -> None:
    load = f"def load(): raise {trouble}\n"
    with closing(PdfWorker([sys.executable, "-c", f"from wizard.pdf.worker import serve\n{load}serve(load)"])) as press:
        for _ in range(2):
            with pytest.raises(PdfUnavailableError):
                press.make(b"1")


def test_it_ends_with_the_server_even_when_that_is_killed() -> None:
    script = f"""if True:
        import os, sys
        from wizard.pdf.worker import PdfWorker
        press = PdfWorker({COMMAND!r})
        print(press.make(b"os.getppid()").decode(), flush=True)
        os.kill(os.getpid(), 9)"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert (ran.returncode, ends(int(ran.stdout))) == (-signal.SIGKILL, True)


# --- it is busy -------------------------------------------------------------------------------------------------------


def test_a_page_that_takes_too_long_is_ended() -> None:
    with closing(PdfWorker(COMMAND, seconds=1)) as press:
        before, start = parent(press), time.monotonic()
        with pytest.raises(PdfBusyError):
            press.make(b"time.sleep(60)")
        assert (time.monotonic() - start < 5, ends(before), press.make(b"1 + 1")) == (True, True, b"2")


def test_a_process_that_still_loads_has_more_time_for_its_first_page_and_for_no_other() -> None:
    slow = f"import time; time.sleep(2); {MAKER}"
    with closing(PdfWorker([sys.executable, "-c", slow], seconds=1)) as press:
        assert press.make(b"1 + 1") == b"2"
        with pytest.raises(PdfBusyError):
            press.make(b"time.sleep(2)")


@contextmanager
def meanwhile(press: PdfWorker, page: bytes) -> Iterator[list[bytes]]:
    """While this page is being made: what will have been made of it afterwards."""
    made: list[bytes] = []

    def make() -> None:
        with suppress(PdfBusyError):
            made.append(press.make(page))

    thread = Thread(target=make)
    thread.start()
    until = time.monotonic() + MOST_SECONDS_TO_END
    while page not in press._making and time.monotonic() < until:
        time.sleep(0.01)
    yield made
    thread.join()


def test_the_next_page_waits_for_its_turn(press: PdfWorker) -> None:
    with meanwhile(press, b"time.sleep(1)") as made:
        assert (press.make(b"1 + 1"), made) == (b"2", [b"None"])


def test_who_waits_too_long_for_a_turn_is_told_to_ask_again() -> None:
    with closing(PdfWorker(COMMAND, seconds=2)) as press:
        press.make(b"1")
        with meanwhile(press, b"time.sleep(1.5)") as made:
            press.seconds = 0.2
            with pytest.raises(NotYetError):
                press.make(b"1")
        assert made == [b"None"]


def test_the_same_page_asked_for_twice_is_made_once(press: PdfWorker) -> None:
    page = b"[time.sleep(1), os.getpid()]"
    joined: list[bytes] = []
    with meanwhile(press, page) as made:
        joined.append(press.make(page, joining=True))
    assert (joined, press._making) == (made, {})


def test_who_may_only_join_makes_nothing_of_their_own(press: PdfWorker) -> None:
    with meanwhile(press, b"time.sleep(1)"), pytest.raises(NotYetError):
        press.make(b"1 + 1", joining=True)


def test_who_joins_a_page_that_cannot_be_made_is_told_the_same(press: PdfWorker) -> None:
    page = b"time.sleep(0.5) or 1 / 0"
    with meanwhile(press, page) as made, pytest.raises(PdfBusyError):
        press.make(page, joining=True)
    assert made == []


def test_who_joins_does_not_wait_for_ever() -> None:
    with closing(PdfWorker(COMMAND, seconds=3)) as press:
        press.make(b"1")
        with meanwhile(press, b"time.sleep(2)"):
            press.seconds = 0.1
            with pytest.raises(NotYetError):
                press.make(b"time.sleep(2)", joining=True)
