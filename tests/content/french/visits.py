"""French pages by whom they speak to: those without a visit, and those of people who read "tu" or "vous"."""

from collections.abc import Mapping

from compass.languages import FRENCH
from tests.html.collecting import Collector, Shelf
from tests.html.page_kinds import FORMS
from tests.people import (
    ADULT_ALBERTA,
    FATHER_SCOTLAND,
    PEOPLE,
    TEEN_NOVA_SCOTIA,
    WORKER_ONTARIO,
)
from wizard.core.voice import french_voice
from wizard.journey.journey import Journey

EVERYBODY: Mapping[str, Mapping[str, str]] = {
    **PEOPLE,
    "adult in Alberta": ADULT_ALBERTA,
    "father in Scotland": FATHER_SCOTLAND,
    "teen in Nova Scotia": TEEN_NOVA_SCOTIA,
    "worker of an adult": WORKER_ONTARIO,
}
