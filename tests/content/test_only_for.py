"""Whom a line is for: what its words say to the reader and what its fields say to the rules agree."""

import re

import pytest

from resources.loading.helpline_checks import GROUPS

# The words by which a line says that it is for such people.
SAYS = {
    "students": r"students",
    "women": r"wom[ae]n",
    "men": r"men",
    "indigenous": r"indigenous|native|first nations|inuit|métis|aboriginal",
    "lgbtq": r"\d?\w*lgbt\w*\+?|trans|queer",
    "language": r"speak (?!aloud)\w+",
    "community": r"“honour”|marry",
    "older": r"older people|seniors",
    "disabled": r"(?:intellectual |developmental )?disability",
    "migrants": r"migrants?|immigrants?|refugees?",
    "partner": r"partner|date",
    "blackmailed": r"facing blackmail|online blackmail is",
    "sellers": r"sells?",
    "bereaved": r"bereaved|has died|lost someone",
}
# Lines that say such a word and are for everybody; why, stands in their `editor_note` where the words leave it open.
FOR_MORE_PEOPLE = {
    "women": {"mmiwg-crisis-line", "iskweu-quebec"},  # for whoever misses an Indigenous woman
    "lgbtq": {"mmiwg-crisis-line", "salal-svsc", "iskweu-quebec"},  # women in the first place
    "community": {"gb-domestic-abuse-scotland"},
    # Each names two such groups, and so whoever an adult-protection body is there for.
    "older": {"us-eldercare-locator"},
    "disabled": {"us-eldercare-locator", "new-brunswick-adult-protection", "nova-scotia-adult-protection"},
    "partner": {
        "gb-domestic-abuse-scotland",
        *("rebatir", "journey-project-nl", "community-legal-information-pei"),  # sexual violence by anybody, too
        *("us-ndvh", "au-1800respect", "nz-are-you-ok"),  # family, too
        *("gb-national-domestic-abuse-helpline", "nz-womens-refuge", "us-stronghearts", "es-016"),  # family, too
        *("dk-1888", "pt-violencia-domestica", "it-1522"),  # whoever is at home, or a stalker, too
    },
    "bereaved": {"quebec-suicide-line"},  # for whoever thinks of suicide, too
}


def says(group, line):
    return re.search(rf"\b(?:{SAYS[group]})(?!\w)", line["serves"]["en"], re.IGNORECASE) is not None


def test_every_group_has_its_words():
    assert [*SAYS] == [*GROUPS]


@pytest.mark.parametrize("group", GROUPS)
def test_a_line_that_says_whom_it_is_for_is_for_them_only(content, group):
    said = {row["slug"] for row in content["helplines"] if says(group, row) and group not in row["only_for"]}
    assert said == FOR_MORE_PEOPLE.get(group, set())


@pytest.mark.parametrize("group", GROUPS)
def test_a_line_for_some_says_so_to_the_reader(content, group):
    assert [row["slug"] for row in content["helplines"] if group in row["only_for"] and not says(group, row)] == []


def test_an_emergency_number_is_for_everybody(content):
    assert [row["slug"] for row in content["helplines"] if row["emergency"] and row["only_for"]] == []


TO_TALK = {"crisis", "suicide", "counselling"}


def test_a_body_that_looks_into_harm_to_adults_is_no_line_to_talk_to(content):
    bodies = [row for row in content["helplines"] if "adult-protection" in row["topics"]]
    talks = [row["slug"] for row in bodies if TO_TALK & {*row["topics"]}]
    other_roles = [row["slug"] for row in bodies if {*row["for_roles"]} != {"self", "child", "client", "friend"}]
    for_children = {row["slug"] for row in bodies if row["youth_ok"] and "child-protection" not in row["topics"]}
    assert (talks, other_roles, for_children, len(bodies) > 20) == ([], [], set(), True)


def test_who_was_hurt_never_meets_a_line_for_who_hurt_somebody(content):
    roles = [row["for_roles"] for row in content["helplines"] if "behaviour-change" in row["topics"]]
    assert roles == [["sharer"]] * len(roles) != []
