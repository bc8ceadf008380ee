import pytest

from resources.loading import name_checks
from tests.resources.conftest import clock, country, helpline, language, small, way

REGION = {"code": "CA-MB", "name": {"en": "Manitoba"}, "emergency_note": None}


def test_right_names_have_no_complaint():
    assert [*name_checks.clock(clock()), *name_checks.language(language()), *name_checks.references(small())] == []


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"zone": "Atlantis"}, "zone", "'Atlantis' is not a timezone name"),
        ({"name": {}}, "name", 'needs a text under "en"'),
        ({"everywhere": None}, "everywhere", "must be true or false"),
        ({"sources": []}, "sources", "must not be empty"),
    ],
)
def test_a_slip_in_a_clock_is_told(fields, field, said):
    assert list(name_checks.clock(clock(**fields))) == [(field, said)]


def test_a_slip_in_a_language_is_told():
    assert list(name_checks.language(language(code="multiple"))) == [("code", "'multiple' must look like en")]


def test_what_is_named_elsewhere_must_have_a_name_here():
    rows = small(
        countries=[country(timezones=["America/Winnipeg", "Europe/Oslo"], regions=[{**REGION, "timezone": "UTC"}])],
        helplines=[helpline(languages=["en", "multiple", "no"], channels=[way(timezone="Asia/Tokyo"), way()])],
    )
    assert list(name_checks.references(rows)) == [
        ("countries", "CA", "timezones", "Europe/Oslo is not in clocks.json"),
        ("countries", "CA", "timezones", "UTC is not in clocks.json"),
        ("helplines", "a-line", "channels", "Asia/Tokyo is not in clocks.json"),
        ("helplines", "a-line", "languages", "no is not in languages.json"),
    ]


def test_rows_of_a_wrong_shape_are_told_elsewhere():
    odd = {name: ["x", None] for name in small()} | {"countries": [{"timezones": 1, "regions": 2}]}
    assert list(name_checks.references(odd)) == []


def test_the_clock_of_a_region_is_one_of_its_country(content):
    odd = [
        part["code"]
        for row in content["countries"]
        for part in row["regions"]
        if part.get("timezone", row["timezones"][0]) not in row["timezones"]
    ]
    assert odd == []


def test_no_language_is_named_that_nobody_speaks(content):
    assert {row["code"] for row in content["languages"]} == {
        code for row in content["helplines"] for code in row["languages"]
    } - {"multiple"}
