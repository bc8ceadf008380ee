import pytest
from django.utils.translation import override

from resources import repository, selectors
from resources.models import Platform as PlatformRow
from resources.models import TakedownService

pytestmark = pytest.mark.django_db


def purposes(card, *wanted, **who):
    return [guide.purpose for guide in card.guides_for(*wanted, **who)]


def test_guides_come_in_the_order_of_the_facts_with_what_stands_before_a_step():
    guide = selectors.platform("kik").guides[0]
    warned = [bool(step.warning) for step in guide.steps]
    assert (guide.purpose, guide.where, any(warned), all(warned)) == ("sextortion", "app", True, False)
    assert [step.needs_picture for step in guide.steps] == [False] * len(guide.steps)


def test_guides_are_chosen_by_what_is_asked_in_that_order():
    card = selectors.platform("snapchat")
    assert purposes(card, "sextortion", "ncii") == ["sextortion", "ncii", "ncii"]
    assert purposes(card, "copyright") == []


def test_a_guide_for_adults_is_not_for_who_was_under_18():
    card = selectors.platform("xh")
    assert (purposes(card, "ncii"), purposes(card, "ncii", under_18=False)) == ([], ["ncii"])


@pytest.mark.parametrize(("path", "purpose"), [("vimeo", "privacy"), ("tiktok", "copyright")])
def test_no_plan_is_given_a_guide_that_tells_the_other_person(path, purpose):
    card = selectors.platform(path)
    assert [guide.tells_them for guide in card.guides if guide.purpose == purpose] == [True]
    assert (purposes(card, purpose), purposes(card, purpose, under_18=False)) == ([], [])


def test_a_platform_without_a_source_has_no_guide(facts):
    bare = {row["slug"] for row in facts["platforms"] if not row["sources"]}
    guides = {card.slug: len(card.guides) for card in selectors.platforms()}
    assert guides == {row["slug"]: len(row["guides"]) for row in facts["platforms"]}
    assert [slug for slug in bare if guides[slug]] == []


def test_an_empty_field_is_an_empty_text():
    guide = selectors.platform("snapchat").guides[0]
    assert (guide.form_url, guide.email) == ("", "")
    assert selectors.service("stopncii").clock_starts == ""


def test_a_service_is_what_the_facts_say_it_is_to_a_plan():
    named = [selectors.service(slug) for slug in ("report-remove-uk", "us-aylo-order", "netsafe-nz")]
    assert [(card.part, card.only_minors_now, card.only_on) for card in named] == [
        ("matching", True, ()),
        ("sites", False, ("pornhub",)),
        ("bodies", False, ()),
    ]


@pytest.mark.parametrize(("country", "own"), [("US", True), ("GB", True), ("DE", False)])
def test_a_service_is_of_a_country_that_it_names_or_a_part_of_it(country, own):
    services = [selectors.service(slug) for slug in ("us-take-it-down-act", "report-remove-uk")]
    assert any(card.is_of(country) for card in services) is own


@pytest.fixture
def nothing_remembered():
    """What other tests have read in French is no answer here, and what is read here is none to them."""
    for function in (repository.services, repository.platforms):
        function.cache_clear()
    yield
    for function in (repository.services, repository.platforms):
        function.cache_clear()


def test_texts_are_in_the_language_of_the_visitor(nothing_remembered):
    TakedownService.objects.filter(slug="stopncii").update(who_can_use={"en": "Adults", "fr": "Adultes"})
    PlatformRow.objects.filter(slug="kik").update(warnings=[{"en": "Write", "fr": "Écris"}])
    with override("fr"):
        assert (selectors.service("stopncii").who_can_use, selectors.platform("kik").warnings) == (
            "Adultes",
            ("Écris",),
        )


# Where, the picture, the first services in their order, and who is never among them. To cover a place, add a row.
SERVICES = [
    ("CA", "CA-BC", True, ["ca-bc-crt", "ca-bc-iips", "cybertip-ca", "needhelpnow"], "stopncii"),
    ("CA", "CA-BC", False, ["ca-bc-crt", "ca-bc-iips"], "take-it-down-ncmec"),
    ("CA", "CA-QC", False, ["ca-qc-urgent-order"], "ca-bc-crt"),
    ("GB", "GB-SCT", True, ["eu-search-delisting", "iwf", "report-remove-uk"], "revenge-porn-helpline-uk"),
    (
        "IE",
        None,
        False,
        ["eu-dsa-article-16", "eu-search-delisting", "hotline-ie", "ie-cnam-complaint"],
        "take-it-down-ncmec",
    ),
    ("FR", None, False, ["eu-dsa-article-16"], "ie-cnam-complaint"),
    ("other", None, True, ["cybertipline-ncmec"], "ca-federal-online-harms"),
]


@pytest.mark.parametrize(("country", "region", "under_18", "first", "never"), SERVICES)
def test_services_fit_the_place_and_the_picture_near_ones_first(country, region, under_18, first, never):
    found = [card.slug for card in selectors.services_for(country, region, subject_under_18=under_18)]
    assert (found[: len(first)], never in found) == (first, False)


def test_a_place_has_the_marks_that_rules_read(facts):
    found = {card.slug: (card.lgbtq, card.sold_here) for card in selectors.platforms()}
    assert found == {row["slug"]: (row["lgbtq"], row["sold_here"]) for row in facts["platforms"]}
