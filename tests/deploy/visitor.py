"""A visitor of compass.example, over https and with an address of their own, so that both can be looked for in logs."""

import http.client
import socket
import ssl
import time
from typing import NamedTuple

HOST = "compass.example"
# This machine has many addresses; the proxies and the site use the first.
ADDRESS = "127.0.0.5"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
UNTRUSTED = ssl._create_unverified_context()
UNTRUSTED_H2 = ssl._create_unverified_context()
UNTRUSTED_H2.set_alpn_protocols(["h2", "http/1.1"])


class Answer(NamedTuple):
    """What came back, and after how many seconds."""

    status: int
    headers: http.client.HTTPMessage
    page: str
    seconds: float


class Connection(http.client.HTTPSConnection):
    """A connection to a proxy on this machine, which is asked for compass.example."""

    def __init__(self, port: int) -> None:
        super().__init__(HOST, port, timeout=20, context=UNTRUSTED)

    def connect(self) -> None:
        """From the visitor's address."""
        self.sock = tls(self.port)

    def ask(self, path: str, body: str | None = None, **headers: str) -> Answer:
        """One request; with a body, also an empty one, it is a form. The connection stays."""
        begun, kind = time.monotonic(), {} if body is None else FORM
        self.request("GET" if body is None else "POST", path, body, {"Host": HOST, **kind, **headers})
        answer = self.getresponse()
        page = answer.read().decode()
        return Answer(answer.status, answer.headers, page, time.monotonic() - begun)


def tls(port: int, context: ssl.SSLContext = UNTRUSTED) -> ssl.SSLSocket:
    """An open connection over which https is spoken."""
    return context.wrap_socket(plain(port), server_hostname=HOST)


def plain(port: int) -> socket.socket:
    """An open connection from the visitor's address."""
    return socket.create_connection(("127.0.0.1", port), 20, (ADDRESS, 0))


def ask(port: int, path: str, body: str | None = None, **headers: str) -> Answer:
    """One request on a connection of its own."""
    line = Connection(port)
    try:
        return line.ask(path, body, **headers)
    finally:
        line.close()


def ask_plainly(port: int, path: str) -> Answer:
    """One request over http."""
    line, begun = http.client.HTTPConnection("127.0.0.1", port, 20, (ADDRESS, 0)), time.monotonic()
    line.request("GET", path, headers={"Host": HOST})
    answer = line.getresponse()
    page = answer.read().decode()
    line.close()
    return Answer(answer.status, answer.headers, page, time.monotonic() - begun)


def half_a_form(port: int, path: str, sent: str = "who-answer=half", length: int = 1000) -> Connection:
    """An open connection with a form on it that is said to be longer than what was sent of it."""
    line = Connection(port)
    line.putrequest("POST", path, skip_host=True)
    for name, value in {"Host": HOST, **FORM, "Content-Length": str(length)}.items():
        line.putheader(name, value)
    line.endheaders(sent.encode())
    return line


def answers(port: int) -> bool:
    """True when somebody listens there."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
