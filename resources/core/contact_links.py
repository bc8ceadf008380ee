"""How a number, an address or a link is shown and tapped.

Numbers are shown and dialled in national form: toll-free numbers often fail in "+" form, at home and abroad.
Short codes never pass through `phonenumbers`, which would make `+1-988` of 988.
"""

import re
from urllib.parse import quote, urlsplit

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

NORTH_AMERICA = 1


def shown(kind: str, value: str, dial: str | None, from_abroad: bool = False) -> str:
    """What a person reads: "1-800-668-6868", "988", "kidshelpphone.ca", "jo@samaritans.org"."""
    if dial == "short":
        return _short(value)
    if dial == "e164":
        return _phone(value, from_abroad or kind == "whatsapp")
    return value if kind == "email" else (urlsplit(value).hostname or value).removeprefix("www.")


def href(kind: str, value: str, dial: str | None, keyword: str | None = None, from_abroad: bool = False) -> str:
    """What a tap opens: a `tel:`, `sms:`, `mailto:` or https address."""
    if kind == "phone":
        return "tel:" + quote(dialled(value, dial, from_abroad), safe="+*")
    if kind == "text":
        # "?&body=" is read by iOS (which wants "&") and by Android (which wants "?").
        return f"sms:{dialled(value, dial, from_abroad)}" + (f"?&body={quote(keyword)}" if keyword else "")
    if kind == "whatsapp":
        return f"https://wa.me/{value.removeprefix('+')}"
    return f"mailto:{value}" if kind == "email" else value


def dialled(value: str, dial: str | None, from_abroad: bool = False) -> str:
    """The signs to dial: a short code as it is, another number as it is shown, without blanks."""
    if dial == "short":
        return value
    return re.sub(r"[^\d+]", "", _phone(value, from_abroad))


def _phone(value: str, international: bool) -> str:
    number = phonenumbers.parse(value)
    if international:
        return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    if number.country_code != NORTH_AMERICA:
        return re.sub(r"[()]", "", national)
    # People say 604-673-3143, and 1-800-… with the 1, because without it toll-free calls fail on landlines.
    digits = str(number.national_number)
    local = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    toll_free = phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE
    return f"1-{local}" if toll_free else local


def _short(value: str) -> str:
    """Longer codes are cut the way people say them; four signs and fewer stay whole."""
    if re.fullmatch(r"\d{7}", value):
        return f"{value[:3]}-{value[3:]}"
    if re.fullmatch(r"116\d{3}", value):
        return f"{value[:3]} {value[3:]}"
    if re.fullmatch(r"13\d{4}", value):
        return f"{value[:2]} {value[2:4]} {value[4:]}"
    return value
