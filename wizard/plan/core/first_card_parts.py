"""What the card "Do this first" is made of. Pure."""

from dataclasses import dataclass

from wizard.core.flow import Words

# Where a line is looked for when the parts of a kind have none: everybody's plan has these.
ANYBODY = (("people", "talk"), ("people", "emergency"))
Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FirstCard:
    """What the card says. `steps`: the step behind it, first choice first; the card leads to the first on the plan.

    `parts` are (step, part) of `STEPS` in which a number is looked for, in turn; the part "" is any but the emergency
    number. Without any, the button opens the tool `talk` and says `get`. `emergency` puts the emergency number above
    the button; `others` names the step all of whose numbers stand below it.
    """

    kind: str
    steps: tuple[str, ...]
    verb: Words
    sentences: tuple[Words, ...]
    parts: tuple[Part, ...] = ()
    get: Words = ""
    emergency: bool = False
    others: str = ""
