"""Logs that hold no address, path, query, host, user agent or answer, whoever writes them.

A record of our own packages keeps its message: those are constant sentences. Of every other record only its
level, its logger's name and the status stay. Of an exception only its class, the places in code and the line of our
template stay: a message or a local variable may hold what somebody typed. Of an address only the name of its route
stays, where an answer failed (5xx): names of routes and templates are ours.
"""

import logging
import logging.config
from types import TracebackType
from typing import Any

from django.template.base import Node

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
    """Takes the request off a record; its status is left, and of one that failed the name of its route."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record through, without its request."""
        request = record.__dict__.pop("request", None)
        status = record.__dict__.setdefault("status_code", "")
        places = record.__dict__.setdefault("code_places", "")
        if request is not None and str(status).startswith("5"):
            record.code_places = " ".join(filter(None, (_route(request), places)))
        return True


def _route(request: Any) -> str:
    """`[name]` of the address that was found, as it stands in our lists; "" where none was found or it has no name."""
    match = getattr(request, "resolver_match", None)
    return f"[{match.url_name}]" if match and match.url_name else ""


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
    """`Class at module:line < module:line in template:line, from Class at …`: no message, no values.

    The last place comes first; the template is the innermost one that was being filled in.
    """
    parts = [_one(error)]
    cause = error.__cause__ or error.__context__
    while cause is not None and len(parts) < MOST_PLACES:
        parts.append(_one(cause))
        cause = cause.__cause__ or cause.__context__
    return ", from ".join(parts)


def _one(error: BaseException) -> str:
    places, template = _places(error.__traceback__), _template(error.__traceback__)
    at = f" at {' < '.join(places)}" if places else ""
    return type(error).__name__ + at + (f" in {template}" if template else "")


def _template(traceback: TracebackType | None) -> str:
    """`name:line` of the innermost template, "" outside of any."""
    found = ""
    while traceback is not None:
        frame, traceback = traceback.tb_frame, traceback.tb_next
        # Django fills in each part of a template in a call of this name.
        node = frame.f_locals.get("self") if frame.f_code.co_name == "render_annotated" else None
        name = getattr(node.origin, "template_name", None) if isinstance(node, Node) else None
        found = f"{name}:{node.token.lineno}" if name and node and node.token else found
    return found


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
