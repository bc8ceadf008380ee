"""At three in the night, in twenty-four places: whom eight people see first on their plan, in the order of the page."""

import re

import pytest

from resources import repository, selectors
from tests.visitor import Walker
from wizard.helplines.core.groups import groups_of

pytestmark = pytest.mark.django_db

ADULT = {"who": "self", "device": "mine", "age": "18-plus", "age-then": "18-plus", "what": "threat"}
TEEN = {"who": "self", "device": "mine", "age": "16-17", "what": "threat"}
HURT = {**ADULT, "danger": "unsafe", "holder": "partner", "afraid": "yes"}
PEOPLE = {
    "hurt by a partner": HURT,
    "and thinks of dying": {**HURT, "danger": "self-harm unsafe"},
    "teen hurt by a date": {**TEEN, "danger": "unsafe", "holder": "partner", "holder-age": "adult", "afraid": "yes"},
    "teen hurt at home": {**TEEN, "danger": "unsafe", "holder": "family", "holder-age": "adult"},
    "asked to meet and to pay": {**ADULT, "danger": "meet", "what": "demand-money", "holder": "stranger"},
    "teen who thinks of dying": {**TEEN, "danger": "self-harm", "what": "demand-money", "holder": "stranger"},
    "hurt by nobody named": {**ADULT, "danger": "unsafe"},
    "of no age": {"who": "self", "device": "mine", "danger": "unsafe", "what": "threat", "holder": "partner"},
}
# Place -> what each of them sees, in the order of `PEOPLE`. To cover another place, add a row.
SEEN = {
    "CA-ON": [
        "emergency-911 awhl victim-support-line-ontario 988-suicide-crisis-helpline",
        "emergency-911 988-suicide-crisis-helpline awhl victim-support-line-ontario",
        "emergency-911 kids-help-phone 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone ontario-childrens-aid 988-suicide-crisis-helpline",
        "emergency-911 canadian-anti-fraud-centre 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone 988-suicide-crisis-helpline",
        "emergency-911 awhl 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone awhl 988-suicide-crisis-helpline",
    ],
    "CA-BC": [
        "emergency-911 victimlinkbc 988-suicide-crisis-helpline",
        "emergency-911 988-suicide-crisis-helpline victimlinkbc bc-suicide-line",
        "emergency-911 kids-help-phone victimlinkbc 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone bc-child-protection-screening 988-suicide-crisis-helpline",
        "emergency-911 bc-intimate-images-protection-service canadian-anti-fraud-centre 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone 988-suicide-crisis-helpline bc-suicide-line",
        "emergency-911 victimlinkbc bc-intimate-images-protection-service 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone victimlinkbc 988-suicide-crisis-helpline",
    ],
    "CA-QC": [
        "emergency-911 sos-violence-conjugale 988-suicide-crisis-helpline",
        "emergency-911 988-suicide-crisis-helpline sos-violence-conjugale quebec-suicide-line",
        "emergency-911 kids-help-phone sos-violence-conjugale 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone quebec-youth-protection 988-suicide-crisis-helpline",
        "emergency-911 quebec-intimate-image-urgent-order canadian-anti-fraud-centre 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone 988-suicide-crisis-helpline quebec-suicide-line",
        "emergency-911 sos-violence-conjugale quebec-intimate-image-urgent-order 988-suicide-crisis-helpline",
        "emergency-911 kids-help-phone sos-violence-conjugale 988-suicide-crisis-helpline",
    ],
    "GB-ENG": [
        "gb-999 gb-national-domestic-abuse-helpline gb-shout gb-victim-support gb-samaritans",
        "gb-999 gb-samaritans gb-shout gb-national-domestic-abuse-helpline gb-victim-support",
        "gb-999 gb-childline gb-shout",
        "gb-999 gb-childline gb-shout",
        "gb-999 gb-revenge-porn-helpline gb-shout gb-samaritans",
        "gb-999 gb-childline gb-shout gb-samaritans",
        "gb-999 gb-national-domestic-abuse-helpline gb-shout gb-revenge-porn-helpline gb-samaritans",
        "gb-999 gb-childline gb-shout gb-national-domestic-abuse-helpline gb-samaritans",
    ],
    "GB-SCT": [
        "gb-999 gb-domestic-abuse-scotland gb-shout gb-samaritans",
        "gb-999 gb-samaritans gb-shout gb-domestic-abuse-scotland",
        "gb-999 gb-childline gb-shout gb-domestic-abuse-scotland",
        "gb-999 gb-childline gb-shout",
        "gb-999 gb-revenge-porn-helpline gb-shout gb-samaritans",
        "gb-999 gb-childline gb-shout gb-samaritans",
        "gb-999 gb-domestic-abuse-scotland gb-shout gb-revenge-porn-helpline gb-samaritans",
        "gb-999 gb-childline gb-shout gb-domestic-abuse-scotland gb-samaritans",
    ],
    "US": [
        "us-911 us-ndvh us-988-lifeline",
        "us-911 us-988-lifeline us-ndvh us-crisis-text-line",
        "us-911 us-love-is-respect us-ndvh us-988-lifeline",
        "us-911 us-988-lifeline us-childhelp us-crisis-text-line",
        "us-911 us-ccri-image-abuse-helpline us-fbi-ic3 us-988-lifeline",
        "us-911 us-988-lifeline us-crisis-text-line",
        "us-911 us-ndvh us-ccri-image-abuse-helpline us-988-lifeline",
        "us-911 us-love-is-respect us-ndvh us-988-lifeline",
    ],
    "AU": [
        "au-000 au-1800respect au-lifeline",
        "au-000 au-lifeline au-1800respect au-suicide-call-back",
        "au-000 au-kids-helpline au-lifeline au-1800respect",
        "au-000 au-kids-helpline au-lifeline au-child-protection",
        "au-000 au-esafety-image-abuse au-reportcyber au-lifeline",
        "au-000 au-kids-helpline au-lifeline",
        "au-000 au-1800respect au-esafety-image-abuse au-lifeline",
        "au-000 au-kids-helpline au-lifeline au-1800respect",
    ],
    "NZ": [
        "nz-111 nz-womens-refuge nz-are-you-ok nz-1737",
        "nz-111 nz-1737 nz-womens-refuge nz-are-you-ok",
        "nz-111 nz-youthline nz-are-you-ok nz-1737",
        "nz-111 nz-youthline nz-oranga-tamariki nz-1737",
        "nz-111 nz-netsafe nz-idcare nz-1737",
        "nz-111 nz-youthline nz-1737 nz-victim-support",
        "nz-111 nz-womens-refuge nz-netsafe nz-1737",
        "nz-111 nz-youthline nz-womens-refuge nz-1737",
    ],
    "IE": [
        "ie-emergency ie-womens-aid ie-text-50808 ie-national-rape-crisis-helpline ie-samaritans",
        "ie-emergency ie-samaritans ie-text-50808 ie-womens-aid ie-national-rape-crisis-helpline",
        "ie-emergency ie-childline ie-text-50808",
        "ie-emergency ie-childline ie-text-50808 ie-tusla",
        "ie-emergency ie-hotline ie-text-50808 ie-samaritans",
        "ie-emergency ie-childline ie-text-50808 ie-samaritans",
        "ie-emergency ie-womens-aid ie-text-50808 ie-hotline ie-samaritans",
        "ie-emergency ie-childline ie-text-50808 ie-womens-aid ie-samaritans",
    ],
    "DE": [
        "de-110 int-112-eu de-hilfetelefon-116016 de-telefonseelsorge",
        "de-110 int-112-eu de-telefonseelsorge de-hilfetelefon-116016",
        "de-110 int-112-eu de-nummer-gegen-kummer de-telefonseelsorge",
        "de-110 int-112-eu de-nummer-gegen-kummer de-telefonseelsorge",
        "de-110 int-112-eu de-hateaid de-telefonseelsorge",
        "de-110 int-112-eu de-telefonseelsorge de-nummer-gegen-kummer",
        "de-110 int-112-eu de-hilfetelefon-116016 de-hateaid",
        "de-110 int-112-eu de-nummer-gegen-kummer de-hilfetelefon-116016",
    ],
    "IN": [
        "in-112 in-ncw in-tele-manas",
        "in-112 in-tele-manas in-ncw",
        "in-112 in-1098-childline in-tele-manas",
        "in-112 in-1098-childline in-tele-manas",
        "in-112 in-1930-cybercrime in-tele-manas",
        "in-112 in-1098-childline in-tele-manas",
        "in-112 in-ncw in-tele-manas",
        "in-112 in-1098-childline in-ncw in-tele-manas",
    ],
    "NG": [
        "ng-112 int-findahelpline",
        "ng-112 int-findahelpline",
        "ng-112 ng-cece-yara int-findahelpline",
        "ng-112 ng-cece-yara int-findahelpline",
        "ng-112 int-findahelpline",
        "ng-112 ng-cece-yara int-findahelpline",
        "ng-112 int-findahelpline",
        "ng-112 ng-cece-yara int-findahelpline",
    ],
    "AR": [
        "ar-emergency ar-137 ar-salud-mental",
        "ar-emergency ar-salud-mental ar-137 int-findahelpline",
        "ar-emergency ar-102 ar-137 ar-salud-mental",
        "ar-emergency ar-102 ar-salud-mental",
        "ar-emergency ar-salud-mental",
        "ar-emergency ar-102 ar-salud-mental int-findahelpline",
        "ar-emergency ar-137 ar-salud-mental",
        "ar-emergency ar-102 ar-137 ar-salud-mental",
    ],
    "BD": [
        "bd-emergency bd-109-women bd-kaan-pete-roi int-findahelpline",
        "bd-emergency bd-kaan-pete-roi bd-109-women int-findahelpline",
        "bd-emergency bd-1098 bd-109 bd-kaan-pete-roi",
        "bd-emergency bd-1098 bd-109",
        "bd-emergency bd-kaan-pete-roi",
        "bd-emergency bd-1098 bd-109 bd-kaan-pete-roi",
        "bd-emergency bd-109-women bd-kaan-pete-roi",
        "bd-emergency bd-1098 bd-109-women bd-kaan-pete-roi",
    ],
    "CO": [
        "co-emergency co-155 co-106",
        "co-emergency co-106 co-155",
        "co-emergency co-icbf-141 co-106",
        "co-emergency co-icbf-141 co-106",
        "co-emergency co-cai-virtual co-106",
        "co-emergency co-icbf-141 co-106",
        "co-emergency co-155 co-106",
        "co-emergency co-icbf-141 co-155 co-106",
    ],
    "ID": [
        "id-emergency id-sapa-129-women id-dpatens24 id-healing119",
        "id-emergency id-dpatens24 id-sapa-129-women id-healing119",
        "id-emergency id-tepsa id-sapa-129",
        "id-emergency id-tepsa id-sapa-129 id-dpatens24",
        "id-emergency id-dpatens24",
        "id-emergency id-tepsa id-sapa-129 id-dpatens24",
        "id-emergency id-sapa-129-women id-dpatens24",
        "id-emergency id-tepsa id-sapa-129-women id-dpatens24",
    ],
    "IL": [
        "il-emergency il-118 il-eran",
        "il-emergency il-eran il-118",
        "il-emergency il-eran il-118",
        "il-emergency il-eran",
        "il-emergency il-eran",
        "il-emergency il-eran",
        "il-emergency il-118 il-eran",
        "il-emergency il-eran il-118",
    ],
    "MY": [
        "my-emergency my-talian-kasih",
        "my-emergency my-talian-kasih my-talian-heal my-befrienders",
        "my-emergency my-talian-kasih-children my-talian-heal",
        "my-emergency my-talian-kasih-children my-talian-heal",
        "my-emergency my-talian-kasih",
        "my-emergency my-talian-kasih-children my-talian-heal my-befrienders",
        "my-emergency my-talian-kasih",
        "my-emergency my-talian-kasih-children my-talian-kasih my-talian-heal",
    ],
    "SG": [
        "sg-emergency sg-navh sg-sos",
        "sg-emergency sg-sos sg-navh",
        "sg-emergency sg-youthline sg-navh sg-sos",
        "sg-emergency sg-youthline sg-sos",
        "sg-emergency sg-osc sg-sos",
        "sg-emergency sg-sos sg-youthline",
        "sg-emergency sg-navh sg-osc sg-sos",
        "sg-emergency sg-youthline sg-navh sg-sos",
    ],
    "TH": [
        "th-emergency th-1300 th-1323",
        "th-emergency th-1323 th-1300",
        "th-emergency th-1387 th-1300 th-1323",
        "th-emergency th-1387 th-1323",
        "th-emergency th-1323",
        "th-emergency th-1323 th-1387",
        "th-emergency th-1300 th-1323",
        "th-emergency th-1387 th-1300 th-1323",
    ],
    "JP": [
        "jp-110 jp-yorisoi",
        "jp-110 jp-yorisoi",
        "jp-110 jp-kodomo-sos jp-yorisoi",
        "jp-110 jp-kodomo-sos jp-yorisoi",
        "jp-110 jp-safe-line jp-yorisoi",
        "jp-110 jp-kodomo-sos jp-yorisoi jp-childline",
        "jp-110 jp-safe-line jp-yorisoi",
        "jp-110 jp-kodomo-sos jp-yorisoi",
    ],
    "KR": [
        "kr-emergency kr-1366-digital-sex-crime kr-109",
        "kr-emergency kr-109 kr-1366-digital-sex-crime",
        "kr-emergency kr-youth-1388 kr-109",
        "kr-emergency kr-youth-1388 kr-109",
        "kr-emergency kr-1366-digital-sex-crime kr-109",
        "kr-emergency kr-youth-1388 kr-109",
        "kr-emergency kr-1366-digital-sex-crime kr-109",
        "kr-emergency kr-youth-1388 kr-1366-digital-sex-crime kr-109",
    ],
    "KE": [
        "ke-emergency ke-1195",
        "ke-emergency ke-1195",
        "ke-emergency ke-childline-116 ke-1195",
        "ke-emergency ke-childline-116",
        "ke-emergency ke-1195",
        "ke-emergency ke-childline-116",
        "ke-emergency ke-1195",
        "ke-emergency ke-childline-116 ke-1195",
    ],
    "BR": [
        "br-190 br-ligue-180 br-cvv-188",
        "br-190 br-cvv-188 br-ligue-180",
        "br-190 br-cvv-188",
        "br-190 br-cvv-188 br-disque-100",
        "br-190 br-safernet-helpline br-cvv-188",
        "br-190 br-cvv-188",
        "br-190 br-ligue-180 br-safernet-helpline br-cvv-188",
        "br-190 br-cvv-188 br-ligue-180",
    ],
}


def first_numbers(place: str, person: dict[str, str]) -> str:
    """The lines of the bar and of the first card, as the page has them; each once."""
    country, _dash, _region = place.partition("-")
    at = {"place": country, "region": place if "-" in place else ""}
    page = Walker().walk({**person, **at}).get("/plan/").content.decode()
    return " ".join(dict.fromkeys(re.findall(r'data-helpline="([^"]+)"', page.split('<nav class="side"')[0])))


@pytest.mark.parametrize("place", SEEN)
def test_each_sees_first_who_knows_their_danger(place: str) -> None:
    assert [first_numbers(place, person) for person in PEOPLE.values()] == SEEN[place]


@pytest.mark.parametrize("place", SEEN)
def test_somebody_is_there_at_three_in_the_night_where_the_facts_know_one(place: str) -> None:
    lines = {line.slug: line for line in repository.every_line(repository.version_key())}
    awake = {slug for slug, line in lines.items() if any(way.at_night for way in line.channels)}
    known = selectors.directory(place[:2], place if "-" in place else "")
    grown = [line for line in known.crisis if not line.emergency and "youth" not in line.fit.topics]
    anybody = any(line.slug in awake and not groups_of(line) for line in grown)
    for seen in SEEN[place]:
        people = [slug for slug in seen.split() if not lines[slug].emergency]
        assert not anybody or awake & {*people}, seen
