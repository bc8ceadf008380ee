"""The map that is kept is the one that the code draws, and the command writes nothing else."""

import re

import pytest
from django.core.management import CommandError, call_command

from wizard.review.flowmap.chart import chart_of
from wizard.review.flowmap.files import BEGIN, END, FOLDER, README, TABLES, between, draw
from wizard.review.flowmap.mermaid import flowchart

CHART = chart_of()
DIAGRAM = flowchart(CHART.questions)
PAGE = f"# Top\n\n{BEGIN}\nold\n{END}\n\nFoot\n"
FRESH = f"# Top\n\n{BEGIN}\n\n{DIAGRAM}\n\n{END}\n\nFoot\n"


@pytest.fixture
def project(monkeypatch, tmp_path):
    """A folder with a README.md and no map yet, in which the command writes."""
    monkeypatch.setattr("wizard.management.commands.flowmap.FOLDER", tmp_path)
    # That it can be drawn, and comes out the same each time, is tested below; here it is drawn once.
    monkeypatch.setattr("wizard.management.commands.flowmap.chart_of", lambda: CHART)
    (tmp_path / README).write_text(PAGE, "utf-8")
    return tmp_path


def held(folder) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*")}


@pytest.mark.parametrize("name", [TABLES, README])
def test_the_kept_map_is_up_to_date(name):
    assert (FOLDER / name).read_bytes() == draw(CHART, FOLDER)[name].encode(), "run: python manage.py flowmap"


def test_nothing_else_is_kept_beside_it():
    assert [path.name for path in (FOLDER / TABLES).parent.iterdir()] == ["flow.md"]


@pytest.mark.parametrize("name", [TABLES, README])
def test_both_files_hold_the_same_diagram_once(name):
    found = re.findall(r"^```mermaid\n.*?^```$", (FOLDER / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found == [DIAGRAM]


def test_drawn_twice_it_is_the_same():
    assert draw(chart_of(), FOLDER) == draw(CHART, FOLDER)


def test_only_what_stands_between_the_comments_is_new():
    assert (between(PAGE, DIAGRAM), between(FRESH, DIAGRAM)) == (FRESH, FRESH)


@pytest.mark.parametrize("page", ["# Top\n", f"{BEGIN}\n", f"{END}\n", f"{END}\n{BEGIN}\n"])
def test_a_page_without_its_two_comments_is_refused(project, page):
    (project / README).write_text(page, "utf-8")
    with pytest.raises(CommandError, match=r"README\.md needs “<!-- map of the questions"):
        call_command("flowmap")
    assert held(project) == {README: page}


def test_a_project_without_the_page_is_refused(project):
    (project / README).unlink()
    with pytest.raises(CommandError, match=r"README\.md"):
        call_command("flowmap")
    assert held(project) == {}


def test_the_command_writes_and_then_finds_nothing_to_do(project, capsys):
    call_command("flowmap")
    call_command("flowmap", "--check")
    assert held(project) == {README: FRESH, TABLES: (FOLDER / TABLES).read_text("utf-8")}
    assert capsys.readouterr().out == "2 of 2 files written\nThe map is up to date\n"


@pytest.mark.parametrize(
    ("name", "stale"), [(TABLES, None), (TABLES, "old"), (README, PAGE)], ids=["no tables", "old tables", "old diagram"]
)
def test_the_check_fails_when_a_file_is_missing_or_stale_and_writes_nothing(project, name, stale):
    call_command("flowmap", verbosity=0)
    (project / name).unlink()
    if stale is not None:
        (project / name).write_text(stale, "utf-8")
    before = held(project)
    with pytest.raises(CommandError, match=rf"^Not up to date: {re.escape(name)}\. Run: python manage\.py flowmap$"):
        call_command("flowmap", "--check")
    assert held(project) == before
