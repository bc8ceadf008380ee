"""A style sheet goes out without remarks, and says the same."""

import re

import pytest
from django.core.management import call_command

from compass.static_storage import stripped
from tests.project.source_tree import text


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("/* why */\np{margin:0}\n", "p{margin:0}"),
        ("a,\n  b{\n  color:red;\n  top:0}\n\ni{left:0}", "a,b{color:red;top:0}i{left:0}"),
        ("a\nb{margin:0\n1px}", "a b{margin:0 1px}"),
        ('q{content:"a  b"}', 'q{content:"a  b"}'),
    ],
)
def test_remarks_and_ends_of_lines_are_gone(sheet, left):
    assert stripped(sheet) == left


def test_our_own_sheet_keeps_every_rule():
    sheet = text("static/css/compass.css")
    rules = re.findall(r"[^{}]+\{[^{}]*\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))
    left = re.findall(r"[^{}]+\{[^{}]*\}", stripped(sheet))
    assert ["".join(rule.split()) for rule in left] == ["".join(rule.split()) for rule in rules]
    assert ("/*" in stripped(sheet), "\n" in stripped(sheet)) == (False, False)


def test_it_is_stripped_when_it_is_collected(settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("/* why */\np{margin:0}\n")
    (source / "site.js").write_text("// why\nstart();\n")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], tmp_path / "made"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "compass.static_storage.StaticStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    made = {path.suffix: path.read_text() for path in settings.STATIC_ROOT.glob("site.*.*") if path.suffix != ".gz"}
    assert (made[".css"], made[".js"]) == ("p{margin:0}", "// why\nstart();\n")
