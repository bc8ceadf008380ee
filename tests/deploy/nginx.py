"""nginx with the file of the project in front of a server, on ports and in folders of a test."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.project.server import free_port
from tests.project.source_tree import ROOT
from tests.system_packages import need_program

# As root, its workers would be somebody who may not read the folders of a test.
USER = "user root;" if os.geteuid() == 0 else ""
AROUND = """
{user}
worker_processes 2;
pid {folder}/pid;
error_log stderr;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log {folder}/access.log;
    include {folder}/site.conf;
}}
"""


def site_file(folder: Path, behind: int, port: int, away: Path) -> str:
    """The project's file with what has to differ here: ports, the certificate, the folder of saved pages."""
    text = (ROOT / "compass" / "deploy" / "nginx.conf").read_text()
    swaps = (
        (r"listen \[::\]:\d+[^;]*;", ""),
        (r"listen 80;", f"listen 127.0.0.1:{free_port()};"),
        (r"listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;"),
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{behind}"),
        (r"/etc/letsencrypt/live/compass\.example/", f"{folder}/"),
        (r"/run/compass/away", str(away)),
    )
    for old, new in swaps:
        text, times = re.subn(old, new, text)
        if not times:
            raise ValueError(f"The file has no {old}.")
    return text


@contextmanager
def in_front_of(folder: Path, behind: int, away: Path) -> Iterator[int]:
    """The port of https. What nginx wrote lies in `folder`: stderr, and access.log if it writes one."""
    nginx, openssl = need_program("nginx", "nginx-light"), need_program("openssl", "openssl")
    key = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=compass.example")
    files = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    subprocess.run([openssl, *key, *files], check=True, capture_output=True)
    port = free_port()
    (folder / "site.conf").write_text(site_file(folder, behind, port, away))
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=USER))
    command = [nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]
    subprocess.run([*command[:-2], "-t"], check=True, capture_output=True)
    with (folder / "stderr").open("w") as said, subprocess.Popen(command, stderr=said) as process:
        try:
            time.sleep(0.3)
            yield port
        finally:
            process.terminate()
            process.wait(10)
