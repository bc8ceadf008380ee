"""The book holds all that a person can be told, each thing once, and the command writes it as a page and as a file."""

import html
import re
import shutil
import subprocess
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.template import engines

from resources.loading.content import FILES
from resources.loading.fixtures import digest, read
from tests.content.step_words import plain
from tests.project.source_tree import ROOT, text, under
from tests.resources.conftest import written
from tests.system_packages import need_font, need_pango, need_program
from wizard.core.answers import FLAGS
from wizard.core.phrase_tables import read_phrases
from wizard.core.plan import SECTIONS
from wizard.core.questions import FLOW
from wizard.core.step_rules import STEP_RULES
from wizard.review.book import build, pages
from wizard.review.book.rules import numbers, phrase_rules, safety_rules
from wizard.review.book.shared import NUMBERS, SHARED, SILENT
from wizard.review.book.template_reader import words_of
from wizard.review.book.tree import texts
from wizard.review.book.unsettled import Unsettled, read_unsettled
from wizard.review.flowmap import chart

FIXTURES = ROOT / "fixtures"
DAY = date(2026, 11, 22)
STEPS = [row.slug for row in STEP_RULES]


@cache
def book() -> str:
    return build.book("Compass", DAY, FIXTURES)


@cache
def words() -> str:
    """All that can be read in it, on one line."""
    return plain(book().split("</style>", 1)[1])


def named(mark: str) -> list[str]:
    """What a mark of the book names, in order."""
    return [html.unescape(name) for name in re.findall(rf' {mark}="([^"]*)"', book())]


# --- each thing once --------------------------------------------------------------------------------------------------


def test_every_question_is_there_once_in_order():
    assert named("data-question") == [question.slug for question in FLOW]


def test_every_answer_of_every_question_is_there():
    offered = {(question.slug, answer.value) for question in chart.chart_of().questions for answer in question.answers}
    parts = dict(zip(named("data-question"), book().split("<article data-question=")[1:], strict=True))
    assert {(slug, value) for slug, value in offered if f"<code>{value}</code>" not in parts[slug]} == set()


def test_every_step_is_there_once_in_order_with_its_titles():
    titles = [title for step in chart.chart_of().steps for pair in (*step.own, *step.theirs) for title in pair]
    assert named("data-book-step") == STEPS
    assert [title for title in titles if title not in words()] == []


def test_every_rule_about_phrases_is_there_once_in_order():
    assert named("data-phrase") == [phrase.name for phrase in read_phrases(STEPS)]


@pytest.mark.parametrize("name", FILES)
def test_every_fact_is_there_once(name):
    found = [slug for slug in named("data-fact") if slug.startswith(f"{name}/")]
    assert sorted(found) == sorted(f"{name}/{row[FILES[name]]}" for row in read(FIXTURES)[name])


def test_the_rules_are_told_by_number():
    assert sorted({one.number for one in safety_rules()}) == [*range(1, 16), 20, 23]
    assert [one for one in safety_rules() if not one.sentence or one.sentence not in words()] == []


def test_a_rule_about_some_steps_names_them():
    told = {(one.number, one.steps) for one in safety_rules()}
    assert {
        (5, ("say-no", "remove", "block")),
        (5, ("stop-contact", "block", "lock-accounts")),
        (14, ("stop-contact", "block", "lock-accounts")),
    } - told == set()


def test_every_flag_of_a_condition_is_explained():
    steps, shared, rows = pages.step_pages(chart.chart_of()), pages.shared_pages(), phrase_rules()
    used = {name for page in (*steps, *shared) for name in pages.read_flags(page.parts)}
    used |= {name for row in rows for name in row.rule.when.flags}
    names = re.findall(r'<article class="word"><p class="title">([^<]*) <span>([^<]+)</span>', book())
    assert {name.replace("_", " ") for name in used} - {name for name, _means in names} == set()
    assert (used <= FLAGS, len(used) > 40) == (True, True)


# --- every sentence ---------------------------------------------------------------------------------------------------

CONSTANT = re.compile(r"""{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
INCLUDED = re.compile(r'{%\s*include\s+"([^"]+)"')


def sources(template: str) -> set[str]:
    """A template and all that it includes; what only the facts fill is not looked at."""
    found, waiting = set(), [template]
    while waiting:
        name = waiting.pop()
        if name not in found | SILENT:
            found.add(name)
            waiting += INCLUDED.findall(text(f"templates/{name}"))
    return found


def written_in(template: str) -> list[str]:
    """Every piece of a sentence that stands in the source of a template, read without the reader of the book."""
    source = re.sub(r"{#.*?#}", "", text(f"templates/{template}"))
    blocks = [piece for block in BLOCK.findall(source) for piece in re.split(r"{{[^}]*}}", block)]
    pieces = [one or two for one, two in CONSTANT.findall(source)] + blocks
    return [folded for piece in pieces if (folded := " ".join(piece.split())) and any(map(str.isalpha, folded))]


@pytest.mark.parametrize("slug", STEPS)
def test_every_sentence_of_a_step_is_in_the_book(slug):
    pieces = [piece for name in sources(f"plan/steps/{slug}.html") for piece in written_in(name)]
    assert [piece for piece in pieces if plain(piece) not in words()] == []
    assert len(pieces) > 5


def test_every_line_of_every_tree_is_printed():
    # That the trees say what the pages say is shown in test_book_tree.py.
    trees = [words_of(f"plan/steps/{slug}.html") for slug in STEPS] + [words_of(template) for template in SHARED]
    said = [line for tree in trees for line in texts(tree)]
    assert [line for line in said if plain(line) not in words()] == []
    assert len(said) > 900


def test_a_fold_and_a_box_are_called_so():
    assert (book().count("<small>Fold</small>") > 20, book().count("<small>Box</small>") > 20) == (True, True)


def test_what_several_steps_share_is_used_by_a_step():
    used = {name for slug in STEPS for name in sources(f"plan/steps/{slug}.html")}
    assert {*SHARED} | {*NUMBERS} <= used


# --- what else stands in it -------------------------------------------------------------------------------------------


def test_the_first_page_says_what_is_signed():
    front = plain(book().split('<section class="front">')[1].split("</section>")[0])
    titles = [str(part.title) for part in build.PARTS]
    wanted = ["Compass: the book", "Made on 22 November 2026", digest(FIXTURES), *titles]
    assert [one for one in wanted if one not in front] == []


def test_each_part_begins_with_its_title_and_ends_with_a_place_to_sign():
    found = re.findall(r'<section class="\w+" id="([\w-]+)">\s*<h2>([^<]*)</h2>', book())
    assert found == [(part.anchor, html.escape(str(part.title))) for part in build.PARTS]
    assert book().count('<p class="signed">') == len(build.PARTS)


def map_cards(kind: str) -> dict[str, str]:
    """The words of each card of the map, by the slug of its question or step, in order."""
    drawn = book().split('<section class="map"')[1].split('<p class="signed">')[0]
    parts = re.split(rf' data-map-{kind}="([^"]*)">', drawn)[1:]
    return {slug: plain(card.split("</div>")[0]) for slug, card in zip(parts[::2], parts[1::2], strict=True)}


def as_read(lines: tuple[pages.ConditionLine, ...]) -> str:
    return " ".join(line.text for line in lines)


def test_the_map_holds_every_question_with_its_answers_and_when_it_is_asked():
    told = {
        page.question.slug: " ".join([
            f"{at} · {page.question.own} {page.question.slug}",
            f"Asked when {as_read(page.asked)}" if page.asked else "Asked always",
            *(f"{offer.answer.value} {offer.answer.own}" for offer in page.offers),
        ])
        for at, page in enumerate(pages.question_pages(chart.chart_of()), 1)
    }  # fmt: skip
    assert list(map_cards("question").items()) == list(told.items())


def test_the_map_holds_every_step_with_its_titles_and_when_it_is_shown():
    told = {
        page.step.slug: " ".join([
            " / ".join(dict.fromkeys(title for title, _line in page.step.own)),
            page.step.slug,
            f"Shown when {as_read(page.shown)}" if page.shown else "Shown always",
        ])
        for page in pages.step_pages(chart.chart_of())
    }  # fmt: skip
    assert list(map_cards("step").items()) == list(told.items())


def test_the_steps_of_the_map_stand_under_their_sections():
    drawn = book().split('<section class="map"')[1].split("</section>")[0]
    headings = [f"The steps: {words}" for _when, words in SECTIONS]
    assert re.findall(r"<h3>([^<]*)</h3>", drawn) == ["The questions, in order", *headings]
    found = [re.findall(r'data-map-step="([^"]*)"', part) for part in drawn.split("<h3>The steps: ")[1:]]
    assert found == [[row.slug for row in STEP_RULES if row.when == when] for when, _words in SECTIONS]


def test_the_last_part_lists_what_is_not_settled():
    last = plain(book().rsplit('<section class="part"', 1)[1])
    unsettled = read_unsettled()
    assert [
        one for one in unsettled if one.about not in last or one.question not in last or one.judge not in last
    ] == []
    assert len(unsettled) > 12


def test_what_only_editors_know_is_marked():
    notes = [note for row in read(FIXTURES)["helplines"] for note in row["conflicts"]]
    marked = {plain(note) for note in re.findall(r'<p class="editors"><b>For editors</b>(.*?)</p>', book(), re.DOTALL)}
    assert [note for note in notes if " ".join(note.split()) not in marked] == []


def test_every_list_of_numbers_is_told():
    rows = [row for row in numbers() if row.step == "crisis"]
    assert [(row.name, row.most, row.kinds, row.only) for row in rows] == [
        ("emergency", 2, "emergency", ""),
        ("talk", 1, "talk", ""),
        ("dating", 1, "dating", "If it is someone you are dating, or used to date"),
        ("child too", 1, "child line", "no line for the young"),
        ("more", 2, "talk", ""),
        ("care", 1, "child protection", "If you are not safe at home"),
        ("talk", 1, "child line", "If you are under 18"),
        ("grown", 1, "grown talk", "If you are 18 or older"),
        ("violence", 1, "grown violence", "If you are 18 or older"),
        ("violence", 2, "violence", "If someone close to you hurts you"),
        ("picture", 1, "specialist", "If it is someone from online"),
        ("money", 1, "fraud", "If they want money"),
        ("hurt", 1, "hurt or victim", ""),
        ("violence", 1, "violence", "If someone close to you hurts you"),
    ]
    assert {row.only for row in numbers()} > {"", "young", "none yet"}


def test_it_needs_no_other_file_and_runs_nothing():
    assert re.findall(r"<(?:script|link|img|iframe|object)\b|@import|url\(|<[^>]*\bsrc=", book()) == []


def test_its_title_is_neutral():
    assert re.findall(r"<title>([^<]*)</title>", book()) == ["Compass: the book"]


def test_a_note_in_a_template_is_not_in_the_book():
    notes = [note.strip() for path in under("templates/plan", ".html") for note in re.findall(r"{#(.*?)#}", text(path))]
    assert ([note for note in notes if plain(note) in words()], len(notes) > 20) == ([], True)


# --- what is not settled ----------------------------------------------------------------------------------------------

OPEN = """[[unsettled]]
about = {en = "A", fr = "D"}
judge = {en = "B", fr = "E"}
question = {en = "C?", fr = "F?"}
steps = []
"""


@pytest.mark.parametrize(
    ("content", "slip"),
    [
        (OPEN.replace("[]", '["nowhere"]'), "open.toml, 1: nowhere is not a step"),
        (OPEN.replace("C?", ""), "open.toml, 1: question needs its languages, and English always"),
        (OPEN.replace("fr", "xx"), "open.toml, 1: about needs its languages, and English always"),
        (OPEN.replace('{en = "B", fr = "E"}', '"B"'), "open.toml, 1: judge needs its languages, and English always"),
        (OPEN + 'more = "D"', "open.toml, 1: it needs about, judge, question, steps"),
    ],
)
def test_a_slip_in_the_list_is_told(tmp_path, content, slip):
    file = tmp_path / "open.toml"
    file.write_text(content)
    with pytest.raises(ValueError, match=re.escape(slip)):
        read_unsettled(file=file)


def test_an_open_question_may_touch_no_step_and_has_each_language(tmp_path):
    file = tmp_path / "open.toml"
    file.write_text(OPEN)
    assert read_unsettled("en", file) == (Unsettled("A", "B", "C?", ()),)
    assert read_unsettled("fr", file) == (Unsettled("D", "E", "F?", ()),)


def test_what_is_not_translated_yet_stands_in_english(tmp_path):
    file = tmp_path / "open.toml"
    file.write_text(OPEN.replace(', fr = "D"', ""))
    assert read_unsettled("fr", file) == (Unsettled("A", "E", "F?", ()),)


# --- the command ------------------------------------------------------------------------------------------------------


@pytest.fixture
def few_facts(tmp_path) -> Path:
    """Fixtures with three objects each, so that drawing them is short."""
    folder = tmp_path / "facts"
    folder.mkdir()
    return written({kind: rows[:3] for kind, rows in read(FIXTURES).items()}, folder)


def without_day(page: str) -> str:
    return re.sub(r"<dd>\d+ \w+ \d{4}</dd>", "", page)


def test_without_a_file_the_page_goes_to_standard_output(few_facts):
    out = StringIO()
    call_command("book", folder=few_facts, stdout=out)
    assert without_day(out.getvalue()) == without_day(build.book("Compass", DAY, few_facts))


def test_it_is_written_in_another_language(few_facts):
    out = StringIO()
    call_command("book", "--language=fr", folder=few_facts, stdout=out)
    assert '<html lang="fr-CA">' in out.getvalue()
    assert "Compass\u00a0: le livre" in out.getvalue()


def test_a_language_that_the_site_does_not_have_is_refused(few_facts):
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("book", "--language=xx", folder=few_facts)


def test_the_page_is_written_to_a_file(few_facts, tmp_path):
    out, said = StringIO(), StringIO()
    call_command("book", f"--from={few_facts}", f"--to={tmp_path / 'a.html'}", stdout=out, stderr=said)
    page = (tmp_path / "a.html").read_text()
    assert (out.getvalue(), without_day(page)) == ("", without_day(build.book("Compass", DAY, few_facts)))
    assert said.getvalue() == f"{tmp_path / 'a.html'}: {len(page.encode()) // 1024} kB\n"


@pytest.mark.thorough
def test_the_file_has_every_page_numbered_and_room_to_sign(few_facts, tmp_path):
    need_pango()
    need_font()
    for program in ("pdfinfo", "pdftotext"):
        need_program(program, "poppler-utils")
    file = tmp_path / "a.pdf"
    call_command("book", f"--from={few_facts}", f"--pdf={file}", stderr=StringIO())
    told = [[program, file, *end] for program, *end in (["pdfinfo"], ["pdftotext", "-"])]
    ran = [subprocess.run(command, capture_output=True, check=True).stdout.decode() for command in told]
    facts = dict(line.split(":", 1) for line in ran[0].splitlines())
    count = int(facts["Pages"])
    assert re.findall(r"(?m)^(\d+) / (\d+)$", ran[1]) == [(str(page), str(count)) for page in range(1, count + 1)]
    assert (facts["Title"].strip(), facts["Tagged"].strip(), count > 50) == ("Compass: the book", "yes", True)
    assert ran[1].count("Read by ____________ on ____________") == count


def test_trouble_is_one_sentence(few_facts, tmp_path):
    with pytest.raises(CommandError, match="could not be written"):
        call_command("book", f"--from={few_facts}", f"--to={tmp_path / 'no' / 'a.html'}")
    (few_facts / "platforms.json").unlink()
    with pytest.raises(CommandError, match=r"^platforms\.json: cannot be read"):
        call_command("book", f"--from={few_facts}")


def test_without_its_library_no_file_is_drawn(few_facts, tmp_path, monkeypatch):
    def missing():
        raise OSError("cannot load library")

    monkeypatch.setattr("wizard.pdf.render.load", missing)
    with pytest.raises(CommandError, match="A library that draws is not installed"):
        call_command("book", f"--from={few_facts}", f"--pdf={tmp_path / 'a.pdf'}")
    assert not (tmp_path / "a.pdf").exists()


def test_words_that_the_book_does_not_have_stop_it(few_facts, monkeypatch):
    strange = engines["django"].from_string("{% if mood %}Take It Down{% endif %}")
    monkeypatch.setattr("wizard.review.book.template_reader.get_template", lambda name: strange)
    with pytest.raises(CommandError, match=r"^mood stands in a template of a step"):
        call_command("book", f"--from={few_facts}")


def test_the_fixtures_are_only_read(few_facts, tmp_path):
    kept = tmp_path / "kept"
    shutil.copytree(few_facts, kept)
    call_command("book", f"--from={few_facts}", stdout=StringIO())
    assert digest(few_facts) == digest(kept)
