"""How many requests a second an address takes: a small client that costs little itself, over open connections."""

import socket
import time

CONNECTIONS = 16
LENGTH = b"content-length: "


def rate(port: int, path: str, seconds: float) -> float:
    """Answers a second over `seconds`, with as many requests under way as there are connections.

    Raises RuntimeError for an answer that is not a 200, OSError when nobody listens.
    """
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    lines = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(CONNECTIONS)]
    try:
        for line in lines:
            line.sendall(asked)
        answers, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            for line in lines:
                _answer(line, path)
                line.sendall(asked)
            answers += len(lines)
        return answers / (time.perf_counter() - began)
    finally:
        for line in lines:
            line.close()


def _answer(line: socket.socket, path: str) -> None:
    """Reads one whole answer."""
    got = line.recv(65536)
    while (end := got.find(b"\r\n\r\n")) < 0:
        got += _more(line)
    if not got.startswith(b"HTTP/1.1 200 "):
        raise RuntimeError(f"{path}: {got[:40]!r}")
    start = got.index(LENGTH) + len(LENGTH)
    missing = end + 4 + int(got[start : got.index(b"\r", start)]) - len(got)
    while missing > 0:
        missing -= len(_more(line))


def _more(line: socket.socket) -> bytes:
    piece = line.recv(65536)
    if not piece:
        raise RuntimeError("The server closed a connection.")
    return piece
