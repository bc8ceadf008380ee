"""Named people and the world they live in, used by every test that needs an answer set."""

from wizard.answers import Answers
from wizard.flow import Path, PlatformChoice, World, walk
from wizard.questions import FLOW
from wizard.reading import Whereabouts, read, whereabouts

WORLD = World(
    home="CA",
    countries=(("CA", "Canada"), ("GB", "United Kingdom"), ("US", "United States"), ("KE", "Kenya")),
    regions={
        "CA": (("CA-BC", "British Columbia"), ("CA-MB", "Manitoba"), ("CA-NU", "Nunavut")),
        "GB": (("GB-ENG", "England"), ("GB-SCT", "Scotland")),
    },
    platforms=(
        PlatformChoice("snapchat", "Snapchat", 1),
        PlatformChoice("instagram", "Instagram", 1),
        PlatformChoice("reddit", "Reddit", 2),
    ),
    law_places=frozenset({"CA", "CA-BC", "GB-ENG", "GB-SCT", "US"}),
    child_bodies=frozenset({"CA", "CA-BC", "GB", "US"}),
    adult_bodies=frozenset({"CA-BC", "GB", "US"}),
)


def path_of(**given: str) -> Path:
    """The path of a person; answers as words between blanks, `_` for `-` in names: `age_then="under-18"`."""
    stored = {slug.replace("_", "-"): values.split() for slug, values in given.items()}
    return walk(FLOW, stored, WORLD)


def answers_of(**given: str) -> Answers:
    """The flags of a person, given as in `path_of`."""
    return read(path_of(**given), WORLD)


def place_of(**given: str) -> Whereabouts:
    """Where a person is, given as in `path_of`."""
    return whereabouts(path_of(**given), WORLD)


TEEN_BLACKMAILED = {
    "who": "self",
    "danger": "deadline",
    "device": "mine",
    "place": "CA",
    "region": "CA-MB",
    "age": "13-15",
    "what": "demand-money threat",
    "holder": "stranger",
    "already": "none",
    "where": "snapchat instagram",
}
TEEN_CLASSMATE_SHARED = {
    "who": "self",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-BC",
    "age": "16-17",
    "what": "shared",
    "holder": "peer",
    "holder-age": "young",
    "afraid": "no",
    "where": "group-chat",
}
CHILD_ALONE = {
    "who": "self",
    "danger": "unsafe",
    "device": "shared",
    "place": "CA",
    "region": "CA-BC",
    "age": "under-13",
    "what": "demand-more",
    "holder": "peer",
}
ADULT_EX = {
    "who": "self",
    "danger": "none",
    "device": "watched",
    "place": "GB",
    "region": "GB-SCT",
    "age": "18-plus",
    "age-then": "18-plus",
    "what": "threat shared",
    "holder": "partner",
    "afraid": "yes",
    "already": "replied",
    "where": "instagram",
}
ADULT_MAY_SAY_NO = {
    "who": "self",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-BC",
    "age": "18-plus",
    "age-then": "18-plus",
    "what": "shared",
    "holder": "peer",
    "afraid": "no",
    "where": "reddit",
}
MOTHER = {
    "who": "child",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-BC",
    "age": "13-15",
    "what": "demand-money",
    "holder": "stranger",
    "already": "paid",
    "where": "snapchat",
}
WORKER = {
    "who": "client",
    "danger": "none",
    "device": "home",
    "place": "GB",
    "region": "GB-ENG",
    "age": "16-17",
    "what": "demand-more",
    "holder": "family",
    "already": "sent-more",
    "where": "offline",
}
FRIEND = {
    "who": "friend",
    "danger": "none",
    "device": "mine",
    "place": "US",
    "age": "16-17",
    "what": "shared",
    "holder": "peer",
    "holder-age": "young",
    "afraid": "no",
    "where": "snapchat",
}
SHARER = {
    "who": "sharer",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-BC",
    "age": "13-15",
    "forced": "no",
    "where": "group-chat",
}
SHARER_FORCED = {**SHARER, "forced": "yes", "what": "threat", "holder": "peer", "holder-age": "young",
                 "afraid": "yes", "already": "sent-others"}  # fmt: skip
WORRIED = {
    "who": "self",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-BC",
    "age": "16-17",
    "what": "worried",
    "holder": "peer",
    "holder-age": "young",
    "afraid": "no",
    "where": "instagram",
}
PEOPLE = {
    "teen blackmailed by a stranger at night": TEEN_BLACKMAILED,
    "teen whose classmate shared it": TEEN_CLASSMATE_SHARED,
    "child under 13 alone": CHILD_ALONE,
    "adult threatened by an ex": ADULT_EX,
    "adult who may say no": ADULT_MAY_SAY_NO,
    "mother": MOTHER,
    "support worker": WORKER,
    "friend": FRIEND,
    "sharer": SHARER,
    "sharer who was forced": SHARER_FORCED,
    "worried teen": WORRIED,
}
