"""Something that listens where a site would, remembers what came, and can be told how to behave."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class StandIn(ThreadingHTTPServer):
    """Answers every request with `status`, or breaks off without a word where `breaks_off`."""

    daemon_threads = True
    request_queue_size = 100

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.health, self.status, self.breaks_off = 200, 200, False

    @property
    def forms(self) -> list[bytes]:
        """The bodies of all forms that came."""
        return [body for _path, _headers, body in self.asked if body]


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        if self.path == "/healthz":
            return self._say(self.server.health)
        length = int(self.headers.get("Content-Length", 0))
        self.server.asked.append((self.path, dict(self.headers), self.rfile.read(length)))
        if not self.server.breaks_off:
            self._say(self.server.status)
        return None

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
