"""`python -m tests.postgresql WORD…`: runs a command beside a PostgreSQL server that lives as long as the command.

The command finds the server's address in `COMPASS_TEST_DATABASE`. The server is Debian's, in a folder of its own, on a
socket and no port. Its words are sorted as English dictionaries do, unlike SQLite's and Python's.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

VARIABLE = "COMPASS_TEST_DATABASE"
MISSING = "PostgreSQL is missing. On Debian and Ubuntu: apt-get install postgresql"
# The server refuses to be root's.
INSTEAD_OF_ROOT = "postgres"
HOW = ("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "--locale=C.UTF-8")
SORTED = ("--locale-provider=icu", "--icu-locale=en")
# What a test writes need not outlive the power.
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200", "listen_addresses=")
# As a server writes in life, for a command that measures: `--lasting` stands before its words.
LASTING, IN_LIFE = "--lasting", ("fsync=on", "full_page_writes=on", "synchronous_commit=on")


def programs() -> Path:
    """The folder of the newest server that is installed; ends with one sentence where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        sys.exit(MISSING)
    return found[-1].parent if found else Path(str(on_path)).resolve().parent


@contextmanager
def server(more: Sequence[str] = ()) -> Iterator[str]:
    """The address of a new server; stops it and removes its folder at the end. `more`: settings that win over ours."""
    bin_, root = programs(), os.geteuid() == 0
    as_whom = ("runuser", "-u", INSTEAD_OF_ROOT, "--") if root else ()
    with tempfile.TemporaryDirectory(prefix="compass-pg-") as folder:
        if root:
            owner = pwd.getpwnam(INSTEAD_OF_ROOT)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = f"{folder}/data"

        def run(*words: str) -> None:
            done = subprocess.run([*as_whom, bin_ / words[0], *words[1:]], cwd=folder, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"PostgreSQL does not start: {done.stderr.strip() or done.stdout.strip()}")

        run(*HOW, *SORTED, f"--pgdata={data}")
        settings = " ".join(f"-c {setting}" for setting in (*QUICK, *more))
        run("pg_ctl", f"--pgdata={data}", f"--options=-k {folder} {settings}", f"--log={folder}/log", "--wait", "start")
        try:
            yield f"postgresql://postgres@{quote(folder, safe='')}/postgres"
        finally:
            run("pg_ctl", f"--pgdata={data}", "--mode=immediate", "--wait", "stop")


def main(words: Sequence[str]) -> int:
    """The exit code of the command."""
    # `timeout` and CI end a run in this way: the server ends, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    lasting = words[0] == LASTING
    with server(IN_LIFE if lasting else ()) as address:
        words = words[lasting:]
        return subprocess.run(words, env={**os.environ, VARIABLE: address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
