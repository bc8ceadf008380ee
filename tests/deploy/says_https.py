"""What a proxy says to the site, and no more: a request that came over https. For a site that refuses all else."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Handler(BaseHTTPRequestHandler):
    """Passes a request on; `behind` is the port of the site."""

    behind = 0

    def do_GET(self) -> None:
        """Answers with what the site answers."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {**dict(self.headers), "X-Forwarded-Proto": "https"}
        if "Origin" in headers:
            headers["Origin"] = headers["Origin"].replace("http://", "https://")
        line = http.client.HTTPConnection("127.0.0.1", self.behind, timeout=15)
        line.request(self.command, self.path, body, headers)
        answer = line.getresponse()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.read())
        line.close()

    do_POST = do_GET  # noqa: N815

    def log_message(self, *words: object) -> None:
        """Writes nothing."""


@contextmanager
def before(behind: int) -> Iterator[str]:
    """The address of a door before the site."""
    kind = type("Handler", (Handler,), {"behind": behind})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as door:
        Thread(target=door.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{door.server_port}"
        finally:
            door.shutdown()
