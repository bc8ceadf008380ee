"""How old, now and in the picture: the two questions of the guide on one page, before the first text of a visit.

Who comes straight from the page of a place was asked nothing yet, and the age decides what a text may say. Choices,
words and conditions are those of the guide, and what is chosen is kept as an answer of the guide.
"""

from django.http import QueryDict

from wizard.core.flow import Path, walk
from wizard.core.questions import BY_SLUG, FLOW
from wizard.guide.forms import AnswerForm
from wizard.journey.journey import Journey

NOW, THEN = "age", "age-then"
GROWN = "18-plus"
# A hidden field: which of the two stood on the page, and that the form is this one and no request.
ASKED = "ages"


def is_due(journey: Journey) -> bool:
    """True while one of the two applies and was neither answered nor skipped."""
    stops = (journey.path.stop(slug) for slug in (NOW, THEN))
    return any(stop is not None and stop.open for stop in stops)


class AgeForm:
    """The questions that stand on the page: both, or only the second where the age today is known.

    `forms`: one for each, in order. `asked`: their slugs, as the hidden field says them.
    """

    def __init__(self, journey: Journey, sent: QueryDict | None = None, *, again: bool = False) -> None:
        """`again`: somebody came to change what they said, so both are shown."""
        self._journey = journey
        grown = walk(FLOW, {**journey.stored, NOW: [GROWN]}, journey.world)
        stop = journey.path.stop(NOW)
        known = stop is not None and not stop.open
        only_then = sent[ASKED] == THEN if sent and ASKED in sent else known and not again
        self._now = None if only_then and known else self._form(NOW, journey.path, sent)
        self._then = self._form(THEN, grown, sent) if grown.stop(THEN) else None
        if self._now and self._then:
            # Left empty beside an age it counts as skipped: it is for adults only.
            self._then.fields["answer"].required = False
        self.forms = tuple(form for form in (self._now, self._then) if form)
        self.asked = " ".join(form.question.slug for form in self.forms)

    def is_valid(self) -> bool:
        """True when every question has an answer that is offered; the second one may be left empty beside the first."""
        return all(form.is_valid() for form in self.forms)

    def keep(self, *, skip: bool = False) -> None:
        """Keeps what was chosen as answers of the guide; with `skip` each question that stands here was skipped."""
        for form in self.forms:
            slug = form.question.slug
            # The second one applies only where the first was just answered with an adult age.
            if self._journey.path.stop(slug):
                self._journey.answer(slug, () if skip else _chosen(form))

    def _form(self, slug: str, path: Path, sent: QueryDict | None) -> AnswerForm:
        question, stop = BY_SLUG[slug], path.stop(slug)
        given = {"answer": stop.values[0]} if stop and stop.values else {}
        choices = question.choices(path.before(slug), self._journey.world)
        return AnswerForm(sent, prefix=slug, question=question, choices=choices, initial=given)


def _chosen(form: AnswerForm) -> tuple[str, ...]:
    return form.values if form.cleaned_data["answer"] else ()
