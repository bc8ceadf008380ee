"""The facts as they stand in the fixtures: which kinds there are, and where each object belongs. Pure."""

from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]
# Each kind of fact and the field that names its objects.
FILES = {
    **{"countries": "code", "helplines": "slug", "platforms": "slug", "takedown": "slug", "law": "slug"},
    **{"clocks": "zone", "languages": "code"},
}
# These have a file for each country: `helplines/ca.json`. `int.json` and `eu.json` are for what no one country owns.
BY_COUNTRY = ("helplines", "law")
# Lists beside the facts: whose site an address is on, and what nobody has found a source for yet.
LISTS = ("hosts", "wanted")


class Content(dict[str, list[Row]]):
    """The rows of each kind; `files` names the file of each row, for those that were read from a disk.

    `hosts` and `wanted` are the lists beside the facts; None for what came from no folder: then no host is judged.
    """

    def __init__(self, rows: Mapping[str, list[Row]] = {}) -> None:
        super().__init__(rows)
        self.files: dict[str, list[str]] = {}
        self.hosts: list[Row] | None = None
        self.wanted: list[Row] | None = None

    def file_of(self, kind: str, position: int) -> str:
        """The name of the file in which this row stands; of its kind for a row that came from no file."""
        names = self.files.get(kind, [])
        return names[position] if position < len(names) else f"{kind}.json"


def home_of(kind: str, row: Row) -> str:
    """The country whose file holds a row: a line's own, or the first place of a law; in lower case, "" for none."""
    places = row.get("place") or [""]
    home = row.get("country") if kind == "helplines" else places[0] if isinstance(places, list) else ""
    return str(home or "").partition("-")[0].lower()
