"""Needs cut finer than a page of numbers has them: what only the few lines of a step ask for. Pure."""

from collections.abc import Iterable, Mapping

from resources.core.helpline import TALKED_ON, Helpline
from resources.core.helpline_choice import GROUPS, Seeker, right_age

GROWN = ("child", "client")
ByNeed = Mapping[str, tuple[Helpline, ...]]


def narrower_needs(found: ByNeed, who: Seeker) -> dict[str, tuple[Helpline, ...]]:
    """Parts of the needs of one person, each in the order of its need."""
    tiplines, own = _tiplines(found["child_tipline"]), _own(found["matching"], who)
    police, fraud = found["police"], found["fraud"]
    talk = tuple(line for line in found["crisis"] if _meant(line, who)) or found["crisis"]
    return {
        "talk": talk,
        "own_talk": _for_a_grown_helper(talk) if who.role in GROWN else talk,
        "hurt": _for_anybody(found["sexual_violence"], who),
        "violence": _for_anybody(found["family_violence"], who),
        "safety": found["child_protection"] * who.minor + _for_anybody(found["family_violence"], who),
        "parents": tuple(line for line in found["parents"] if _meant(line, who)),
        "counselling": _counselling(found["counselling"], who),
        "tiplines": tiplines,
        "own_tiplines": tuple(line for line in tiplines if not line.international),
        "link_tiplines": tuple(sorted(tiplines, key=lambda line: line.fit.crosses is None)),
        "own_matching": own,
        # An adult who passed on an adult's picture meets no line for children.
        "image": tuple(line for line in found["image"] if _meant(line, who)),
        "specialist": _for_anybody(filter(_works_on_pictures, found["image"]), who),
        **_legal(found, who),
        # A fraud office is the wrong door where nobody asked for money.
        "police_near": _for_anybody((line for line in police if line not in fraud), who),
        "police_money": tuple(line for line in police if line in fraud),
    }


def _legal(found: ByNeed, who: Seeker) -> dict[str, tuple[Helpline, ...]]:
    """Lawyers for who passed a picture on; for everybody else no line that only helps with a charge."""
    young = found["youth_legal"] * who.minor
    grown = tuple(line for line in found["legal"] if right_age(line, who))
    lawyers = _called_first(filter(_for_who_did_it_too, young)) or _called_first(filter(_for_who_did_it_too, grown))
    youth_legal, legal = tuple(filter(_for_who_was_harmed, young)), tuple(filter(_for_who_was_harmed, grown))
    return {
        "youth_legal": youth_legal,
        "legal": legal,
        "legal_for_age": lawyers if who.needs_a_lawyer else youth_legal or legal,
        "lawyer": lawyers,
    }


def _called_first(lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    """Those that can be called or written to now, then those that have only a page."""
    return tuple(sorted(lines, key=lambda line: not any(way.kind in TALKED_ON for way in line.channels)))


def _for_a_grown_helper(lines: tuple[Helpline, ...]) -> tuple[Helpline, ...]:
    """About themselves, a line for the young is not theirs."""
    return tuple(line for line in lines if "youth" not in line.fit.topics) or lines


def _meant(line: Helpline, who: Seeker) -> bool:
    return right_age(line, who) and (who.minor or "child-protection" not in line.fit.topics)


def _for_anybody(lines: Iterable[Helpline], who: Seeker) -> tuple[Helpline, ...]:
    """Nobody is taken for a member of a group, and no adult is sent to a line about children."""
    return tuple(line for line in lines if _meant(line, who) and not line.fit.topics & GROUPS)


def _counselling(lines: Iterable[Helpline], who: Seeker) -> tuple[Helpline, ...]:
    """Lines for parents, or about what somebody did themselves, are for a sharer to weigh: others do not meet them."""
    return tuple(line for line in _for_anybody(lines, who) if who.role == "sharer" or "parents" not in line.fit.topics)


def _tiplines(lines: tuple[Helpline, ...]) -> tuple[Helpline, ...]:
    """Tiplines that take pictures; those for other harm to children only where there is no such one."""
    return tuple(line for line in lines if line.fit.crosses or "image-abuse" in line.fit.topics) or lines


def _works_on_pictures(line: Helpline) -> bool:
    """People to talk to whose work is pictures that were shared: no crisis line, no form, not only a lawyer."""
    works = line.fit.crosses is not None or bool({"victim-services", "tech-safety"} & line.fit.topics)
    talks = any(way.kind in TALKED_ON for way in line.channels)
    return works and talks and not line.international and "crisis" not in line.fit.topics


def _own(matching: Iterable[Helpline], who: Seeker) -> tuple[Helpline, ...]:
    """The country's own service, for who may use it themselves."""
    return tuple(line for line in matching if not line.international and who.role in line.fit.for_roles)


def _for_who_did_it_too(line: Helpline) -> bool:
    """Services for people who were harmed are no lawyers for somebody who passed a picture on."""
    return line.fit.crosses is None and not line.fit.topics & {"victim-services", "directory", "sexual-violence"}


def _for_who_was_harmed(line: Helpline) -> bool:
    """Neither a line that only helps with a charge, nor a body that decides or writes to the other person."""
    body = "image-removal" in line.fit.topics or {"image-abuse", "victim-services"} <= line.fit.topics
    return "defence" not in line.fit.topics and not body
