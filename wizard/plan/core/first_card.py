"""The card "Do this first": one verb, a sentence or two and one button, for everybody who has a plan. Pure.

The kinds and their order are those of the product's design ("Do this first"): the first that applies is the card. It
never sends to removal, blocking, a message, police or paper.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.wording_rules import near_and_angry
from wizard.plan.core.first_card_danger import clock, crisis, danger
from wizard.plan.core.first_card_parts import ANYBODY, FirstCard, Part

# The step of the role: everybody has one of these.
OWN_STEPS = ("worker-duties", "with-your-child", "be-a-good-friend", "tell-someone")


def first_card(a: Answers) -> FirstCard:
    """The card of these answers."""
    return next(card(a) for applies, card in KINDS if applies(a))


def _child_alone(a: Answers) -> FirstCard:
    if not_safe_at_home(a):
        said = _("You did nothing wrong. You can tell them what happened and ask what to do next.")
        return FirstCard(
            "tell", ("tell-someone",), _("Text or call this helpline"), (said,), (("child_alone", "talk"), *ANYBODY)
        )
    said = _("You did nothing wrong. You do not have to do this alone.")
    return FirstCard("tell", ("tell-someone",), _("Tell a grown-up you trust"), (said,), get=_("Get words you can use"))


def not_safe_at_home(a: Answers) -> bool:
    """Nobody at home may hear of it, or nobody said who did it."""
    return a.family or a.home or a.holder_skipped


def plan_with_someone(a: Answers) -> bool:
    """They have to be careful, or nobody said around whom, or silence would come before the safety plan."""
    before_silence = rules.needs_safety_plan(a) and rules.should_stop_contact(a)
    return a.fear or a.holder_skipped or a.at_risk or a.crime_here or before_silence


def _ask_first(a: Answers) -> FirstCard:
    """Silence, a block or a changed password can make it worse: a person first."""
    if a.helper:
        verb = _("Ask a helpline before you act")
        said = _(
            "If the other person could hurt them, plan together before anyone goes silent, blocks or changes "
            "a password."
        )
    else:
        verb = _("Ask a helpline first")
        said = _(
            "If the other person could hurt you, plan with someone before you go silent, block or change a password."
        )
    # Where same-sex love is a crime, the emergency number can bring police: it is for danger to life.
    anybody = ANYBODY[:1] if a.crime_here else ANYBODY
    return FirstCard("ask", ("safety-plan", *OWN_STEPS), verb, (said,), (*_who_plans(a), *anybody))


def _who_plans(a: Answers) -> tuple[Part, ...]:
    """A violence line; a child line for the young and their friends, child protection for who cares for them."""
    if not a.minor_now:
        return (("safety_plan", "violence"),)
    return (("safety_plan", "protection" if a.for_child or a.for_client else "child"),)


def _leave_it(a: Answers) -> FirstCard:
    """Something may still be filming: whoever put it there may see what is done."""
    parts = (("found_device", "hurt"), ("found_device", "protection"), *ANYBODY)
    if a.helper:
        said = _(
            "Nobody should touch it or look at what is on it. Help them leave the room, and ask a helpline what comes "
            "next."
        )
        return FirstCard("device", ("found-device",), _("Leave it where it is"), (said,), parts)
    said = _("Do not touch it or look at what is on it. Act as if you had not seen it, and ask a helpline.")
    return FirstCard("device", ("found-device",), _("Leave it where it is"), (said,), parts)


def _do_not_send_on(a: Answers) -> FirstCard:
    """To send it on can be a crime, and hurts who is in it."""
    verb = _("Do not send it on")
    said = (
        _("Do not open it, and do not send it on. It is not their fault. Tell someone about it in words.")
        if a.helper
        else _("It is not your fault. You do not have to look at it again. Tell someone about it in words.")
    )
    return FirstCard("received", ("got-one",), verb, (said,), ANYBODY)


def _stop(a: Answers) -> FirstCard:
    if a.helper:
        verb, said = (
            _("No money, no answer, no more pictures"),
            _("Nobody has to answer now. Keep the chat and the account."),
        )
        careful = _("If not answering could get them hurt, ask this helpline first.")
    else:
        verb, said = (
            _("Do not pay, send more or answer"),
            _("You can put the phone away. Keep the chat and your account."),
        )
        careful = _("If not answering could get you hurt, ask this helpline first.")
    sentences = (said, careful) if near_and_angry(a) else (said,)
    return FirstCard("stop", ("stop-contact", *OWN_STEPS), verb, sentences, (*_own_lines(a), *ANYBODY))


def _own_lines(a: Answers) -> tuple[Part, ...]:
    """A helper calls for themselves first: the line for parents, or child protection."""
    if a.for_child:
        return (("with_your_child", "parents"),)
    return (("worker_duties", "protection"),) if a.for_client else ()


def _do_not_look(a: Answers) -> FirstCard:
    """For who cares for them, or supports them in their work."""
    verb = _("Do not look for a picture") if a.only_worried else _("Do not look at the picture")
    if a.for_child:
        said, get = _("Stay near. You can say: “I am on your side.”"), _("Get words for your child")
        parts = (("risky_home", "protection"), *ANYBODY) if a.family or a.home else ()
        return FirstCard("look", ("with-your-child",), verb, (said,), parts, get)
    if a.minor_now and not a.only_worried:
        said = _("You probably have to report this today. You do not need proof.")
        ask = _("If you are not sure, call and ask.")
        return FirstCard("look", ("worker-duties",), verb, (said, ask), (("worker_duties", "protection"), *ANYBODY))
    said = _("You do not need to see it to help. Start with what they want.")
    return FirstCard("look", ("worker-duties",), verb, (said,), get=_("Get words to use"))


def _legal_line(a: Answers) -> FirstCard:
    """For who passed a picture on; who helps them looks at nothing first."""
    parts = (("put_it_right", "legal"),)
    said = _("Stop now, and do not send it again. Talk to a lawyer before you say or write what happened.")
    # Where no legal line is known, no other line stands under its name: the step says how to look for one.
    get = _("Get words for telling someone")
    return FirstCard("legal", ("put-it-right",), _("Ask a legal line first"), (said,), parts, get)


def _tell(a: Answers) -> FirstCard:
    if a.for_friend:
        said = _("Ask who they would like to tell, and offer to be there. Do not save, open or forward the picture.")
        return FirstCard(
            "tell", ("be-a-good-friend",), _("Help them tell one person"), (said,), get=_("Get words for your friend")
        )
    said = _("You do not have to do this alone. You choose who, and how much you say.")
    get = _("Get words for telling someone")
    return FirstCard("tell", ("tell-someone",), _("Tell one person you choose"), (said,), get=get)


KINDS: tuple[tuple[Callable[[Answers], bool], Callable[[Answers], FirstCard]], ...] = (
    (lambda a: a.self_harm or a.hurt_self, crisis),
    (lambda a: a.contact_danger, danger),
    (rules.has_deadline, clock),
    (lambda a: a.under_13_alone, _child_alone),
    (rules.may_find_a_device, _leave_it),
    (plan_with_someone, _ask_first),
    (lambda a: rules.should_stop_contact(a) and (a.sextorted or a.threatened), _stop),
    (lambda a: a.for_child or a.for_client, _do_not_look),
    (lambda a: a.put_right, _legal_line),
    (rules.got_one, _do_not_send_on),
    (rules.always, _tell),
)
