"""`python -m compass.serve --port N`: the server itself; `manage.py serve` becomes it. More words go to granian.

Its memory is kept private before it holds a visit, and a worker ends after an hour, so that what was read and typed
does not lie in it for days. It reads no setting: each worker does, so that a reload (SIGHUP) takes new secrets.
Nothing of this happens by importing.
"""

import sys
from collections.abc import MutableMapping, Sequence
from typing import Any

from granian.cli import cli

from compass.memory import keep_private

# A request that never ends would hold a worker for ever: after 2 seconds of grace it is ended with its worker.
# Two workers that end by themselves within 5.5 seconds end the server: a supervisor has to start it again.
FLAGS = (
    *("--interface", "wsgi", "--http", "1", "--no-ws"),
    *("--workers", "2", "--blocking-threads", "4"),
    *("--http1-buffer-size", "16384", "--http1-header-read-timeout", "5000"),
    *("--respawn-failed-workers", "--workers-lifetime", "3600", "--workers-kill-timeout", "2"),
    *("--no-access-log", "--log-level", "warning"),
)


def main(words: Sequence[str]) -> None:
    """Serves until a signal comes; `words` stand after our own, so that they win. Raises SystemExit."""
    keep_private()
    cli([*FLAGS, "--factory", "compass.serve:site", *words])


def site() -> object:
    """The WSGI application, made in each worker. One that was started anew, and not forked, closes its memory here."""
    keep_private()
    forget_code(sys.modules)
    # Imported here: this reads the settings.
    from compass.wsgi import application

    return application


def forget_code(modules: MutableMapping[str, Any]) -> None:
    """Takes out what the process that forked this one had read of this package: it may be from before an upgrade."""
    for name in [name for name in modules if name.split(".")[0] == "compass"]:
        del modules[name]


if __name__ == "__main__":
    main(sys.argv[1:])
