"""A site as small as the shell needs: one question, one answer, and pages that break in known ways."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path

from compass import views
from compass.context_processors import site
from compass.visits.lifecycle import open_visit, visit_of


def plain(request):
    return HttpResponse(f"<p>{site(request)['site'].name}</p>")


def first(request):
    open_visit(request)
    return HttpResponse(get_token(request))


def look(request):
    return HttpResponse(repr(sorted(visit_of(request).keys() - {"_csrftoken"})))


def why(request):
    return HttpResponse(str(visit_of(request).lost))


def token(request):
    return HttpResponse(get_token(request))


def answer(request):
    visit_of(request).change(lambda state: state.update(answer=request.POST.get("answer")))
    return HttpResponse("kept")


def late(request):
    visit_of(request).delete()
    return answer(request)


def late_by_hand(request):
    visit_of(request).delete()
    visit_of(request)["answer"] = "x"
    visit_of(request).save()


def broken(request):
    visit_of(request)["answer"] = "x"
    raise ValueError(f"{request.GET.get('q')} {request.path}")


def suspicious(request):
    raise SuspiciousOperation(request.get_full_path())


# Pages that others lead to.
NAMES = ("now", "plan", "people", "places", "safety", "privacy", "about")

urlpatterns = [
    path("", plain, name="front"),
    path("first/", first, name="guide"),
    path("look/", look),
    path("why/", why),
    path("token/", token),
    path("answer/", answer),
    path("late/", late),
    path("late-by-hand/", late_by_hand),
    path("broken/", broken),
    path("broken-with-a-name/<str:word>/", lambda request, word: broken(request), name="breaks"),
    path("away/<str:word>/", lambda request, word: HttpResponse(word, status=503), name="away"),
    path("suspicious/", suspicious),
    path("leave/", views.leave, name="leave"),
    path("start-again/", views.start_again, name="start-again"),
    path("visit/", plain, name="visit"),
    *(
        path(f"{name}/", plain, name=name)
        for name in ("now", "plan", "people", "places", "plan", "safety", "privacy", "about")
    ),
]
handler400 = "compass.views.bad_request"
handler403 = "compass.views.visit_cleared"
handler500 = "resources.views.errors.server_error"
