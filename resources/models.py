"""The facts about the world as rows. They are written by `load_content` alone and read by `resources.selectors` alone.

Every text is a JSON field `{"en": "…", "fr": "…"}`; `resources.texts.text` chooses. What is for editors
(conflicts, remarks) stays in the fixtures and never reaches a row, so no page can show it.
"""

from django.db import models


class Country(models.Model):
    """A country that a visitor can choose. `code` is ISO 3166-1 alpha-2."""

    code = models.CharField(max_length=2, primary_key=True)
    name = models.JSONField()
    eu = models.BooleanField()
    # Shown when the region is not known and the emergency number differs inside the country.
    emergency_note = models.JSONField(null=True)
    sources = models.JSONField()
    checked_on = models.DateField()

    def __str__(self) -> str:
        return self.code


class Region(models.Model):
    """A province, territory or nation. `code` is ISO 3166-2."""

    code = models.CharField(max_length=6, primary_key=True)
    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="regions")
    name = models.JSONField()
    emergency_note = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.code


class Helpline(models.Model):
    """People or a body to turn to. `country` is a country's code or INT; `regions` holds codes, "*" (all) or "EU"."""

    slug = models.SlugField(max_length=80, primary_key=True)
    name = models.JSONField()
    organisation = models.CharField(max_length=200)
    country = models.CharField(max_length=3, db_index=True)
    regions = models.JSONField()
    emergency = models.BooleanField()
    serves = models.JSONField()
    notes = models.JSONField()
    age_min = models.PositiveSmallIntegerField(null=True)
    age_max = models.PositiveSmallIntegerField(null=True)
    youth_ok = models.BooleanField()
    adult_ok = models.BooleanField()
    for_roles = models.JSONField()
    # Which pictures a removal service takes: under-18, adult, any; null when it takes none.
    crosses = models.CharField(max_length=8, null=True)  # noqa: DJ001
    topics = models.JSONField()
    languages = models.JSONField()
    free = models.BooleanField(null=True)
    confidential = models.BooleanField(null=True)
    anonymous = models.BooleanField(null=True)
    url = models.CharField(max_length=300, null=True)  # noqa: DJ001
    official_source = models.BooleanField()
    withdrawn = models.BooleanField()
    sources = models.JSONField()
    checked_on = models.DateField()

    def __str__(self) -> str:
        return self.slug


class Channel(models.Model):
    """One way to reach a helpline. The key is the helpline's slug and the position, so that a reload finds it again."""

    key = models.CharField(max_length=90, primary_key=True)
    helpline = models.ForeignKey(Helpline, on_delete=models.CASCADE, related_name="channels")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    value = models.CharField(max_length=300)
    # How to read `value`: e164, short, or null for what is not a number.
    dial = models.CharField(max_length=5, null=True)  # noqa: DJ001
    from_abroad = models.BooleanField()
    label = models.JSONField()
    keyword = models.CharField(max_length=20, null=True)  # noqa: DJ001
    # OpenStreetMap opening_hours; null when nobody knows.
    opening_hours = models.CharField(max_length=120, null=True)  # noqa: DJ001
    timezone = models.CharField(max_length=40, null=True)  # noqa: DJ001
    hours_uncertain = models.BooleanField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.key


class Platform(models.Model):
    """An app or a site. `path` stands in addresses, because some slugs hold words that an address must not."""

    slug = models.SlugField(max_length=60, primary_key=True)
    path = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    aliases = models.JSONField()
    likely = models.PositiveSmallIntegerField()
    covered_by_us_48h = models.BooleanField(null=True)
    blackmail_form = models.BooleanField()
    report_deletes_or_exposes = models.JSONField(null=True)
    warnings = models.JSONField()
    sources = models.JSONField()
    checked_on = models.DateField()

    def __str__(self) -> str:
        return self.slug


class Law(models.Model):
    """A law, or a duty, in plain words. `place` holds codes of countries and regions, or "EU"."""

    slug = models.SlugField(max_length=60, primary_key=True)
    place = models.JSONField()
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=22)
    for_subject = models.CharField(max_length=8)
    applies_to_roles = models.JSONField()
    title = models.JSONField()
    plain = models.JSONField()
    how_to_use = models.JSONField()
    age_alone_from = models.PositiveSmallIntegerField(null=True)
    sources = models.JSONField()
    checked_on = models.DateField()

    def __str__(self) -> str:
        return self.slug


class FactsVersion(models.Model):
    """One row: which fixtures are loaded. Readers keep what they read until the digest changes."""

    digest = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        return self.digest
