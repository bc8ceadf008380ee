"""One form for every question: a field called `answer`, its choices given by the question."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, Question

# More choices than this would be a wall of cards on a phone: a list box is shorter to get through.
MOST_CARDS = 15


class _OneValue:
    """Refuses several values where one is asked: a browser never sends them, so the page says so."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        values = data.getlist(name) if isinstance(data, MultiValueDict) else [data[name]] if name in data else []
        return values[0] if len(values) == 1 else (repr(values) if values else None)


class OneCard(_OneValue, forms.RadioSelect):
    """One card of several."""


class OneInList(_OneValue, forms.Select):
    """One line of a long list."""


class AnswerForm(forms.Form):
    """The answer to one question. `choices` are those offered to this visitor now."""

    use_required_attribute = False

    def __init__(self, *args: Any, question: Question, choices: tuple[Choice, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question, self.choices = question, choices
        self.fields["answer"] = _field(question, choices)

    @property
    def kind(self) -> str:
        """How the choices are drawn: checkbox, radio or select."""
        return str(self.fields["answer"].widget.input_type)

    @property
    def values(self) -> tuple[str, ...]:
        """The cleaned answer as a tuple of values, without those that give way to others."""
        given = self.cleaned_data["answer"]
        return self.question.settle(given if self.question.many else [given])


def _field(question: Question, choices: tuple[Choice, ...]) -> forms.ChoiceField:
    pairs: list[tuple[str, Any]] = [(choice.value, choice) for choice in choices]
    errors = {
        "required": _("Choose an answer, or use “Skip / not sure”."),
        "invalid_choice": _("Choose one of the answers on this page."),
        "invalid_list": _("Choose one of the answers on this page."),
    }
    if question.many:
        return forms.MultipleChoiceField(
            choices=pairs, widget=forms.CheckboxSelectMultiple, error_messages=errors, label=""
        )
    if len(pairs) > MOST_CARDS:
        pairs.insert(0, ("", _("Choose from the list")))
        return forms.ChoiceField(choices=pairs, widget=OneInList, error_messages=errors, label="")
    return forms.ChoiceField(choices=pairs, widget=OneCard, error_messages=errors, label="")
