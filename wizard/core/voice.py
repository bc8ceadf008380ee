"""How French speaks to the reader of a visit; the voices are those of `compass.languages`."""

from wizard.core.answers import Answers


def french_voice(a: Answers) -> str:
    """Which of them: "fr-tu" for a person under 18 or of unknown age, and for their friend; "fr" for everybody else.

    "fr-vo" is "fr" for the worker of an adult: it differs in what they are told to say to that person. A parent and a
    worker are never addressed with "tu".
    """
    if a.for_client and not a.minor_now:
        return "fr-vo"
    return "fr-tu" if a.minor_now and not (a.for_client or a.for_child) else "fr"
