import pytest

from resources.loading.all_checks import problems
from resources.loading.fixtures import UnreadableError, digest, read
from tests.resources.conftest import country, helpline, law, platform, small, way


def test_nothing_wrong_means_no_sentence():
    assert problems(small()) == []


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"helplines": [helpline(sources=[])]}, "helplines.json, a-line, sources: must not be empty."),
        (
            {"helplines": [helpline(slug="kids-help-phone", channels=[way(), way(value="66", dial="e164")])]},
            "helplines.json, kids-help-phone, channels[1].value: "
            "'66' must be a whole number with its country, like +18006686868.",
        ),
        ({"helplines": [helpline(country="ZZ")]}, "helplines.json, a-line, country: ZZ is not in countries.json."),
        ({"helplines": [helpline(), helpline()]}, "helplines.json, a-line, slug: stands there 2 times."),
        ({"countries": [country(), country()]}, "countries.json, CA, code: stands there 2 times."),
        ({"platforms": [platform(), platform(slug="b")]}, "platforms.json, an-app, path: stands there 2 times."),
        ({"law": [law(), law(), law()]}, "law.json, a-law, slug: stands there 3 times."),
        ({"law": [law(), law(slug="")]}, "law.json, object 2, slug: '' must look like ca-bc-iipa."),
        ({"law": ["text"]}, "law.json, object 1, object: must have fields."),
    ],
)
def test_a_slip_is_one_sentence_that_names_file_object_and_field(files, sentence):
    assert problems(small(**files)) == [sentence]


def test_all_slips_are_told_at_once():
    assert problems(small(helplines=[helpline(sources=[])], law=[law(place=["ZZ"])])) == [
        "helplines.json, a-line, sources: must not be empty.",
        "law.json, a-law, place: ZZ is not in countries.json.",
    ]


def test_a_country_that_cannot_be_read_does_not_hide_the_other_slips():
    found = problems(small(countries=["Canada", {"code": "CA", "regions": ["x"]}]))
    assert ("countries.json, object 1, object: must have fields." in found, len(found) > 5) == (True, True)


def test_fixtures_are_read_as_they_stand(folder):
    assert read(folder(small())) == small()


def test_a_file_that_is_missing_is_told(folder):
    (folder(small()) / "platforms.json").unlink()
    for ask in (read, digest):
        with pytest.raises(UnreadableError, match=r"^platforms\.json: cannot be read from "):
            ask(folder({}))


def test_a_kind_without_any_file_is_told(folder):
    (folder(small()) / "law/ca.json").unlink()
    for ask in (read, digest):
        with pytest.raises(UnreadableError, match=r"^law: no file of it can be read from "):
            ask(folder({}))


def test_a_kind_is_read_from_a_file_for_each_country(folder):
    lines = [helpline(), helpline(slug="b", country="GB", regions=["*"])]
    content = read(folder(small(helplines=lines)))
    assert (content["helplines"], content.files["helplines"]) == (lines, ["helplines/ca.json", "helplines/gb.json"])


def test_a_slip_names_the_file_of_its_country(folder):
    place = folder(small(helplines=[helpline(sources=[])], law=[law(place=["ZZ"])]))
    assert problems(read(place)) == [
        "helplines/ca.json, a-line, sources: must not be empty.",
        "law/zz.json, a-law, place: ZZ is not in countries.json.",
    ]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("helplines", "helplines/gb.json, a-line, country: belongs in helplines/ca.json."),
        ("law", "law/gb.json, a-law, place: belongs in law/ca.json."),
    ],
)
def test_an_object_in_the_file_of_another_country_is_told(folder, kind, said):
    place = folder(small())
    (place / kind / "ca.json").rename(place / kind / "gb.json")
    assert problems(read(place)) == [said]


@pytest.mark.parametrize(
    ("text", "said"), [("[{]", r"^law/ca\.json: is not JSON: .*line 1"), ("{}", r"^law/ca\.json: must be a list")]
)
def test_a_file_that_is_no_list_is_told(folder, text, said):
    place = folder(small())
    (place / "law/ca.json").write_text(text)
    with pytest.raises(UnreadableError, match=said):
        read(place)


def test_the_digest_changes_with_any_file_and_with_nothing_else(folder):
    first, again = digest(folder(small())), digest(folder(small()))
    others = {digest(folder(small(**{name: []}))) for name in ("countries", "helplines", "platforms", "law")}
    assert (first == again, len(others | {first})) == (True, 5)
