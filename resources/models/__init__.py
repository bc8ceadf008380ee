"""The facts about the world as rows. They are written by `load_content` alone and read by `resources.repository` alone.

Every text is a JSON field `{"en": "…", "fr": "…"}`; `resources.core.translations.text` chooses. What is for editors
(conflicts, remarks) stays in the fixtures and never reaches a row, so no page can show it. Keys are those of the
fixtures (codes and slugs), so that a reload finds every row again.
May import Django alone. Start with `people.py`: a helpline and its channels.
"""

from resources.models.law import Law
from resources.models.people import Channel, Helpline
from resources.models.removal import Guide, Platform, TakedownService
from resources.models.world import Clock, Country, FactsVersion, Language, Region

__all__ = [
    "Channel",
    "Clock",
    "Country",
    "FactsVersion",
    "Guide",
    "Helpline",
    "Language",
    "Law",
    "Platform",
    "Region",
    "TakedownService",
]
