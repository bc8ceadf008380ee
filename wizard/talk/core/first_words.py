"""The first sentences to tell somebody, put together from the answers and from who is told, how, and how much. Pure."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.talk.core.choices import ADULT, FAMILY, FRIEND, LINE, LITTLE, MORE, SCHOOL, TEXT, TalkChoice

Told = tuple[tuple[Callable[[Answers], bool], Words], ...]

# One sentence for each thing that was answered. What somebody passed on or paid is theirs to tell later.
DETAILS: Told = (
    (lambda a: a.demand_money, _("They want money.")),
    (lambda a: a.demand_more, _("They want more from me.")),
    (lambda a: a.threat, _("They say they will share it.")),
    (lambda a: a.shared_ticked and (a.sextorted or a.threatened), _("It has been sent to other people.")),
    (lambda a: a.fake, _("It is a fake, and it still hurts.")),
    (lambda a: a.deadline, _("They gave me a time limit.")),
    (lambda a: a.stranger, _("I met them online.")),
    (lambda a: a.peer, _("It is someone about my age.")),
    (lambda a: a.partner, _("It is someone I am close to, or used to be.")),
    (lambda a: a.trust, _("It is someone in charge.")),
    (lambda a: a.duty, _("It is someone whose job is to help or guard people.")),
    (lambda a: a.family, _("It is someone in my family or home.")),
    (lambda a: a.afraid, _("I have to be careful around them.")),
)
# What happened, where nobody demands or threatens anything: the first that holds.
EVENTS: Told = (
    (lambda a: a.filmed, _("Someone filmed me in secret.")),
    (lambda a: a.shared_ticked, _("A picture of me was passed on. I did not agree to that.")),
    (lambda a: a.fake, _("Someone made a fake picture of me.")),
    (lambda a: a.posing, _("Someone is pretending to be me online.")),
    (lambda a: a.received, _("Someone sent me a picture. I do not know what to do.")),
)


def may_think_of_dying(a: Answers) -> bool:
    """The line about dying is offered: to who ticked it, and to everybody under pressure, as many think it untold."""
    return a.self_harm or a.sextorted or a.threatened


# To say first where life or body is at stake: whoever hears it can act at once.
IN_DANGER: Told = (
    (may_think_of_dying, _("I am thinking about dying. Please stay with me.")),
    (lambda a: a.unsafe, _("I am afraid that someone will hurt me.")),
    (lambda a: a.meet, _("Someone wants to meet me. I do not want to go.")),
)


def first_words(a: Answers, choice: TalkChoice) -> tuple[Words, ...]:
    """Sentences in the order in which they are said or sent. They ask nobody to look at anything."""
    return (*_begin(a, choice), *_told(a, choice), *_ask(a, choice))


def in_danger(a: Answers) -> tuple[Words, ...]:
    """Sentences to say before anything else."""
    return tuple(words for holds, words in IN_DANGER if holds(a))


def _urgent(a: Answers) -> bool:
    return a.deadline or a.self_harm or a.unsafe


def _begin(a: Answers, choice: TalkChoice) -> tuple[Words, ...]:
    if choice.who == LINE:
        return (_("Hello. I do not know how to begin."),)
    if choice.how == TEXT:
        return (_("Hi. I need your help with something."),)
    return (_("I need help now. It is urgent."),) if _urgent(a) else (_("Can I talk to you for a moment?"),)


def _told(a: Answers, choice: TalkChoice) -> tuple[Words, ...]:
    if choice.much == LITTLE:
        return (_("Something has happened, and it is hard to say."),)
    details = tuple(words for holds, words in DETAILS if holds(a)) if choice.much == MORE else ()
    event = _quiet(a) if choice.how == TEXT else _event(a)
    return (event, *details, _("I do not want to say what it shows."))


def _quiet(a: Answers) -> Words:
    """For a text, which stays on two phones: what somebody passed on is not written down for them."""
    return _("Something happened with a picture.") if a.for_sharer or a.only_passed_on else _event(a)


def _event(a: Answers) -> Words:
    if a.for_sharer:
        return _pressed_to(a) if a.forced else _passed_on()
    if a.only_passed_on:
        return _passed_on()
    if a.what_skipped:
        return _("Something happened with a picture.")
    if a.demand_more and not (a.demand_money or a.threat or a.deadline):
        return _("Someone wants things from me because of a picture.")
    if a.sextorted or a.threatened:
        return _("Someone is threatening me about a picture.")
    if a.put_it_there:
        return _("There is a picture of me online. I want it taken down.")
    return next((words for holds, words in EVENTS if holds(a)), _("I am worried about a picture."))


def _pressed_to(a: Answers) -> Words:
    # Who left the question open did not say that anybody made them.
    return _("Someone pressured me to pass on a picture.") if a.said_forced else _("Something happened with a picture.")


def _passed_on() -> Words:
    return _("Something happened with a picture. I want to put it right.")


def _ask(a: Answers, choice: TalkChoice) -> tuple[Words, ...]:
    asked = {
        FRIEND: _(
            "Can you stay with me while I get help? Please ask me before we tell anyone. "
            "If my life is in danger, get help right away."
        ),
        FAMILY: _("Please listen first. Then help me with the next step."),
        ADULT: _("Please listen first. Before I say more, who would you have to tell?"),
        SCHOOL: _("Can we talk somewhere nobody can hear us? Before I say more, who would you have to tell?"),
        LINE: _("Before I say more, what would you have to pass on?"),
    }
    said = [asked.get(choice.who, _("Please listen first. Can you help me?"))]
    if a.minor_now and choice.who in (FAMILY, ADULT):
        said.append(_("Please let me keep my phone. I need it to get help."))
    if choice.how == TEXT and choice.who != LINE:
        said.append(_("It is urgent. Can you come, or call me now?") if _urgent(a) else _("When can we talk?"))
    return tuple(said)
