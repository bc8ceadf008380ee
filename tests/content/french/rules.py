"""What a French text must not hold, wherever it stands: signs and blanks of other places, and the other voice."""

import re

WRONG_SIGNS = {
    "a blank that breaks before : or %": re.compile("[ \t](?=[:%](?!\\())"),
    "no blank before :": re.compile("(?<=[a-zà-öø-ÿ»”)]):(?=[\\s]|$)", re.IGNORECASE),
    "no no-break space inside « »": re.compile("«(?!\u00a0)|(?<!\u00a0)»"),
    "a blank before ? ! ;": re.compile("\\s[?!;]"),
    "a straight apostrophe or mark": re.compile("['\"]"),
    "a blank that breaks after a number": re.compile(
        "\\d (?=ans?\\b|h\\b|heures?\\b|minutes?\\b|jours?\\b|mois\\b|\\$)"
    ),
    "œ in two letters": re.compile("\\b(?:oeil|coeur|soeur|oeuvre|noeud|voeu)", re.IGNORECASE),
    "a capital without its accent": re.compile("\\b(?:Etre|Etes|Etat|Etape|Ecri|Ecout|Eteign|Evit|Eloign|Egalement)"),
    "a letter in two signs": re.compile("[\u0300-\u036f]"),
    "two blanks": re.compile("[ \u00a0]{2}"),
    "a médian point or brackets": re.compile("\\w·|\\w\\((?:e|es|ne|s)\\)|\\w\\.e\\b"),
}

# Whoever is spoken to: a young person, a friend; an adult, several people, an office.
TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt’", re.IGNORECASE)
VOUS = re.compile(
    r"(?<!rendez-)\b(?:vous|votre|vos|vôtres?)\b|\b(?!chez|assez|nez|rendez-vous)\w{2,}ez\b", re.IGNORECASE
)
QUOTED = re.compile("«[^«»]*»|“[^“”]*”")
