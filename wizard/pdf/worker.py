"""One process beside the server that turns a page into a file: the pipe to it, and the clock over it.

It starts with its first use and stays warm; it starts again when it has died, and ends when the server does. For each
page it forks a child, so that what a visitor answered is in no memory of ours once the file is made.
"""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from time import monotonic
from typing import NoReturn

from compass.memory import keep_private
from wizard.pdf.line import NotYetError
from wizard.pdf.pipe import receive, send

# For one file. Others wait behind it, so it is little more than the longest notes need.
MOST_SECONDS = 12.0
# More than that for the first file of a process, which loads its libraries before it.
SECONDS_TO_LOAD = 10.0
NICE = 10
# How the process says, with the way it ends, that it could not load its libraries.
NO_LIBRARIES = 3
ROOT = Path(__file__).resolve().parents[2]

Process = subprocess.Popen[bytes]


class PdfBusyError(Exception):
    """It took too long, or the process died twice: another time it may work."""


class PdfUnavailableError(Exception):
    """A library is not on this machine: it will not work until somebody installs it."""


class PdfWorker:
    """The server's side. `command` ends in `serve` below; `seconds` is the most that one file may take."""

    def __init__(self, command: Sequence[str], seconds: float = MOST_SECONDS) -> None:
        self.command, self.seconds = command, seconds
        self._turn, self._lock = Lock(), Lock()
        # Pages that are being made or come next, and what will become of each.
        self._making: dict[bytes, Future[bytes]] = {}
        self._process: Process | None = None
        # True once it has made a file.
        self._loaded = False

    def make(self, page: bytes, *, joining: bool = False) -> bytes:
        """What the process makes of a page. The same page asked for meanwhile is made once.

        `joining` makes nothing of its own. Raises NotYetError when the turn does not come or there is nothing to join,
        PdfBusyError or PdfUnavailableError.
        """
        with self._lock:
            found = self._making.get(page)
            mine: Future[bytes] = found or Future()
            if not found and not joining:
                self._making[page] = mine
        if found:
            return self._joined(found)
        if joining:
            raise NotYetError
        try:
            mine.set_result(self._in_turn(page))
        except Exception as error:
            mine.set_exception(error)
        finally:
            with self._lock:
                del self._making[page]
        return mine.result()

    def _joined(self, made: Future[bytes]) -> bytes:
        try:
            # Its turn, and then its time.
            return made.result(2 * self.seconds)
        except TimeoutError as error:
            raise NotYetError from error

    def _in_turn(self, page: bytes) -> bytes:
        if not self._turn.acquire(timeout=self.seconds):
            raise NotYetError
        try:
            return self._drawn(page)
        finally:
            self._turn.release()

    def _drawn(self, page: bytes) -> bytes:
        until = monotonic() + self.seconds + (0 if self._loaded else SECONDS_TO_LOAD)
        # Twice, because a process that died since the last page is found out by writing to it.
        for _attempt in range(2):
            if made := self._try(page, until):
                self._loaded = True
                return made
            if self._process and self._process.wait() == NO_LIBRARIES:
                raise PdfUnavailableError("A library that draws is not installed.")
            if monotonic() >= until:
                break
        raise PdfBusyError("It took too long, or the process died twice.")

    def warm_up(self) -> None:
        """Starts the process if it does not run yet. Returns at once."""
        if self._turn.acquire(blocking=False):
            try:
                self._ready()
            finally:
                self._turn.release()

    def close(self) -> None:
        """Ends the process. The next page starts another."""
        process, self._process, self._loaded = self._process, None, False
        if process is not None:
            _kill(process)
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    pipe.close()  # type: ignore[union-attr]
            process.wait()

    def _ready(self) -> Process:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process, self._loaded = _start(self.command), False
        return self._process

    def _try(self, page: bytes, until: float) -> bytes:
        """The file, or nothing when the process died or was ended by the clock."""
        process = self._ready()
        clock = Timer(max(until - monotonic(), 0), _kill, (process,))
        clock.daemon = True
        clock.start()
        try:
            send(process.stdin, page)  # type: ignore[arg-type]
            return receive(process.stdout)  # type: ignore[arg-type]
        except (OSError, EOFError):
            _kill(process)
            return b""
        finally:
            clock.cancel()


def _start(command: Sequence[str]) -> Process:
    # It needs no secret of the site, so it is given none.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COMPASS_")}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603
        command, stdin=pipe, stdout=pipe, stderr=nothing, cwd=ROOT, env=env, process_group=0
    )


def _kill(process: Process) -> None:
    # The whole group: the child that draws would outlive its parent.
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)


def serve(load: Callable[[], Callable[[bytes], bytes]]) -> None:
    """The other side: loads what is slow, once, then forks a child that waits for a page, as long as each ends well."""
    os.nice(NICE)
    # When something crashes, no page of a visitor is left in a file.
    keep_private()
    try:
        make = load()
    except (ImportError, OSError):
        sys.exit(NO_LIBRARIES)
    gc.freeze()
    while (child := os.fork()) and os.waitpid(child, 0)[1] == 0:
        pass
    if child == 0:
        _make_one(make)


def _make_one(make: Callable[[bytes], bytes]) -> NoReturn:
    # It ends after one page: to look for what could be thrown away is time lost.
    gc.disable()
    with open(0, "rb") as wanted, open(1, "wb") as made:
        page = receive(wanted)
        # Should the server be gone, nobody else would end a page that is never done.
        signal.alarm(round(MOST_SECONDS))
        send(made, make(page))
    os._exit(0)
