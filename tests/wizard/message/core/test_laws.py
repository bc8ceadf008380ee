"""The law that a message may name: in force, of the place, about sharing, and about made-up pictures if it is one."""

import pytest
from django.utils.translation import override

from resources import selectors
from resources.loading.content import Content
from wizard.message.core.cautions import warnings
from wizard.message.core.laws import NAMED, law_to_name

NAMED_THERE = [
    ("CA", "CA-BC", False, False, "ca-bc-iipa"),
    ("CA", "CA-NS", False, True, "ca-ns-act"),
    ("CA", "CA-NS", True, True, ""),
    ("CA", "CA-ON", False, False, "ca-162-1-sharing"),
    ("CA", "CA-ON", True, False, ""),
    ("CA", "", False, True, "ca-162-1-sharing"),
    ("GB", "GB-ENG", True, False, "gb-eng-66b"),
    ("GB", "GB-NIR", False, True, "gb-nir-51"),
    ("GB", "GB-NIR", True, True, ""),
    ("GB", "", False, False, ""),
    ("US", "", True, True, "us-tida-crime"),
    ("AU", "", False, False, "au-474-17a"),
    ("AU", "", False, True, ""),
    ("DE", "", False, False, ""),
    ("other", "", False, False, ""),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("country", "region", "made_up", "young", "slug"), NAMED_THERE)
def test_the_nearest_law_that_fits_is_named(country: str, region: str, made_up: bool, young: bool, slug: str) -> None:
    laws = selectors.laws_for(country, region, role="self", subject_under_18=young)
    found = law_to_name(laws, made_up=made_up)
    assert (found.slug if found else "") == slug


def test_the_table_says_what_the_facts_say(content: Content) -> None:
    known = {law["slug"]: law for law in content["law"]}
    assert {slug: "deepfake" in known[slug]["covers"] for slug in NAMED} == NAMED
    assert [slug for slug in NAMED if "shared" not in known[slug]["covers"]] == []
    assert {known[slug]["status"] for slug in NAMED} == {"in-force"}
    assert [slug for slug in NAMED if "self" not in known[slug]["applies_to_roles"]] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_name_of_a_law_alone_is_no_threat_and_no_blank(content: Content, language: str) -> None:
    titles = [law["title"][language] for law in content["law"] if law["slug"] in NAMED]
    with override(language):
        assert [title for title in titles if warnings(title) or "{" in title or "%" in title] == []


def test_where_no_law_counts_none_is_named() -> None:
    assert law_to_name((), made_up=False) is None
