"""Named people and the world they live in, used by every test that needs an answer set."""

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide, Path, PlatformChoice, walk
from wizard.core.location import Location, location_of, read_answers
from wizard.core.questions import FLOW

WORLD = FactsForGuide(
    home="CA",
    countries=(
        ("AU", "Australia"),
        ("CA", "Canada"),
        ("GB", "United Kingdom"),
        ("IE", "Ireland"),
        ("KE", "Kenya"),
        ("NZ", "New Zealand"),
        ("US", "United States"),
    ),
    regions={
        "CA": (
            ("CA-BC", "British Columbia"),
            ("CA-MB", "Manitoba"),
            ("CA-NS", "Nova Scotia"),
            ("CA-NU", "Nunavut"),
            ("CA-QC", "Quebec"),
        ),
        "GB": (("GB-ENG", "England"), ("GB-SCT", "Scotland")),
    },
    platforms=(
        PlatformChoice("snapchat", "Snapchat", 1),
        PlatformChoice("instagram", "Instagram", 1),
        PlatformChoice("reddit", "Reddit", 2),
    ),
    law_places=frozenset({"AU", "CA", "CA-BC", "CA-NS", "CA-QC", "GB-ENG", "GB-SCT", "IE", "NZ", "US"}),
    child_bodies=frozenset({"AU", "CA", "CA-BC", "CA-NS", "CA-QC", "GB", "IE", "NZ", "US"}),
    adult_bodies=frozenset({"AU", "CA-BC", "CA-NS", "CA-QC", "GB", "IE", "NZ", "US"}),
    report_remove=frozenset({"GB", "GB-ENG", "GB-SCT"}),
    crime_here=frozenset({"KE"}),
)


def path_of(**given: str) -> Path:
    """The path of a person; answers as words between blanks, `_` for `-` in names: `age_then="under-18"`."""
    stored = {slug.replace("_", "-"): values.split() for slug, values in given.items()}
    return walk(FLOW, stored, WORLD)


def answers_of(**given: str) -> Answers:
    """The flags of a person, given as in `path_of`."""
    return read_answers(path_of(**given), WORLD)


def place_of(**given: str) -> Location:
    """Where a person is, given as in `path_of`."""
    return location_of(path_of(**given), WORLD)


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
BOY_WHO_PAID = {
    "who": "self",
    "danger": "none",
    "device": "mine",
    "place": "US",
    "age": "13-15",
    "what": "demand-money threat",
    "holder": "stranger",
    "already": "paid sent-more replied",
    "where": "instagram snapchat",
}
TEEN_ORDERED_TO_HURT = {
    "who": "self",
    "danger": "self-harm",
    "device": "mine",
    "place": "AU",
    "age": "16-17",
    "what": "demand-more",
    "holder": "unknown",
    "already": "sent-more sent-others hurt-self",
    "where": "other",
}
TEEN_FAKED = {
    "who": "self",
    "danger": "none",
    "device": "shared",
    "place": "IE",
    "age": "13-15",
    "what": "fake shared",
    "holder": "peer",
    "holder-age": "young",
    "afraid": "no",
    "where": "group-chat",
}
ADULT_BLUFFED = {
    "who": "self",
    "danger": "deadline",
    "device": "mine",
    "place": "NZ",
    "age": "18-plus",
    "age-then": "18-plus",
    "what": "demand-money threat",
    "holder": "unknown",
    "already": "none",
    "where": "other",
}
ADULT_FROM_BEFORE = {
    "who": "self",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-NS",
    "age": "18-plus",
    "age-then": "under-18",
    "what": "shared",
    "holder": "unknown",
    "already": "saved deleted",
    "where": "website",
}
FATHER_AT_HOME = {
    "who": "child",
    "danger": "unsafe",
    "device": "home",
    "place": "CA",
    "region": "CA-QC",
    "age": "under-13",
    "what": "demand-more",
    "holder": "family",
    "already": "sent-more",
    "where": "offline",
}
COUNSELLOR = {
    "who": "client",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-MB",
    "age": "13-15",
    "what": "threat shared",
    "holder": "trust",
    "already": "saved deleted",
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
    "boy of fourteen who paid": BOY_WHO_PAID,
    "teen ordered to hurt themselves": TEEN_ORDERED_TO_HURT,
    "teen in a fake that went round": TEEN_FAKED,
    "adult with an old password in an email": ADULT_BLUFFED,
    "adult in a picture from before 18": ADULT_FROM_BEFORE,
    "father whose home is the danger": FATHER_AT_HOME,
    "school counsellor": COUNSELLOR,
}
# People who write notes. They live in places that this small world does not know: for tests over HTTP.
TEEN_NOVA_SCOTIA = {**TEEN_CLASSMATE_SHARED, "region": "CA-NS"}
ADULT_ALBERTA = {
    "who": "self",
    "danger": "deadline",
    "device": "mine",
    "place": "CA",
    "region": "CA-AB",
    "age": "18-plus",
    "age-then": "18-plus",
    "what": "demand-money threat",
    "holder": "stranger",
    "already": "paid",
    "where": "whatsapp",
}
FATHER_SCOTLAND = {**MOTHER, "place": "GB", "region": "GB-SCT", "already": "none"}
WORKER_ONTARIO = {
    "who": "client",
    "danger": "none",
    "device": "mine",
    "place": "CA",
    "region": "CA-ON",
    "age": "18-plus",
    "age-then": "18-plus",
    "what": "threat shared",
    "holder": "partner",
    "afraid": "yes",
    "already": "none",
    "where": "facebook",
}
