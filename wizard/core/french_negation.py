"""Which words of a French sentence a "ne … pas" excuses: the verb it stands around, and no other. Strict.

As `negation.py` for English. "Ne" alone excuses nothing: "Ne paie que la moitié" means pay half. What excuses:

- "ne" before the verb and "pas", "jamais", "plus", "rien" behind it, or "personne", "aucun", "ni" in the same clause:
  "Ne paie pas", "N'apporte et n'envoie jamais l'image", "Ne supprime ni la conversation ni le compte";
- "personne ne", "aucun adulte ne" before it;
- a helping verb that is denied, before an infinitive: "Tu n'as pas à répondre", "Il ne faut pas le débloquer";
- "ne pas", "sans", "ni", "au lieu de", "arrêter de" straight before an infinitive, or before a thing;
- a denied verb that only holds the thing: "Ce n'est pas ta faute", "N'engage pas de détective";
- an infinitive further on in a list that "ou" or "ni" joins: "Ne jamais ouvrir, garder ou montrer l'image".

"N'hésite pas à", "n'oublie pas de" and the like are orders, and excuse nothing; nor do two that cancel each other, a
question, or half a "not": "Ne paie pas tout de suite", "Ne la rencontre pas sans un ami".
"""

import re

from wizard.core.negation import Span

_CLITIC = r"(?:(?:me|te|se|le|la|les|lui|leur|y|en|nous|vous)\s+|[mtsly]')*"
_NE = rf"\b(?:ne\s+|n'){_CLITIC}"
_PAS = (
    r"\s+(?:surtout\s+|même\s+)?(?:pas|plus|jamais|rien)"
    r"(?!\s+(?:qu[e']|seulement|toujours|encore|tout|toute|tous|toutes|trop|plus\s+(?:de|que)|plus\s+d'|beaucoup|juste"
    r"|simplement|uniquement|longtemps)\b)\b(?:\s+(?:plus|jamais|rien|du\s+tout|non\s+plus))?"
)
_NOUN_OF_PERSON = "".join(f"(?<!{word} )" for word in ("la", "une", "cette", "chaque", "autre", "toute", "même"))
_NOBODY = rf"(?:{_NOUN_OF_PERSON}\b(?:personne|rien)(?:\s+d'autre)?|\baucune?\s+\w+)"
_HELPS = (
    r"(?:ai|as|a|avez|ont|aura[si]?|aurez|aurait|dois|doit|devez|doivent|devrai[st]|devriez|devraient|devra[s]?|devrez"
    r"|faut|faudra|faudrait|peux|peut|pouvez|peuvent|pourrai[st]|pourriez|pourra[s]?|pourrez|veux|veut|voulez|veulent"
    r"|va|vas|allez|vont|essaies?|essayez|tentes?|tentez|commences?|commencez|continues?|continuez|acceptes?|acceptez"
    r"|promets|promettez|laisses?|laissez|demandes?|demandez|fais|fait|faites|sert|oblige|est|cherches?|cherchez"
    r"|mets|mettez|propose[s]?|proposez|offre[s]?|offrez|aie|ayez)"
)
_LEADS = (
    r"(?:(?:à|de|besoin\s+de|le\s+droit\s+de|raison\s+de|une\s+raison\s+de|à\s+(?:toi|vous|lui|elle)\s+de"
    r"|(?:possible|nécessaire|utile|obligatoire|une\s+bonne\s+idée)\s+de|avoir\s+à|devoir|pouvoir|vouloir|aller|faire"
    r"|(?:toi|vous|lui|elle)-même|à\s+(?:(?:la|le|un|une|cette|ce|ton|ta|votre)\s+|l')?\w+\s+de"
    r"|(?:essayer|tenter|accepter|promettre|continuer)\s+de|(?:commencer|continuer|chercher)\s+à|demander\s+[àd]e?"
    r"|(?:laisser\s+)?(?:personne|quelqu'un|la\s+personne|l'enfant|(?:ton|votre)\s+enfant)"
    r"|à\s+(?:personne|quelqu'un|la\s+personne|l'enfant|(?:ton|votre)\s+enfant)\s+de"
    r")\s+|(?:besoin\s+|raison\s+)?d')*"
)
_TAKES = (
    r"(?:est|sont|était|sera|es|êtes|ai|as|a|avez|ont|fais|fait|faites|prends|prend|prenez|gardes?|gardez|utilises?"
    r"|utilisez|changes?|changez|demandes?|demandez|appelles?|appelez|vas?|allez|contactes?|contactez|engages?|engagez"
    r"|embauches?|embauchez|paies?|payez|envoies?|envoyez|offres?|offrez|montres?|montrez|veux|veut|voulez|donnes?"
    r"|donnez|écris|écrivez|choisis|choisissez|cherches?|cherchez|remplis|remplissez|installes?|installez|dis|dites"
    r"|faut|dois|doit|devez|ouvres?|ouvrez|lis|lisez|copies?|copiez|serez|seras)"
)
_OF = (
    r"(?:(?:de|du|des|un|une|le|la|les|ce|cette|ces|ton|ta|tes|votre|vos|son|sa|ses|leur|leurs|à|au|aux|en|dans|sur"
    r"|avec|par|pour|autre|autres)\s+|[dl]')*"
)
_INFINITIVE = r"\w+(?:er|ir|re|oir)\b"
_LOSES_NOT = r"(?!(?:oubli|perd|hésit|manqu|tard|néglig|lâch|quitt|craind|laiss)\w*\b)"
_ITEM = rf"{_CLITIC}{_INFINITIVE}(?:\s+(?!ou\b|ni\b|et\b)[\w'-]+){{0,3}}"
_DENIED = (
    rf"(?:{_NE}{_HELPS}(?:-\w+)?(?:{_PAS}|\s+(?:à\s+)?personne(?:\s+d'autre)?|\s+aucune?)\s+"
    rf"|\bne{_PAS}\s+(?:{_HELPS}\s+)?|{_NOBODY}\s+{_NE}{_HELPS}\s+)"
)
_LESS = (
    r"\b(?:sans\s+(?:jamais\s+|même\s+|plus\s+)?|(?:au\s+lieu|plutôt\s+que)\s+d(?:e\s+|')"
    r"|(?:évit|arrêt|cess)(?:e|es|ez|er|ent)\s+d(?:e\s+|')|(?:inutile|pas\s+besoin|pas\s+question|interdit)\s+d(?:e\s+|'))"
)
_IN_ORDER = tuple(
    re.compile(f"(?:{start}){end}$")
    for start, end in (
        (_DENIED, _LEADS + _CLITIC),
        (_LESS, _CLITIC),
        (rf"{_NE}{_TAKES}(?:-\w+)?(?:{_PAS}|\s+aucune?)\s+|\bne{_PAS}\s+{_LOSES_NOT}{_INFINITIVE}\s+", _OF),
        (r"\bsans\s+|(?:^|[.,:;«(]\s*|\bet\s+|\bou\s+)(?:pas\s+(?=d)|aucune?\s+|jamais\s+(?=d))", _OF),
    )
)
_ITEMS = rf"{_ITEM}(?:\s*,\s*{_ITEM})*\s*,?"
_OR_TO = r"\s+(?:[àd]e?\s+|d')?"
_LISTED = re.compile(rf"(?:{_DENIED}){_LEADS}{_ITEMS}\s*(?P<joint>ou|ni|,){_OR_TO}{_CLITIC}$")
_LIST_GOES_ON = re.compile(rf"{_ITEMS}\s*(?:ou|ni){_OR_TO}{_ITEM}")
_NI = re.compile(rf"\bni\s+(?:aucune?\s+|ne\s+|n'|pour\s+|[àd]e?\s+|d')?{_CLITIC}(?:{_OF})$")
_NE_HERE = re.compile(rf"{_NE}$")
_NOBODY_HERE = re.compile(rf"{_NOBODY}\s+{_NE}$")
_VERB = r"\w+(?:-\w+)*(?:\s*,?\s*(?:et\s+|ni\s+|ou\s+)?n(?:e\s+|')\w+(?:-\w+)*)*"
_WORD = r"(?!(?:que?|qui|si|quand|mais|et|puis|car|donc|alors|dont|où|avant|parce|sinon)\b|qu'|s'il)[\w'-]+"
_CLOSED = re.compile(
    rf"{_VERB}(?:{_PAS}\b|\s+(?:{_WORD}\s+){{0,8}}?(?:(?:à|de|pour|avec|chez)\s+personne|aucune?|ni|nulle\s+part|rien)\b"
    r"|\s+personne\b)"
)
_MAY_CLOSE_LATER = re.compile(rf"{_NE}{_HELPS}(?:-\w+)?\s+{_LEADS}{_CLITIC}$")
_CLOSED_BY_WHOM = re.compile(rf"{_INFINITIVE}\s+(?:(?:à|de)\s+)?(?:personne|rien|aucune?|ni)\b")
_ONLY = re.compile(rf"{_VERB}\s+qu[e']")
_HALF = re.compile(
    r"[^,]*\b(?:seule?s?|en\s+tête-à-tête|tout\s+de\s+suite|immédiatement|aussitôt|sans|encore|plus\s+de\s+\d)\b"
    r"|.*\b(?:avant(?!\s+tout\b)|jusqu'|sauf\b|tant\s+que\b|à\s+moins\b)"
)
# What a "not" further left may not be mixed up with; "que" does not end it, so "Il n'est pas vrai que…" cancels.
_CUT = re.compile(r"[.!?…;:,–—()\[\]«»“”\"]|\b(?:et|mais|ou|donc|alors|puis|car|sinon|si|quand|lorsque)\b|\bs'")
_CLAUSE_ENDS = re.compile(r"[.!?…;:–—()«»“”\"]|,\s+(?:et|mais|puis|alors|donc)\b|\bet\s+n(?:e\b|')")
_CANCELS = re.compile(
    r"\b(?:ne\b|n')|\bsans\b|\b(?:refus|évit|empêch|interdi|hésit|oubli|pourquoi|arrêt|cess|peur|seulement)"
)
_BEGINS = re.compile(_CLITIC)


def excused(sentence: str, span: Span) -> bool:
    """True when a negation of the sentence stands with the words at this span (start, end). The sentence is plain."""
    if sentence.rstrip(" »”)\"'").endswith("?"):
        return False
    low = sentence.lower()
    clitics = _BEGINS.match(low, span[0])
    verb = min(clitics.end(), span[1]) if clitics else span[0]
    before, here = low[:verb], low[verb:]
    end = _CLAUSE_ENDS.search(here, span[1] - verb)
    clause = here[: end.start()] if end else here
    return not _HALF.match(clause) and _stands_with(before, here, clause)


def _stands_with(before: str, here: str, clause: str) -> bool:
    if _NE_HERE.search(before):
        denied = bool(_NOBODY_HERE.search(before) or _CLOSED.match(clause)) and not _ONLY.match(clause)
        return denied and not _cancelled(before, _NE_HERE)
    if _MAY_CLOSE_LATER.search(before) and _CLOSED_BY_WHOM.match(clause):
        return not _cancelled(before, _MAY_CLOSE_LATER)
    if _NI.search(before):
        return bool(re.search(r"\b(?:ne\b|n'|sans\b|aucun)", before))
    if any(found.search(before) and not _cancelled(before, found) for found in _IN_ORDER):
        return True
    listed = _LISTED.search(before)
    goes_on = listed and (listed["joint"] != "," or _LIST_GOES_ON.match(here))
    return bool(goes_on) and not _cancelled(before, _LISTED)


def _cancelled(before: str, found: re.Pattern[str]) -> bool:
    """True when the "not" stands behind another one of its clause, or behind a word that turns it."""
    start = found.search(before)
    head = before[: start.start()] if start else before
    cut = max(_CUT.finditer(head), key=re.Match.end, default=None)
    return bool(_CANCELS.search(head[cut.end() :] if cut else head))
