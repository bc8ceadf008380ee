"""nginx: as a proxy by nginx.conf, and beside HAProxy by nginx-away.conf."""

import os
from pathlib import Path

from tests.deploy.proxies.place import Place, swapped
from tests.system_packages import need_program

# As root, its workers would be somebody who may not read the folders of a test.
USER = "user root;" if os.geteuid() == 0 else ""
AROUND = """
{user}
worker_processes 2;
pid {folder}/{name}.pid;
error_log stderr;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log {folder}/{name}.log;
    include {folder}/{name}-site.conf;
}}
"""


def commands(place: Place) -> list[list[str]]:
    """nginx in front of one site."""
    (behind,) = place.behind
    swaps = (
        (r"listen \[::\]:\d+[^;]*;", ""),
        (r"listen 80;", f"listen 127.0.0.1:{place.plain_port};"),
        (r"listen 443 ssl http2;", f"listen 127.0.0.1:{place.port} ssl http2;"),
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{behind}"),
        (r"/etc/letsencrypt/live/compass\.example/", f"{place.folder}/"),
        (r"/run/compass/away", str(place.away)),
    )
    return [command(place.folder, "nginx", swapped("nginx.conf", swaps))]


def beside(place: Place, port: int) -> list[str]:
    """nginx with what HAProxy cannot serve, on a port."""
    swaps = (
        (r"127\.0\.0\.1:8001", f"127.0.0.1:{port}"),
        (r"/run/compass/away", str(place.away)),
        (r"/var/www/html", str(place.folder / "html")),
    )
    return command(place.folder, "nginx-away", swapped("nginx-away.conf", swaps))


def command(folder: Path, name: str, site: str) -> list[str]:
    """Writes the file of a site and one around it, and says how nginx is started with them."""
    (folder / f"{name}-site.conf").write_text(site)
    (folder / f"{name}.conf").write_text(AROUND.format(folder=folder, name=name, user=USER))
    program = need_program("nginx", "nginx-light")
    return [program, "-c", str(folder / f"{name}.conf"), "-p", str(folder), "-g", "daemon off;"]
