"""The order in which people look names up: accents, capitals, hyphens and apostrophes do not count. Pure."""

from unicodedata import combining, normalize

# Two letters in one, which a decomposition leaves whole.
JOINED = str.maketrans({"œ": "oe", "æ": "ae"})
BLANKS = str.maketrans("-’'", "   ")


def alphabetical(name: str) -> tuple[str, str]:
    """What to sort a name by: "États-Unis" stands between "Espagne" and "Finlande"; equal ones by the name itself."""
    plain = "".join(sign for sign in normalize("NFD", name.casefold().translate(JOINED)) if not combining(sign))
    return plain.translate(BLANKS), name
