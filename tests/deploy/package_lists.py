"""The Debian packages that each file of the project names: what must be the same in all of them."""

import re

from tests.project.source_tree import text

CONTAINERFILE, HANDBOOK = "compass/deploy/Containerfile", "compass/deploy/README.md"
# Of the handbook alone: a container has no proxy in it, and its code comes with it.
BESIDE_THE_SITE = {"git", "curl", "nginx-light", "certbot"}


def installed(path: str) -> set[str]:
    """What the first `apt-get install` of a file installs, over all of its lines."""
    joined = text(path).replace("\\\n", " ")
    words = re.search(r"apt-get install (.*?)(?:&&|`|\n)", joined)[1].split()
    return {word for word in words if not word.startswith("-")}


def of_the_readme() -> set[str]:
    """What README wants for the PDF files of a real site: libraries and fonts."""
    part = text("README.md").split("## Run it")[1].split("## ")[0]
    return {*re.findall(r"\b(?:lib|fonts-)[\w.-]+", part)}


def of_ci() -> set[str]:
    """What `.ci/run` installs, whatever the machine has."""
    block = text(".ci/run").split("packages=(\n")[1].split("\n)")[0]
    return {word for line in block.splitlines() for word in line.split("#")[0].split()}
