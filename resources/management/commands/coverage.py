"""`manage.py coverage`: the table of the README, what each country has of its own."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from resources import repository
from resources.contexts.coverage import CoverageRow, coverage_rows
from resources.core.coverage import Has
from resources.repository import FILES as NOT_LOADED

WORDS = {
    **{Has.YES: "yes", Has.PART: "in some parts", Has.YOUNG: "under 18", Has.UNION: "European"},
    **{Has.NO: "none known"},
}
HEADINGS = ("Country", "For children", "At night", "Pictures", "Law")


def table() -> str:
    """Every country as a table in Markdown, in English."""
    with override("en"):
        rows = [HEADINGS, ("---",) * len(HEADINGS), *map(_cells, coverage_rows())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cells(row: CoverageRow) -> tuple[str, ...]:
    found = row.coverage
    return row.name, *(WORDS[has] for has in (found.child, found.night, found.pictures, found.law))


class Command(BaseCommand):
    """Prints the table, to be put into the README where the facts have changed."""

    help = "Print what each country has of its own, as the README shows it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when no facts are loaded."""
        if repository.version_key()[0] == NOT_LOADED:
            raise CommandError("No facts are loaded. Run: python manage.py load_content")
        self.stdout.write(table(), ending="")
