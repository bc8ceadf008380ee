"""Logs that hold no address, path, query, host, user agent or answer, whoever writes them.

A record of our own packages keeps its message: those are constant sentences. Of every other record only its
level, its logger's name and the status stay. Of an exception only its class and the places in code stay: a message or a
local variable may hold what somebody typed.
"""

import logging
import logging.config
from types import TracebackType
from typing import Any

OUR_PACKAGES = ("compass", "wizard", "resources")
# granian speaks about its workers and sockets, never about a request.
KEPT_LOGGERS = (*OUR_PACKAGES, "_granian")
MOST_PLACES = 12
FORMAT = "{asctime} {levelname} {name} {status_code} {message} {code_places}"


class PlainRecord(logging.LogRecord):
    """A log record that forgot everything about the request before any handler can see it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        error = self.exc_info[1] if self.exc_info else None
        self.code_places = describe(error) if error else ""
        self.exc_info = self.exc_text = self.stack_info = None
        if self.name.partition(".")[0] not in KEPT_LOGGERS:
            self.msg, self.args = "", ()


class DropRequest(logging.Filter):
    """Takes the request off a record; what is left of it is its status."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record through, without its request."""
        record.__dict__.pop("request", None)
        record.__dict__.setdefault("status_code", "")
        record.__dict__.setdefault("code_places", "")
        return True


def configure(_: dict[str, Any]) -> None:
    """Sends every record, reduced, to standard error."""
    logging.setLogRecordFactory(PlainRecord)
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"plain": {"()": DropRequest}},
            "formatters": {"plain": {"format": FORMAT, "style": "{"}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["plain"]}},
            "root": {"handlers": ["stderr"], "level": "WARNING"},
            "loggers": {
                "django": {"handlers": [], "level": "WARNING"},
                "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            },
        }
    )


def describe(error: BaseException) -> str:
    """`Class at module:line < module:line, from Class at …`: the last places first, no message, no values."""
    parts = [_one(error)]
    cause = error.__cause__ or error.__context__
    while cause is not None and len(parts) < MOST_PLACES:
        parts.append(_one(cause))
        cause = cause.__cause__ or cause.__context__
    return ", from ".join(parts)


def _one(error: BaseException) -> str:
    places = _places(error.__traceback__)
    return f"{type(error).__name__} at {' < '.join(places)}" if places else type(error).__name__


def _places(traceback: TracebackType | None) -> list[str]:
    """module:line of our frames and of the very last one, innermost first."""
    found: list[tuple[str, bool]] = []
    while traceback is not None:
        module = str(traceback.tb_frame.f_globals.get("__name__", "?"))
        found.append((f"{module}:{traceback.tb_lineno}", module.partition(".")[0] in OUR_PACKAGES))
        traceback = traceback.tb_next
    innermost = found[-1:]
    ours = [entry for entry in found[:-1] if entry[1]]
    return [place for place, _ in reversed(ours + innermost)][:MOST_PLACES]
