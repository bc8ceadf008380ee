"""Laws and duties."""

from django.db import models


class Law(models.Model):
    """A law, or a duty, in plain words. `place` holds codes of countries and regions, or "EU"."""

    slug = models.SlugField(max_length=60, primary_key=True)
    place = models.JSONField()
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=22)
    # The day from which a law that was passed counts; null where none is known.
    starts = models.DateField(null=True)
    for_subject = models.CharField(max_length=8)
    applies_to_roles = models.JSONField()
    title = models.JSONField()
    plain = models.JSONField()
    how_to_use = models.JSONField()
    age_alone_from = models.PositiveSmallIntegerField(null=True)
    sources = models.JSONField()
    # The column keeps its first name: the release before this one reads it while this one starts.
    read_on = models.DateField(db_column="checked_on")
    # Who called or opened it since, how and when: `{"on": "…", "how": "called", "by": "editor"}`; null: nobody.
    checked = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.slug
