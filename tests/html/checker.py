"""The Nu HTML checker: one run of Java over many pages."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path


def complaints(jar: Path, pages: Mapping[str, str], folder: Path) -> list[str]:
    """Errors and warnings on these pages (name -> HTML), each once, with where it was found; [] where all is well.

    `folder` is empty and takes the files. Raises CalledProcessError when Java fails.
    """
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_text(html, encoding="utf-8")
        names[file.name] = name
    asked = ["java", "-Xmx512m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout", str(folder)]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    found: dict[str, set[str]] = {}
    for message in json.loads(told)["messages"]:
        kind, words = message.get("subType", message["type"]), message["message"]
        line = f"{kind}: {words} In: {' '.join(message.get('extract', '').split())}"
        found.setdefault(line, set()).add(names[message["url"].rsplit("/", 1)[-1]])
    return [f"{line} On: {', '.join(sorted(on)[:3])} ({len(on)} pages)" for line, on in sorted(found.items())]
