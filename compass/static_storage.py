"""Static files as browsers get them: a name that changes with the content, packed, and style sheets without remarks."""

import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Raise this when `stripped` changes, so that the next start collects again.
STRIPPING = "1"


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """WhiteNoise's storage; a style sheet is stripped on the way in."""

    def _save(self, name: str, content: Any) -> str:
        if name.endswith(".css"):
            content = ContentFile(stripped(b"".join(content.chunks()).decode()).encode(), name)
        return str(super()._save(name, content))


def stripped(sheet: str) -> str:
    """The same style sheet without remarks and ends of lines. It has no remark inside a text."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<=[{};,])\s*\n\s*", "", bare)).strip()
