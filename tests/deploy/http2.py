"""As much of HTTP/2 (RFC 9113) as it takes to ask for a page, and to begin a form that does not end."""

import struct
from typing import NamedTuple

from tests.deploy.visitor import FORM, HOST, UNTRUSTED_H2, tls

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS = 0, 1, 4
END_STREAM, END_HEADERS, ACK = 1, 4, 1


class Frame(NamedTuple):
    """Type, flags, stream and content."""

    kind: int
    flags: int
    stream: int
    content: bytes


class Http2:
    """A connection that speaks it. Raises AssertionError where the proxy does not."""

    def __init__(self, port: int) -> None:
        self.socket = tls(port, UNTRUSTED_H2)
        assert self.socket.selected_alpn_protocol() == "h2"
        self.file = self.socket.makefile("rb")
        self.socket.sendall(PREFACE)
        self._send(SETTINGS, 0, 0, b"")

    def page(self, path: str, stream: int = 1) -> str:
        """The body of the answer, which is short enough to come without being asked for more."""
        self._send(HEADERS, END_HEADERS | END_STREAM, stream, _headers("GET", path))
        body = b""
        while True:
            frame = self._next()
            if frame.kind == SETTINGS and not frame.flags & ACK:
                self._send(SETTINGS, ACK, 0, b"")
            if frame.stream == stream:
                body += frame.content if frame.kind == DATA else b""
                if frame.flags & END_STREAM and frame.kind in (DATA, HEADERS):
                    return body.decode()

    def half_a_form(self, path: str, stream: int) -> None:
        """Begins a form on a stream (an odd number, higher each time)."""
        self._send(HEADERS, END_HEADERS, stream, _headers("POST", path, **FORM, **{"Content-Length": "1000"}))
        self._send(DATA, 0, stream, b"who-answer=half")

    def close(self) -> None:
        """Breaks off."""
        self.file.close()
        self.socket.close()

    def _send(self, kind: int, flags: int, stream: int, content: bytes) -> None:
        self.socket.sendall(struct.pack(">I", len(content))[1:] + struct.pack(">BBI", kind, flags, stream) + content)

    def _next(self) -> Frame:
        head = self.file.read(9)
        assert len(head) == 9, "the proxy closed the connection"
        kind, flags, stream = struct.unpack(">BBI", head[3:])
        return Frame(kind, flags, stream, self.file.read(int.from_bytes(head[:3], "big")))


def _headers(method: str, path: str, **more: str) -> bytes:
    """Each field in the plainest of the ways of RFC 7541: neither in a table nor packed."""
    fields = {":method": method, ":scheme": "https", ":authority": HOST, ":path": path, **more}
    return b"".join(b"\0" + _text(name.lower()) + _text(value) for name, value in fields.items())


def _text(words: str) -> bytes:
    assert len(words) < 127
    return bytes([len(words)]) + words.encode()
