"""Caddy, with a certificate of the test in place of one that it would fetch."""

from tests.deploy.proxies.place import Place, swapped
from tests.system_packages import need_program

# Without the second, Caddy would put a certificate of its own among those that this machine trusts.
GLOBAL = """{{
	admin off
	skip_install_trust
	http_port {place.plain_port}
	https_port {place.port}
"""
SITE = """compass.example:{place.port} {{
	bind 127.0.0.1
	tls {place.folder}/fullchain.pem {place.folder}/privkey.pem
"""


def commands(place: Place) -> list[list[str]]:
    """Caddy in front of one site."""
    (behind,) = place.behind
    swaps = (
        (r"\A((?:#.*\n|\n)*)\{\n", r"\1" + GLOBAL.format(place=place)),
        (r"^compass\.example \{\n", SITE.format(place=place)),
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{behind}"),
        (r"/run/compass/away", str(place.away)),
    )
    # The ending keeps it apart from what Caddy writes.
    (place.folder / "caddy.conf").write_text(swapped("Caddyfile", swaps))
    program = need_program("caddy", "caddy")
    # Caddy keeps what it is told, and what it makes, for the next start.
    kept = [f"XDG_{kind}_HOME={place.folder}/{kind}" for kind in ("CONFIG", "DATA")]
    return [["env", *kept, program, "run", "--config", str(place.folder / "caddy.conf"), "--adapter", "caddyfile"]]
