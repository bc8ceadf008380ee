"""Which clocks to offer: those of the place first, then others. Names of the tz database. Pure."""

_CENTRAL_EUROPE = {
    "AT": "Vienna", "BE": "Brussels", "CZ": "Prague", "DE": "Berlin", "DK": "Copenhagen", "FR": "Paris", "HR": "Zagreb",
    "HU": "Budapest", "IT": "Rome", "LU": "Luxembourg", "MT": "Malta", "NL": "Amsterdam", "PL": "Warsaw",
    "SE": "Stockholm", "SI": "Ljubljana", "SK": "Bratislava",
}  # fmt: skip
_EUROPE = {
    **_CENTRAL_EUROPE, "BG": "Sofia", "EE": "Tallinn", "FI": "Helsinki", "GB": "London", "GR": "Athens",
    "IE": "Dublin", "LT": "Vilnius", "LV": "Riga", "RO": "Bucharest",
}  # fmt: skip
# The clocks of a country, west to east or by how many live there.
OF_COUNTRY: dict[str, tuple[str, ...]] = {
    **{code: (f"Europe/{city}",) for code, city in _EUROPE.items()},
    "AU": ("Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin",
           "Australia/Perth", "Australia/Hobart"),
    "BR": ("America/Sao_Paulo", "America/Manaus", "America/Cuiaba", "America/Rio_Branco", "America/Noronha"),
    "CA": ("America/Vancouver", "America/Whitehorse", "America/Edmonton", "America/Regina", "America/Winnipeg",
           "America/Toronto", "America/Iqaluit", "America/Halifax", "America/Moncton", "America/Goose_Bay",
           "America/St_Johns"),
    "CY": ("Asia/Nicosia",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"),
    "IN": ("Asia/Kolkata",),
    "JP": ("Asia/Tokyo",),
    "KE": ("Africa/Nairobi",),
    "KR": ("Asia/Seoul",),
    "MX": ("America/Mexico_City", "America/Cancun", "America/Hermosillo", "America/Tijuana"),
    "NG": ("Africa/Lagos",),
    "NZ": ("Pacific/Auckland", "Pacific/Chatham"),
    "PH": ("Asia/Manila",),
    "PK": ("Asia/Karachi",),
    "PT": ("Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"),
    "US": ("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
           "America/Anchorage", "Pacific/Honolulu"),
    "ZA": ("Africa/Johannesburg",),
}  # fmt: skip
# Where nearly all of a province or territory has one clock; Nunavut has three.
OF_REGION = {
    "CA-AB": "America/Edmonton", "CA-BC": "America/Vancouver", "CA-MB": "America/Winnipeg", "CA-NB": "America/Moncton",
    "CA-NL": "America/St_Johns", "CA-NS": "America/Halifax", "CA-NT": "America/Edmonton", "CA-ON": "America/Toronto",
    "CA-PE": "America/Halifax", "CA-QC": "America/Toronto", "CA-SK": "America/Regina", "CA-YT": "America/Whitehorse",
}  # fmt: skip
# West to east.
OF_WORLD = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago",
    "America/Mexico_City", "America/New_York", "America/Bogota", "America/Halifax", "America/Santiago",
    "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "UTC", "Europe/London", "Africa/Abidjan", "Africa/Lagos",
    "Europe/Paris", "Africa/Johannesburg", "Africa/Cairo", "Europe/Athens", "Europe/Kyiv", "Europe/Istanbul",
    "Europe/Moscow", "Africa/Nairobi", "Asia/Riyadh", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi",
    "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Shanghai", "Asia/Manila",
    "Asia/Singapore", "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Australia/Adelaide", "Australia/Brisbane",
    "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip


def near(country: str) -> tuple[str, ...]:
    """The clocks of a country."""
    return OF_COUNTRY.get(country, ())


def far(country: str) -> tuple[str, ...]:
    """The clocks of the world that are not among those of the country."""
    return tuple(name for name in OF_WORLD if name not in near(country))


def usual(country: str, region: str) -> str:
    """The one clock of a place, "" where there are several or none is known."""
    if region in OF_REGION:
        return OF_REGION[region]
    return near(country)[0] if len(near(country)) == 1 else ""
