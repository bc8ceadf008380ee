"""Countries, their regions, and which fixtures are loaded."""

from django.db import models


class DutyForAdults(models.Model):
    """Who must report harm to an adult who cannot protect themself: one of `resources.core.adult_duty.DUTIES`."""

    # "" where nobody has read about it. It is then read with care, as "should".
    adult_duty = models.CharField(max_length=6, db_default="")
    adult_duty_note = models.JSONField(db_default={})
    # Where and when that was read: `{"sources": […], "read_on": "…"}`.
    adult_duty_seen = models.JSONField(db_default={})

    class Meta:
        abstract = True


class Country(DutyForAdults):
    """A country that a visitor can choose. `code` is ISO 3166-1 alpha-2."""

    code = models.CharField(max_length=2, primary_key=True)
    name = models.JSONField()
    # As it stands after "for": "the United States", "le Canada"; {} where that is the name itself.
    name_in_text = models.JSONField(db_default={})
    eu = models.BooleanField()
    # Shown when the region is not known and the emergency number differs inside the country.
    emergency_note = models.JSONField(null=True)
    # An expression for its postal codes, where they look like nothing else; "" for none.
    postal_code = models.CharField(max_length=100, db_default="")
    # Its clocks by their names in the tz database, as a list of them is read.
    timezones = models.JSONField(db_default=[])
    # Its place among the countries that are offered first, from 1; 0 for the others.
    likely = models.PositiveSmallIntegerField(db_default=0)
    # Same-sex love is a crime there. True until the facts are loaded: the careful reading.
    crime_here = models.BooleanField(db_default=True)
    sources = models.JSONField()
    # The column keeps its first name: the release before this one reads it while this one starts.
    read_on = models.DateField(db_column="checked_on")

    def __str__(self) -> str:
        return self.code


class Region(DutyForAdults):
    """A province, territory or nation. `code` is ISO 3166-2."""

    code = models.CharField(max_length=6, primary_key=True)
    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="regions")
    name = models.JSONField()
    name_in_text = models.JSONField(db_default={})
    emergency_note = models.JSONField(null=True)
    # The clock of nearly all of it; "" where it has several, or where the country has one.
    timezone = models.CharField(max_length=40, db_default="")

    def __str__(self) -> str:
        return self.code


class Clock(models.Model):
    """A clock that pages name. `zone` is its name in the tz database; `everywhere`: offered in any country."""

    zone = models.CharField(max_length=40, primary_key=True)
    # West to east, for those that are offered everywhere.
    position = models.PositiveSmallIntegerField()
    name = models.JSONField()
    everywhere = models.BooleanField()

    def __str__(self) -> str:
        return self.zone


class Language(models.Model):
    """A language that a helpline speaks. `code` is ISO 639."""

    code = models.CharField(max_length=3, primary_key=True)
    name = models.JSONField()

    def __str__(self) -> str:
        return self.code


class FactsVersion(models.Model):
    """One row: which fixtures are loaded. Readers keep what they read until the digest changes."""

    digest = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        return self.digest
