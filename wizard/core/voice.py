"""How French speaks to the reader of a visit; the voices are those of `compass.languages`."""

from wizard.core.answers import Answers
from wizard.core.plan import is_folded
from wizard.core.step_rules import StepRule


def french_voice(a: Answers) -> str:
    """Which of them: "fr-tu" for a person under 18 or of unknown age, and for their friend; "fr" for everybody else.

    "fr-vo" is "fr" for the worker of an adult: it differs in what they are told to say to that person. A parent and a
    worker are never addressed with "tu".
    """
    if a.for_client and not a.minor_now:
        return "fr-vo"
    return "fr-tu" if a.minor_now and not (a.for_client or a.for_child) else "fr"


def french_voice_in(row: StepRule, a: Answers) -> str:
    """As `french_voice`, for the words of a step: what a child's plan keeps for a grown-up speaks to an adult."""
    return "fr" if is_folded(row, a) else french_voice(a)
