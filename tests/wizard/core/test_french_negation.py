"""What "ne … pas" excuses: French sentences that differ in little, of which one is refused by the real table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.french_negation import excused
from wizard.core.french_words import plain
from wizard.core.html_sentences import sentences
from wizard.core.phrase_tables import read_phrases
from wizard.core.step_rules import STEP_RULES

RULES = read_phrases((row.slug for row in STEP_RULES), "fr")
NEVER = [rule for rule in RULES if rule.never]
# A "not" counts for these; and no pattern of them holds one itself.
DENIABLE = [rule for rule in NEVER if not rule.even_with_not]
# The id of the rule, a sentence that breaks it, and one that keeps it.
PAIRS = [
    ("pay", "Ne réponds pas, paie.", "Ne réponds pas, ne paie pas."),
    ("pay", "Ne réponds pas et paie.", "Ne réponds pas et ne paie pas."),
    ("pay", "Ne réponds pas, mais paie.", "Ne réponds pas, mais ne paie jamais."),
    ("pay", "Ne réponds pas : paie.", "Une chose : ne paie pas."),
    ("pay", "Ne réponds pas (paie).", "Arrête (ne paie pas)."),
    ("pay", "Ne dis pas « paie ».", "Dis « ne paie pas »."),
    ("pay", "Ne réponds pas. Écris l’heure et paie.", "Ne réponds pas. Ne paie pas."),
    ("pay", "Ne paie que la moitié.", "Ne paie rien."),
    ("pay", "Ne paie plus que la moitié.", "Ne paie plus."),
    ("pay", "Ne paie pas que la moitié.", "Ne paie pas la moitié."),
    ("pay", "Ne paie pas seulement la moitié.", "Ne paie surtout pas."),
    ("pay", "Ne paie pas tout de suite.", "Ne paie pas ce soir."),
    ("pay", "Ne paie pas encore.", "Ne paie jamais."),
    ("pay", "Ne paie pas plus de 50 $.", "Ne paie pas 50 $."),
    ("pay", "Ne paie pas, sauf si la menace continue.", "Ne paie pas, même si la menace continue."),
    ("pay", "Ne paie pas avant d’avoir une preuve.", "Avant tout, ne paie pas."),
    ("pay", "Ne paie pas, à moins d’avoir une preuve.", "Ne payez pas, même avec une preuve."),
    ("pay", "Ne paie pas sans une preuve.", "Tu peux partir sans payer."),
    ("pay", "N’hésite pas à payer.", "Tu n’as pas à payer."),
    ("pay", "N’oublie pas de payer.", "Il ne faut pas payer."),
    ("pay", "Ne manquez pas de payer.", "Vous ne devez jamais payer."),
    ("pay", "N’attends pas pour payer.", "N’accepte pas de payer."),
    ("pay", "N’aie pas peur de payer.", "N’essaie pas de payer."),
    ("pay", "Ne pars pas sans payer.", "Pars sans payer."),
    ("pay", "N’évite pas de payer.", "Évite de payer."),
    ("pay", "N’accepte pas de ne pas payer.", "Accepte de ne pas payer."),
    ("pay", "Il n’est pas vrai que tu ne dois pas payer.", "Il est vrai que tu ne dois pas payer."),
    ("pay", "Pourquoi ne pas payer?", "Mieux vaut ne pas payer."),
    ("pay", "Ne devrais-tu pas payer?", "Tu ne devrais pas payer."),
    ("pay", "Tu dois payer, pas bloquer.", "Tu ne dois rien payer."),
    ("pay", "Personne ne sait rien, paie.", "Personne ne doit payer."),
    ("pay", "La personne ne paie que la moitié.", "Personne ne paie."),
    ("pay", "Aucun adulte ne sait, paie.", "Aucun adulte ne devrait payer."),
    ("pay", "Sans réponse, paie.", "Au lieu de payer, appelle."),
    ("pay", "Ne pas répondre, payer.", "Ne pas répondre, ne pas payer."),
    ("pay", "Ne pas répondre et payer.", "Ne pas répondre ni payer."),
    ("pay", "Ne jamais répondre, payer, bloquer et attendre.", "Ne jamais répondre, payer, bloquer ou attendre."),
    ("pay", "Tu ne dois pas attendre, paie ou bloque.", "Tu ne dois pas attendre, négocier ou payer."),
    ("pay", "Rends-toi là-bas pour payer.", "N’y va pas : ni pour parler, ni pour payer."),
    ("send-more", "Envoie plus d’images, une autre chaque jour.", "N’envoie pas d’autres images."),
    ("send-more", "Ne réponds plus, envoie une vidéo.", "Ne réponds plus, n’envoie plus une vidéo."),
    ("send-more", "Envoie-lui une photo habillée.", "Ne lui envoie pas une photo habillée."),
    ("answers", "N’arrête pas de répondre.", "Arrête de répondre."),
    ("answers", "Réponds.", "Ne lui réponds pas."),
    ("answers", "Vous devez répondre.", "Vous n’avez à répondre à personne."),
    ("leaves-the-chat", "Supprime la conversation et le compte.", "Ne supprime ni la conversation ni le compte."),
    ("leaves-the-chat", "Ne réponds pas. Efface les messages.", "N’efface pas les messages."),
    ("passes-it-on", "N’imprime pas et envoie l’image.", "N’apporte, n’imprime et n’envoie jamais l’image."),
    ("passes-it-on", "Ne l’efface pas, montre-la à la police.", "Ne montre l’image à personne."),
    ("passes-it-on", "Tu peux ouvrir l’image.", "Vous ne devez jamais ouvrir, garder ou montrer l’image."),
    ("makes-a-copy", "Garde et n’envoie pas l’image.", "Ne garde pas et n’envoie pas l’image."),
    ("makes-a-copy", "Fais une capture d’écran.", "Ne fais aucune capture d’écran."),
    ("makes-a-copy", "Note les mots, sans oublier de capturer l’image.", "Note les mots, sans capturer l’image."),
    ("meets", "N’y va pas, rejoins-la au café.", "Ne va rencontrer personne."),
    ("meets", "Ne va pas rencontrer l’autre personne en tête-à-tête.", "Ne va pas rencontrer l’autre personne."),
    ("unblocks", "Ne supprime rien, débloque le compte.", "Il ne faut pas le débloquer."),
    ("firm", "N’attends pas, engage un détective.", "N’engage pas de détective."),
    ("helpers-look", "Ne demande rien, ouvre le lien.", "Ne demande pas à voir l’image."),
    ("child-has-no-task", "N’oublie pas ton mot de passe.", "Ne change pas de mot de passe."),
    ("fault", "Ce n’est pas un jeu, c’est ta faute.", "Ce n’est pas ta faute."),
    ("promises-silence", "Ne dis rien, promets de garder le secret.", "Ne promets pas de garder le secret."),
    ("into-the-account", "Ne lui dites rien, connectez-vous à sa place.", "Ne vous connectez pas à sa place."),
]


def refused_by(words):
    """The ids of the rules that any of these sentences breaks, whoever reads it."""
    return {rule.id for rule in NEVER if rule.found(sentences(f"<p>{words}</p>"))}


@pytest.mark.parametrize(("rule", "refused", "passes"), PAIRS, ids=[row[1] for row in PAIRS])
def test_a_ne_pas_excuses_only_the_verb_it_stands_around(rule, refused, passes):
    assert (rule in refused_by(refused), rule in refused_by(passes)) == (True, False)


@pytest.mark.parametrize("mark", ["?", "\u00a0?", "? »", "?)"])
def test_a_question_excuses_nothing(mark):
    said = [plain(f"Tu ne dois pas payer{end}") for end in (".", mark)]
    assert [excused(text, (text.index("payer"), text.index("payer") + 5)) for text in said] == [True, False]


@pytest.mark.parametrize("rule", NEVER, ids=lambda rule: rule.id)
def test_each_rule_bites_in_french(rule):
    refused = {said: bool(rule.found(sentences(f"<p>{said}</p>"))) for said in (rule.example, *rule.bad, *rule.good)}
    assert refused == {**dict.fromkeys((rule.example, *rule.bad), True), **dict.fromkeys(rule.good, False)}
    assert rule.good
    assert rule.bad


OTHERS = ("Ne pleure pas", "Ne reste jamais là", "Personne ne rit", "Tu n’as aucune dette", "Il n’y a rien")
JOINTS = (
    ". ",
    "! ",
    " – ",
    "\u00a0: ",
    "; ",
    ", ",
    " et ",
    ", et ",
    " mais ",
    ", puis ",
    " (",
    ".\u00a0» « ",
    ", donc ",
)


@pytest.mark.parametrize("rule", DENIABLE, ids=lambda rule: rule.id)
def test_a_ne_pas_before_it_excuses_no_example(rule):
    # "Mais" and guillemets are words that some rules themselves let pass.
    joints = [joint for joint in JOINTS if not any(word in joint for word in rule.unless)]
    examples = (rule.example, *rule.bad)
    said = [f"{other}{joint}{example}" for other in OTHERS for joint in joints for example in examples]
    assert [text for text in said if not rule.found(sentences(f"<p>{text}</p>"))] == []


@pytest.mark.parametrize("rule", DENIABLE, ids=lambda rule: rule.id)
def test_what_a_person_would_type_otherwise_changes_nothing(rule):
    """Straight apostrophes and accents in two pieces, in sentences of both sorts."""
    for said in (rule.example, *rule.bad, *rule.good):
        typed = said.replace("’", "'").replace("é", "e\u0301").replace(" ", "\u00a0")
        assert rule.hits(typed) == rule.hits(said)


WHOLE = st.lists(st.sampled_from([f"{other}." for other in OTHERS]), max_size=3)


@given(rule=st.sampled_from(DENIABLE), before=WHOLE, after=WHOLE)
def test_whole_sentences_around_it_excuse_no_example(rule, before, after):
    text = " ".join((*before, rule.example, *after))
    assert rule.found(sentences(f"<p>{text}</p>"))
    # Not even where they were not cut.
    assert rule.found((text,))
