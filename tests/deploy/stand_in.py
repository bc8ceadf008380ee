"""Something that listens where a site would, remembers what came, and can be told how to behave."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Asked(NamedTuple):
    """A request that came, and the connection that it came on."""

    path: str
    headers: dict[str, str]
    body: bytes
    connection: int


class StandIn(ThreadingHTTPServer):
    """Answers every request with `status`, or breaks off without a word where `breaks_off`."""

    daemon_threads = True
    request_queue_size = 100

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.asked: list[Asked] = []
        self.health, self.status, self.breaks_off = 200, 200, False
        self.takes = 0.0  # seconds, for each answer

    @property
    def forms(self) -> list[bytes]:
        """The bodies of all forms that came."""
        return [asked.body for asked in self.asked if asked.body]


class _Handler(BaseHTTPRequestHandler):
    server: StandIn
    # A connection stays open for as long as the proxy likes.
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        time.sleep(self.server.takes)
        if self.path == "/healthz":
            return self._say(self.server.health)
        length = int(self.headers.get("Content-Length", 0))
        came = Asked(self.path, dict(self.headers), self.rfile.read(length), self.client_address[1])
        self.server.asked.append(came)
        if self.server.breaks_off:
            self.close_connection = True
            return None
        return self._say(self.server.status)

    do_POST = do_GET  # noqa: N815

    def _say(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "2")
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(b"ok")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def listening(port: int) -> Iterator[StandIn]:
    """It, until the end of the block: then nobody listens there."""
    server = StandIn(port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
