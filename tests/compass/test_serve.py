"""The server keeps its memory private before it serves, and gives granian our words before those of the operator."""

import pytest

from compass import serve


@pytest.fixture
def done(monkeypatch):
    """What was done, in order."""
    done = []
    monkeypatch.setattr(serve, "keep_private", lambda: done.append("private"))
    monkeypatch.setattr(serve, "cli", done.append)
    monkeypatch.setattr(serve, "forget_code", lambda modules: done.append("new code"))
    return done


def test_memory_is_private_before_granian_starts(done):
    serve.main(["--port", "9000", "--workers", "4"])
    first, words = done
    assert (first, words[-4:], words[: len(serve.FLAGS)]) == (
        "private",
        ["--port", "9000", "--workers", "4"],
        [*serve.FLAGS],
    )


def test_a_worker_lasts_an_hour_and_no_request_is_logged():
    pairs = dict(zip(serve.FLAGS, serve.FLAGS[1:], strict=False))
    assert (pairs["--workers-lifetime"], "--no-access-log" in serve.FLAGS) == ("3600", True)


def test_each_worker_makes_the_site_with_its_memory_private(done):
    from compass.wsgi import application

    assert (serve.site(), done) == (application, ["private", "new code"])


def test_a_worker_reads_the_code_of_an_upgrade_and_no_more_than_that():
    modules = dict.fromkeys(("compass", "compass.memory", "compassion", "json"))
    serve.forget_code(modules)
    assert list(modules) == ["compassion", "json"]
