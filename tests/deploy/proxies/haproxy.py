"""HAProxy, and nginx beside it."""

import os

from tests.deploy.proxies import nginx
from tests.deploy.proxies.place import Place, Swap, swapped
from tests.project.server import free_port
from tests.system_packages import need_program


def commands(place: Place) -> list[list[str]]:
    """HAProxy in front of one site or two."""
    files = free_port()
    (place.folder / "haproxy.cfg").write_text(swapped("haproxy.cfg", swaps(place, files)))
    program = need_program("haproxy", "haproxy")
    return [nginx.beside(place, files), [program, "-db", "-f", str(place.folder / "haproxy.cfg")]]


def swaps(place: Place, files: int) -> list[Swap]:
    """What has to differ here; of one machine, what the comment at the top of the file says."""
    one, *others = place.behind
    two = [(r"192\.0\.2\.2:8000", f"127.0.0.1:{others[0]}")] if others else [(r"^.*(server two |/two\)).*\n", "")]
    # Only root may go to another folder and be another user.
    another = [] if os.geteuid() == 0 else [(r"^    (chroot|user|group) .*\n", "")]
    return [
        *two,
        *another,
        (r"192\.0\.2\.1:8000", f"127.0.0.1:{one}"),
        (r"127\.0\.0\.1:8001", f"127.0.0.1:{files}"),
        (r"bind :::80 v4v6", f"bind 127.0.0.1:{place.plain_port}"),
        (r"bind :::443 v4v6", f"bind 127.0.0.1:{place.port}"),
        (r"/etc/haproxy/compass\.pem", str(place.folder / "compass.pem")),
    ]
