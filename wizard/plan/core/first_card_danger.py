"""The card "Do this first" where somebody is in danger now, or a clock is running. Pure."""

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.wording_rules import silence_may_harm
from wizard.core.wording_situations import must_not_meet
from wizard.plan.core.first_card_parts import FirstCard


def crisis(a: Answers) -> FirstCard:
    if a.helper:
        verb, first = _("Stay with them, and call together"), _("Ask calmly: “Are you thinking about suicide?”")
        then = _("If they are hurt or have taken something, call the emergency number first.")
    else:
        verb, first = _("Text or call someone now"), _("You matter more than any picture, and people get through this.")
        then = _("If you are hurt or have taken something, call the emergency number first.")
    ordered = _ordered(a) if a.hurt_self else ()
    parts = (("crisis", ""), ("crisis", "emergency"))
    return FirstCard("crisis", ("crisis",), verb, (first, *ordered, then), parts, emergency=True, others="crisis")


def _ordered(a: Answers) -> tuple[Words, ...]:
    """Somebody told them to hurt themselves."""
    return (
        _("The other person made them do it. It is not their fault.")
        if a.helper
        else _("The other person made you do it. It is not your fault."),
    )


def danger(a: Answers) -> FirstCard:
    """With somebody at home there is no "do not meet"; staying away can itself be the danger."""
    if a.helper:
        verb = _("Help them go where other people are, and call")
        said = [_("If someone may hurt them, or is on the way, call the emergency number now.")]
        said += [_("They should not meet the other person.")] if must_not_meet(a) else []
        said += (
            [_("If leaving home or staying away could get them hurt, ask a helpline here first.")] if _close(a) else []
        )
    else:
        verb = _("Go where other people are, and call")
        said = [_("If someone may hurt you, or is on the way, call the emergency number now.")]
        said += [_("Do not meet the other person.")] if must_not_meet(a) else []
        said += (
            [_("If leaving home or staying away could get you hurt, ask a helpline here first.")] if _close(a) else []
        )
    parts = (("danger_now", "emergency"), ("danger_now", ""))
    return FirstCard("danger", ("danger-now",), verb, tuple(said), parts, emergency=True, others="danger_now")


def _close(a: Answers) -> bool:
    return a.partner or a.family or a.afraid


def clock(a: Answers) -> FirstCard:
    if silence_may_harm(a):
        verb = _("Talk to a person before anything else")
        first = (
            _("If not answering could get them hurt, ask this helpline before anything else.")
            if a.helper
            else _("If not answering could get you hurt, ask this helpline before anything else.")
        )
    else:
        verb = _("Do not let the time limit rush you. Talk to a person")
        first = _("You can talk to someone even while the time is running.")
    rush = _("The time limit is there to rush you both.") if a.helper else _("The time limit is there to rush you.")
    parts = (("beat_the_clock", ""), ("beat_the_clock", "emergency"))
    return FirstCard("clock", ("beat-the-clock",), verb, (rush, first), parts)
