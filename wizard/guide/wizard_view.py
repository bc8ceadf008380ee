"""The guide as a wizard: the only module that knows formtools. It keeps nothing itself; the sealed visit does.

formtools keeps the whole POST, every abandoned branch and its own idea of the current step. Here the address says
which question is meant, `walk` says whether it may be asked, and only the declared field is kept.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods
from formtools.wizard.forms import ManagementForm
from formtools.wizard.storage.base import BaseStorage
from formtools.wizard.views import NamedUrlSessionWizardView

from compass.http import only_looking
from compass.visits.lifecycle import open_visit
from wizard.core.flow import PathStep
from wizard.core.questions import BY_SLUG, FLOW
from wizard.guide.context import question_context
from wizard.guide.forms import AnswerForm
from wizard.journey.journey import Journey
from wizard.journey.redirects import next_page, see_other


class VisitStorage(BaseStorage):
    """Hands answers to the journey. The current step lives for one request only: it is named by the address."""

    def __init__(self, prefix: str, request: HttpRequest | None = None, file_storage: object = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()

    def get_step_data(self, step: str) -> None:
        """Nothing: stored answers fill a form as initial values, so that a page never opens with an error."""

    def set_step_data(self, step: str, cleaned_data: Any) -> None:
        """Kept by the view through the journey."""


def _on_path(slug: str) -> Callable[["GuideView"], bool]:
    return lambda view: slug in view.journey.path.slugs


@method_decorator(require_http_methods(["GET", "HEAD", "POST"]), name="dispatch")
class GuideView(NamedUrlSessionWizardView):
    """One page a question. Whatever does not belong leads to the first open question."""

    storage_name = "wizard.guide.wizard_view.VisitStorage"
    form_list = [(question.slug, AnswerForm) for question in FLOW]
    condition_dict = {question.slug: _on_path(question.slug) for question in FLOW}
    template_name = "guide/question.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.journey = Journey(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self._stop is None:
            return next_page(self.journey)
        if only_looking(request):
            # A browser that fetches ahead asks again when somebody taps: only then does a visit begin.
            return HttpResponse(status=204)
        open_visit(request)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        stop = self._stop
        if stop is None or self._forged:
            return next_page(self.journey)
        self.storage.current_step = stop.question.slug
        if "skip" in request.POST:
            self.journey.answer(stop.question.slug, ())
            return next_page(self.journey)
        form = self.get_form(data=request.POST)
        if not form.is_valid():
            return self.render(form)
        self.journey.answer(stop.question.slug, form.values)
        return self.render_next_step(form)

    def render_next_step(self, form: forms.Form, **kwargs: Any) -> HttpResponse:
        danger = self.steps.current == "danger" and not self.journey.path.replies.only("danger", "none")
        return see_other("now-guide") if danger else next_page(self.journey)

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        slug = step or self.steps.current
        question, before = BY_SLUG[slug], self.journey.path.before(slug)
        return {"question": question, "choices": question.choices(before, self.journey.world)}

    def get_form_initial(self, step: str) -> dict[str, Any]:
        stop = self.journey.path.stop(step)
        if stop is None or not stop.values:
            return {}
        return {"answer": list(stop.values) if stop.question.many else stop.values[0]}

    def get_context_data(self, form: AnswerForm, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=form, **kwargs)
        # The one field of formtools' management form, written by the template: drawing the form is slow.
        context["step_field"] = f"{self.prefix}-current_step"
        return {**context, **question_context(self.journey, self.steps.current, form)}

    @property
    def _stop(self) -> PathStep | None:
        # Only questions up to the first open one may be asked: an early deep link has no ground to stand on yet.
        step = self.kwargs.get("step")
        return next((stop for stop in self.journey.path.reached if stop.question.slug == step), None)

    @property
    def _forged(self) -> bool:
        management = ManagementForm(self.request.POST, prefix=self.prefix)
        return management.is_valid() and management.cleaned_data["current_step"] != self.kwargs.get("step")


guide = GuideView.as_view(url_name="question")
