"""Apps and sites with their guides, and the services that can get a picture removed."""

from django.db import models


class Platform(models.Model):
    """An app or a site. `path` stands in addresses, because some slugs hold words that an address must not."""

    slug = models.SlugField(max_length=60, primary_key=True)
    path = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    # For a name that describes: "Any website, forum or file host"; {} for one that is the same in every language.
    name_by_language = models.JSONField(db_default={})
    kind = models.CharField(max_length=20)
    aliases = models.JSONField()
    likely = models.PositiveSmallIntegerField()
    # Countries where it is likely, by ISO code, and the age for which it is: as in `resources.core.place_order`.
    likely_in = models.JSONField(db_default=[])
    likely_age = models.CharField(max_length=8, db_default="")
    # Made for LGBTQ+ people; made for selling pictures of oneself.
    lgbtq = models.BooleanField(db_default=False)
    sold_here = models.BooleanField(db_default=False)
    covered_by_us_48h = models.BooleanField(null=True)
    blackmail_form = models.BooleanField()
    report_deletes_or_exposes = models.JSONField(null=True)
    warnings = models.JSONField()
    minors_allowed_from = models.PositiveSmallIntegerField(null=True)
    # What to write down before asking: for everybody, and for an adult in a picture of an adult.
    evidence_tips = models.JSONField()
    evidence_tips_adult = models.JSONField()
    # The matching services it takes part in, by slug.
    matching = models.JSONField()
    sources = models.JSONField()
    # The column keeps its first name: the release before this one reads it while this one starts.
    read_on = models.DateField(db_column="checked_on")
    # Who called or opened it since, how and when: `{"on": "…", "how": "called", "by": "editor"}`; null: nobody.
    checked = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.slug


class Guide(models.Model):
    """How to ask one platform for one thing. Its steps are as in the fixtures, texts as everywhere."""

    key = models.CharField(max_length=70, primary_key=True)
    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="guides")
    position = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=16)
    where = models.CharField(max_length=5)
    account_needed = models.BooleanField(null=True)
    steps = models.JSONField()
    form_url = models.CharField(max_length=300, null=True)  # noqa: DJ001
    email = models.CharField(max_length=100, null=True)  # noqa: DJ001
    needs = models.JSONField()
    expect = models.JSONField(null=True)
    under_18_ok = models.BooleanField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.key


class TakedownService(models.Model):
    """A service or a legal route that can get a picture removed. `place` as in Law, or "*" for everywhere."""

    slug = models.SlugField(max_length=60, primary_key=True)
    name = models.JSONField()
    place = models.JSONField()
    # The part of a plan that shows it, one of `resources.core.removal.PARTS`.
    part = models.CharField(max_length=10, db_default="bodies")
    # It asks for somebody who is under 18 today, not only in the picture.
    only_minors_now = models.BooleanField(db_default=False)
    # The apps and sites it is for, by slug; none named: for any.
    only_on = models.JSONField(db_default=[])
    status = models.CharField(max_length=22)
    for_subject = models.CharField(max_length=8)
    age_alone_from = models.PositiveSmallIntegerField(null=True)
    who_can_use = models.JSONField()
    age_rule = models.JSONField(null=True)
    what_it_does = models.JSONField()
    what_it_cannot_do = models.JSONField(null=True)
    # It may write to or talk with the other person: then the safety plan stands before it.
    contacts_other_person = models.BooleanField(null=True)
    contact_note = models.JSONField(null=True)
    what_you_need = models.JSONField()
    needs_file_on_device = models.BooleanField()
    accepts_video = models.BooleanField(null=True)
    accepts_ai = models.BooleanField(null=True)
    # The parts a request must have, so that the clock starts.
    required_elements = models.JSONField()
    # Hours a law in force gives the site (deadline), a body's order (order), and after which one may complain (use).
    deadline_hours = models.PositiveSmallIntegerField(null=True)
    clock_starts = models.JSONField(null=True)
    order_deadline_hours = models.PositiveSmallIntegerField(null=True)
    use_after_hours = models.PositiveSmallIntegerField(null=True)
    # The slug of the service to turn to when this one did not act, and what to do then.
    complain_to = models.CharField(max_length=60, null=True)  # noqa: DJ001
    complaint = models.JSONField(null=True)
    url = models.CharField(max_length=300, null=True)  # noqa: DJ001
    languages = models.JSONField()
    participants = models.JSONField()
    participants_as_of = models.CharField(max_length=10, null=True)  # noqa: DJ001
    sources = models.JSONField()
    # The column keeps its first name: the release before this one reads it while this one starts.
    read_on = models.DateField(db_column="checked_on")
    # Who called or opened it since, how and when: `{"on": "…", "how": "called", "by": "editor"}`; null: nobody.
    checked = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.slug
