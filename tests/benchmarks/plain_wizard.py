"""The other side of the benchmark: a plain formtools wizard of eight radio questions on default SQLite settings."""

import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings

SLUGS = tuple(f"q{number}" for number in range(1, 9))


def configure(folder: Path) -> None:
    """The smallest project that a plain wizard needs, nothing tuned."""
    settings.configure(
        SECRET_KEY="only-for-this-benchmark",
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.sessions", "formtools"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "plain.sqlite3"}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
    )
    django.setup()


def build_urls() -> list[object]:
    """Addresses of the plain wizard."""
    from django import forms
    from django.http import HttpResponse
    from django.urls import path, re_path
    from formtools.wizard.views import NamedUrlSessionWizardView

    class Radio(forms.Form):
        answer = forms.ChoiceField(choices=[("a", "A"), ("b", "B"), ("c", "C")], widget=forms.RadioSelect)

    def said_a(view: NamedUrlSessionWizardView) -> bool:
        return (view.get_cleaned_data_for_step("q1") or {"answer": "a"})["answer"] == "a"

    class Plain(NamedUrlSessionWizardView):
        form_list = [(slug, Radio) for slug in SLUGS]
        condition_dict = {"q4": said_a, "q6": said_a}

        def done(self, form_list: object, **kwargs: object) -> HttpResponse:
            return HttpResponse("done")

    view = Plain.as_view(url_name="step", done_step_name="finished")
    return [re_path(r"^wizard/(?P<step>.+)/$", view, name="step"), path("wizard/", view, name="wizard")]


def main(rounds: int) -> None:
    """Prints the median milliseconds of one answer and the page after it."""
    with tempfile.TemporaryDirectory() as folder:
        configure(Path(folder))
        globals()["urlpatterns"] = build_urls()
        from django.core.management import call_command

        from tests.benchmarks.timing import answer_times

        call_command("migrate", verbosity=0)
        print(answer_times("/wizard/q1/", rounds, lambda slug: {f"{slug}-answer": "a"}, SLUGS[:-1]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
