"""What the database holds of a visit: sealed boxes and two rounded times. Nothing here opens without the cookie."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from compass.visits.expiry import furthest


class VisitQuerySet(models.QuerySet["Visit"]):
    """Questions that the rows can answer without being opened."""

    def alive(self, now: datetime) -> "VisitQuerySet":
        """Visits that may still be opened at `now`."""
        idle, end = furthest(now)
        return self.filter(idle_until__gt=now, idle_until__lt=idle, ends_at__gt=now, ends_at__lt=end)

    def expired(self, now: datetime) -> "VisitQuerySet":
        """Visits that can never be opened again."""
        idle, end = furthest(now)
        past = models.Q(idle_until__lte=now) | models.Q(ends_at__lte=now)
        return self.filter(past | models.Q(idle_until__gte=idle) | models.Q(ends_at__gte=end))

    def erase(self) -> int:
        """Deletes these visits with their notes, without fetching the boxes; gives the number of visits.

        For a transaction. The visits are locked before their notes, in one order, as whoever writes a note does.
        """
        names = list(self.select_for_update().order_by("pk").values_list("pk", flat=True))
        held = self.model._default_manager.using(self.db).filter(pk__in=names)
        return held.only("row_id").delete()[1].get("compass.Visit", 0) if names else 0


class Visit(models.Model):
    """One visit: its row id is made from the cookie, its box opens with a key made from the cookie."""

    row_id = models.CharField(primary_key=True, max_length=64)
    box = models.BinaryField()
    idle_until = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(db_index=True)

    objects = VisitQuerySet.as_manager()

    def __str__(self) -> str:
        """Says nothing about the visit: row ids do not belong in a log."""
        return "visit"

    def is_alive(self, now: datetime) -> bool:
        """True while it may still be opened; as `alive()`, for a row that was read already."""
        idle, end = furthest(now)
        return now < self.idle_until < idle and now < self.ends_at < end


class SealedRecordQuerySet(models.QuerySet["SealedRecord"]):
    """Notes in the order in which they were written."""

    def of(self, row_ids: Iterable[str]) -> "SealedRecordQuerySet":
        """The notes of these visits, first one first."""
        return self.filter(visit_id__in=list(row_ids)).order_by("position")


class SealedRecord(models.Model):
    """One sealed entry of the log. Notes are rows of their own, so that adding one never rewrites another."""

    note_id = models.CharField(primary_key=True, max_length=32)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="notes")
    position = models.PositiveIntegerField()
    box = models.BinaryField()

    objects = SealedRecordQuerySet.as_manager()

    class Meta:
        # The name that the table has had since it was made: the version before this one goes on reading it.
        db_table = "compass_note"
        constraints = [models.UniqueConstraint(fields=["visit", "position"], name="one_note_a_position")]

    def __str__(self) -> str:
        """Says nothing about the note."""
        return "note"

    @property
    def owner(self) -> str:
        """What the box is bound to: a note copied into another row or visit does not open."""
        return f"{self.visit_id}:{self.note_id}"
