"""Firefox, driven over the socket that it opens itself: length, colon, JSON. No package is needed for that.

It asks nothing of anybody on the network: whatever is not this machine goes to a proxy that is not there.
"""

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.project.server import free_port
from tests.system_packages import need_program

NOBODY = 9  # a port of this machine that nobody listens on
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PREFS: dict[str, Any] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": NOBODY,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": NOBODY,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "app.update.disabledForTesting": True,
    "services.settings.server": "data:,nothing",
}
TAB, ENTER, SPACE = "\ue004", "\ue007", " "


class Firefox:
    """One window. Raises AssertionError where Firefox says that something cannot be done."""

    def __init__(self, port: int) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
                break
            except OSError:
                assert time.monotonic() < until, "Firefox does not start."
                time.sleep(0.1)
        self.asked = 0
        self._read()
        self.ask("WebDriver:NewSession")

    def ask(self, command: str, **words: Any) -> Any:
        """The answer to one command."""
        self.asked += 1
        said = json.dumps([0, self.asked, command, words]).encode()
        self.socket.sendall(b"%d:%b" % (len(said), said))
        _kind, _number, error, result = self._read()
        assert error is None, (command, error["message"])
        return result.get("value", result) if isinstance(result, dict) else result

    def open(self, address: str) -> None:
        """Goes there, and waits until the page is loaded."""
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str) -> Any:
        """What a script in the page returns."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])

    def find(self, css: str) -> str:
        """The first element that fits."""
        found: str = self.ask("WebDriver:FindElement", using="css selector", value=css)[ELEMENT]
        return found

    def tap(self, css: str) -> None:
        """Taps the first element that fits."""
        self.ask("WebDriver:ElementClick", id=self.find(css))

    def type(self, css: str, words: str) -> None:
        """Types into the first element that fits, letter by letter."""
        self.ask("WebDriver:ElementSendKeys", id=self.find(css), text=words)

    @property
    def address(self) -> str:
        """Where it is now."""
        return str(self.ask("WebDriver:GetCurrentURL"))

    def waits_for(self, script: str) -> Any:
        """The first thing that a script in the page returns and that is not empty; the last one after 15 seconds."""
        until = time.monotonic() + 15
        while not (found := self.run(script)) and time.monotonic() < until:
            time.sleep(0.05)
        return found

    def _read(self) -> Any:
        length = b""
        while (byte := self.socket.recv(1)) != b":":
            assert byte, "Firefox has ended."
            length += byte
        body = b""
        while len(body) < int(length):
            body += self.socket.recv(int(length) - len(body))
        return json.loads(body)


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A window without history; `profile` is an empty folder."""
    path, port = need_program("firefox-esr", "firefox-esr"), free_port()
    prefs = {**PREFS, "marionette.port": port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()]
    (profile / "user.js").write_text("\n".join(lines))
    asked = [path, "--marionette", "--headless", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = None
    try:
        window = Firefox(port)
        yield window
    finally:
        if window:
            window.socket.close()
        process.terminate()
        process.wait(20)
