"""Helplines, and the ways to reach them."""

from django.db import models


class Helpline(models.Model):
    """People or a body to turn to. `country` is a country's code or INT; `regions` holds codes, "*" (all) or "EU"."""

    slug = models.SlugField(max_length=80, primary_key=True)
    # Its place in the file among those of its country: the editors' order, for lines that fit a person equally well.
    position = models.PositiveSmallIntegerField()
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
    # Whom it is for only: a list of codes; empty when it is for everybody.
    only_for = models.JSONField(db_default=[])
    # They talk to the other person in place of the one who asks, when asked to.
    goes_between = models.BooleanField(db_default=False)
    languages = models.JSONField()
    free = models.BooleanField(null=True)
    confidential = models.BooleanField(null=True)
    anonymous = models.BooleanField(null=True)
    url = models.CharField(max_length=300, null=True)  # noqa: DJ001
    official_source = models.BooleanField()
    # The number was seen in public code or data only, on no page.
    number_unsure = models.BooleanField(db_default=False)
    withdrawn = models.BooleanField()
    sources = models.JSONField()
    # The column keeps its first name: the release before this one reads it while this one starts.
    read_on = models.DateField(db_column="checked_on")
    # Who called or opened it since, how and when: `{"on": "…", "how": "called", "by": "editor"}`; null: nobody.
    checked = models.JSONField(null=True)

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
    # The word to send where a line has one for each language it answers in; {} where there is one for all.
    keyword_by_language = models.JSONField(db_default={})
    # OpenStreetMap opening_hours; null when nobody knows.
    opening_hours = models.CharField(max_length=120, null=True)  # noqa: DJ001
    timezone = models.CharField(max_length=40, null=True)  # noqa: DJ001
    hours_uncertain = models.BooleanField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.key
