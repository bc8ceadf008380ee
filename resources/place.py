"""Places and laws as pages see them: frozen, in the active language, without what is for editors."""

from dataclasses import dataclass

from django.urls import reverse

from resources.core.adult_duty import AdultDuty
from resources.core.union import unions


@dataclass(frozen=True, slots=True)
class Place:
    """A country. `code` is ISO 3166-1, `regions` pairs of ISO 3166-2 code and name, sorted by name.

    `name_in_text`: as it stands after "for", "" where that is the name; `region_names_in_text`: of regions, by code.
    `region_notes`: what must be said beside the emergency number of a region, by its code.
    `postal_code`: an expression for its postal codes, "" where they look like any number.
    `timezones`: its clocks; `region_timezones`: the clock of nearly all of a region, by its code.
    `likely`: its place among the countries that are offered first, from 1; 0 for the others.
    `crime_here`: same-sex love is a crime there. `adult_duty`: the duty to report for an adult who cannot protect
    themself, None where it is not known; `region_duties`: that of a region, by its code.
    """

    code: str
    name: str
    eu: bool
    emergency_note: str
    regions: tuple[tuple[str, str], ...]
    name_in_text: str = ""
    region_names_in_text: tuple[tuple[str, str], ...] = ()
    region_notes: tuple[tuple[str, str], ...] = ()
    postal_code: str = ""
    timezones: tuple[str, ...] = ()
    region_timezones: tuple[tuple[str, str], ...] = ()
    likely: int = 0
    crime_here: bool = False
    adult_duty: AdultDuty | None = None
    region_duties: tuple[tuple[str, AdultDuty], ...] = ()

    def region_name(self, code: str) -> str:
        """The name of one of its regions, "" when it is not one of them."""
        return dict(self.regions).get(code, "")

    def in_text(self, region: str = "") -> str:
        """As a sentence names one of its regions, or itself: "the United States"."""
        known = self.region_name(region)
        return dict(self.region_names_in_text).get(region, known) if known else self.name_in_text or self.name

    @property
    def unions(self) -> frozenset[str]:
        """What facts may call it besides its own code."""
        return unions(self.eu)

    def usual_clock(self, region: str) -> str:
        """The one clock of the place, "" where there are several or none is known."""
        one = self.timezones[0] if len(self.timezones) == 1 else ""
        return dict(self.region_timezones).get(region, one)

    def href(self, name: str, region: str = "") -> str:
        """Address of its page of this name, or of the page of one of its regions."""
        return reverse(name, args=[part for part in (self.code.lower(), region.partition("-")[2].lower()) if part])

    def page_of_lines(self, region: str) -> tuple[str, str]:
        """Name in a sentence and address of the page with every line of a region, or of the country without one."""
        known = bool(self.region_name(region))
        return self.in_text(region), self.href("people-region", region) if known else self.href("people-country")

    def duty_in(self, region: str) -> AdultDuty | None:
        """The duty of a region to report for an adult; that of the country where the region has none on file."""
        return dict(self.region_duties).get(region, self.adult_duty)

    def note_for(self, region: str) -> str:
        """What to say beside the emergency number there; the country's own note where the region is not known."""
        return dict(self.region_notes).get(region, "") if self.region_name(region) else self.emergency_note
