"""At three in the night, in each country of the European Union, Switzerland and Norway: whom four people see first.

A person of 14 and one of 30, blackmailed by a stranger, and hurt by somebody close. A star marks a line where somebody
is known to be there at that hour.
"""

import pytest

from resources import repository, selectors
from tests.content.test_first_numbers_at_night import first_numbers

pytestmark = pytest.mark.django_db

OWN = {"who": "self", "device": "mine"}
CHILD = {**OWN, "age": "13-15"}
GROWN = {**OWN, "age": "18-plus", "age-then": "18-plus"}
BLACKMAIL = {"what": "demand-money", "holder": "stranger", "danger": "deadline"}
PEOPLE = {
    "child who is blackmailed": {**CHILD, **BLACKMAIL},
    "child hurt at home": {**CHILD, "danger": "unsafe", "what": "threat", "holder": "family", "holder-age": "adult"},
    "adult who is blackmailed": {**GROWN, **BLACKMAIL},
    "adult hurt by a partner": {**GROWN, "danger": "unsafe", "what": "threat", "holder": "partner", "afraid": "yes"},
}
# Country -> the lines of the country that each of them sees, in the order of `PEOPLE`. To cover another, add a row.
SEEN = {
    "AT": [
        "at-emergency at-rat-auf-draht*",
        "at-emergency at-rat-auf-draht* at-telefonseelsorge*",
        "at-emergency at-telefonseelsorge*",
        "at-emergency at-frauenhelpline* at-telefonseelsorge*",
    ],
    "BE": [
        "be-emergency be-zelfmoordlijn*",
        "be-emergency be-awel be-zelfmoordlijn*",
        "be-emergency be-zelfmoordlijn*",
        "be-emergency be-1712* be-zelfmoordlijn*",
    ],
    "BG": [
        "bg-emergency bg-116111*",
        "bg-emergency bg-116111*",
        "bg-emergency bg-animus*",
        "bg-emergency bg-animus*",
    ],
    "CH": [
        "ch-emergency ch-147*",
        "ch-emergency ch-147* ch-143*",
        "ch-emergency ch-143*",
        "ch-emergency ch-opferhilfe ch-143*",
    ],
    "CY": [
        "cy-emergency cy-116111",
        "cy-emergency cy-116111 cy-samaritans",
        "cy-emergency cy-samaritans",
        "cy-emergency cy-spavo cy-samaritans",
    ],
    "CZ": [
        "cz-emergency cz-linka-bezpeci*",
        "cz-emergency cz-linka-bezpeci*",
        "cz-emergency cz-116006*",
        "cz-emergency cz-116006* cz-116123",
    ],
    "DE": [
        "de-110 de-telefonseelsorge*",
        "de-110 de-nummer-gegen-kummer de-telefonseelsorge*",
        "de-110 de-telefonseelsorge*",
        "de-110 de-hilfetelefon-116016* de-telefonseelsorge*",
    ],
    "DK": [
        "dk-emergency dk-bornetelefonen*",
        "dk-emergency dk-bornetelefonen* dk-livslinien",
        "dk-emergency dk-livslinien",
        "dk-emergency dk-1888* dk-livslinien",
    ],
    "EE": [
        "ee-emergency ee-lasteabi*",
        "ee-emergency ee-lasteabi* ee-116123",
        "ee-emergency ee-116006*",
        "ee-emergency ee-116006* ee-116123",
    ],
    "ES": [
        "es-112 es-anar*",
        "es-112 es-anar* es-024*",
        "es-112 es-024*",
        "es-112 es-016* es-024*",
    ],
    "FI": [
        "fi-emergency fi-mieli*",
        "fi-emergency fi-mll fi-mieli*",
        "fi-emergency fi-mieli*",
        "fi-emergency fi-nollalinja* fi-mieli*",
    ],
    "FR": [
        "fr-emergency fr-119*",
        "fr-emergency fr-119* fr-3114*",
        "fr-emergency fr-3114*",
        "fr-emergency fr-3919* fr-3114*",
    ],
    "GR": [
        "gr-emergency gr-smile-of-the-child*",
        "gr-emergency gr-smile-of-the-child* gr-1018*",
        "gr-emergency gr-1018*",
        "gr-emergency gr-15900* gr-1018*",
    ],
    "HR": [
        "hr-emergency hr-116006*",
        "hr-emergency hr-hrabri-telefon hr-116006*",
        "hr-emergency hr-116006*",
        "hr-emergency hr-116006*",
    ],
    "HU": [
        "hu-emergency hu-kek-vonal*",
        "hu-emergency hu-kek-vonal* hu-116123*",
        "hu-emergency hu-116123*",
        "hu-emergency hu-okit* hu-116123*",
    ],
    "IE": [
        "ie-emergency ie-childline* ie-text-50808*",
        "ie-emergency ie-childline* ie-text-50808* ie-tusla",
        "ie-emergency ie-samaritans* ie-text-50808*",
        "ie-emergency ie-womens-aid* ie-text-50808* ie-national-rape-crisis-helpline* ie-samaritans*",
    ],
    "IT": [
        "it-emergency it-telefono-azzurro*",
        "it-emergency it-telefono-azzurro* it-114 it-telefono-amico",
        "it-emergency it-telefono-amico",
        "it-emergency it-1522* it-telefono-amico",
    ],
    "LT": [
        "lt-emergency lt-jaunimo-linija*",
        "lt-emergency lt-vaiku-linija lt-jaunimo-linija*",
        "lt-emergency lt-vilties-linija*",
        "lt-emergency lt-pagalbos-moterims* lt-vilties-linija* lt-jaunimo-linija*",
    ],
    "LU": [
        "lu-emergency lu-kjt",
        "lu-emergency lu-kjt lu-sos-detresse",
        "lu-emergency lu-sos-detresse",
        "lu-emergency lu-violence lu-sos-detresse",
    ],
    "LV": [
        "lv-emergency lv-116111*",
        "lv-emergency lv-116111* lv-skalbes*",
        "lv-emergency lv-skalbes*",
        "lv-emergency lv-116006 lv-skalbes*",
    ],
    "MT": [
        "mt-emergency mt-179*",
        "mt-emergency mt-kellimni mt-179*",
        "mt-emergency mt-179*",
        "mt-emergency mt-179*",
    ],
    "NL": [
        "nl-112 nl-113*",
        "nl-112 nl-kindertelefoon nl-113*",
        "nl-112 nl-113*",
        "nl-112 nl-veilig-thuis* nl-113*",
    ],
    "NO": [
        "no-emergency no-116111*",
        "no-emergency no-116111* no-116123*",
        "no-emergency no-116123*",
        "no-emergency no-116006* no-116123*",
    ],
    "PL": [
        "pl-emergency pl-116111*",
        "pl-emergency pl-116111*",
        "pl-emergency pl-centrum-wsparcia*",
        "pl-emergency pl-niebieska-linia* pl-centrum-wsparcia*",
    ],
    "PT": [
        "pt-emergency pt-1411*",
        "pt-emergency pt-sos-crianca pt-1411*",
        "pt-emergency pt-1411*",
        "pt-emergency pt-violencia-domestica* pt-1411*",
    ],
    "RO": [
        "ro-emergency ro-119*",
        "ro-emergency ro-119* ro-telefonul-copilului",
        "ro-emergency ro-antisuicid",
        "ro-emergency ro-anes* ro-antisuicid",
    ],
    "SE": [
        "se-emergency se-bris*",
        "se-emergency se-bris* se-sjalvmordslinjen*",
        "se-emergency se-sjalvmordslinjen*",
        "se-emergency se-kvinnofridslinjen* se-sjalvmordslinjen*",
    ],
    "SI": [
        "si-emergency si-116123*",
        "si-emergency si-tom si-116123*",
        "si-emergency si-116123*",
        "si-emergency si-sos-telefon* si-116123*",
    ],
    "SK": [
        "sk-emergency sk-ldi*",
        "sk-emergency sk-ldi* sk-viac-ako-nick sk-ipcko*",
        "sk-emergency sk-ipcko*",
        "sk-emergency sk-0800212212* sk-ipcko*",
    ],
}


def row(country: str, person: dict[str, str]) -> str:
    """What the person sees first, without the lines of the whole world."""
    lines = {line.slug: line for line in repository.every_line(repository.version_key())}
    own = [lines[slug] for slug in first_numbers(country, person).split() if not lines[slug].international]
    return " ".join(f"{line.slug}{'*' * (not line.emergency and line.open_all_hours)}" for line in own)


def test_each_member_of_the_union_has_its_row() -> None:
    members = {land.code for land in selectors.places() if land.eu}
    assert members - SEEN.keys() == set()


@pytest.mark.parametrize("country", SEEN)
def test_each_sees_first_who_is_there(country: str) -> None:
    assert [row(country, person) for person in PEOPLE.values()] == SEEN[country]


@pytest.mark.parametrize("country", SEEN)
def test_the_first_number_and_the_first_to_talk_to_are_of_the_country(country: str) -> None:
    lines = {line.slug: line for line in repository.every_line(repository.version_key())}
    for person in PEOPLE.values():
        seen = [lines[slug] for slug in first_numbers(country, person).split()]
        talks = [line for line in seen if not line.emergency]
        assert (seen[0].emergency, seen[0].international, talks[0].international) == (True, False, False)
