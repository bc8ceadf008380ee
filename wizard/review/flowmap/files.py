"""The files of the map: their text, and whether the copies in the repository are up to date."""

from pathlib import Path

from wizard.review.flowmap.chart import Chart
from wizard.review.flowmap.markdown import markdown
from wizard.review.flowmap.svg import svg

FOLDER = Path(__file__).parents[2] / "map"


def draw(chart: Chart) -> dict[str, str]:
    """The text of each file of the map, by its name."""
    return {"flow.md": markdown(chart), "flow.svg": svg(chart)}


def stale(files: dict[str, str], folder: Path) -> list[str]:
    """Names of the files that are missing in the folder or hold something else, byte for byte."""

    def is_fresh(name: str) -> bool:
        path = folder / name
        return path.is_file() and path.read_bytes() == files[name].encode()

    return [name for name in files if not is_fresh(name)]
