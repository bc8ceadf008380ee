"""People to talk to: in a crisis, for children, after violence or a crime. Pure: one function a pool."""

from resources.core.helpline import Helpline
from wizard.helplines.core.found import Found, meant, talks
from wizard.helplines.core.groups import Lines, groups_of

GROWN = ("child", "client")
# Who works on these is named for that, and does not stand in for a violence line.
ELSEWHERE = frozenset({"image-abuse", "parents"})
NOT_AROUND = ELSEWHERE | {"legal", "police"}


def talk(found: Found) -> Lines:
    crisis = found.need("crisis")
    return found.fair(line for line in crisis if meant(line, found.key.who)) or found.fair(crisis) or crisis


def own_talk(found: Found) -> Lines:
    """About themselves, a line for the young is not a grown helper's."""
    lines = talk(found)
    if found.key.role not in GROWN:
        return lines
    return tuple(line for line in lines if "youth" not in line.fit.topics) or lines


def child_line(found: Found) -> Lines:
    """Lines of the place for children and teens, to talk to; what anybody may call, where it has none."""
    talked = (line for need in ("crisis", "counselling") for line in found.need(need) if talks(line))
    young = {line.slug: line for line in talked if "youth" in line.fit.topics and not line.international}
    # A line that also takes reports about pictures stands for children only where no other does.
    people = [line for line in young.values() if line.fit.crosses is None] or young.values()
    return found.fair(people) or talk(found)


def awake_child_line(found: Found) -> Lines:
    """A line for children that is open at all hours; else whoever answers a child at night."""
    lines = child_line(found)
    return lines if any(line.open_all_hours for line in lines[:1]) else (*talk(found), *lines)


def grown_talk(found: Found) -> Lines:
    """For 18 or older, where nobody gave an age: no line for the young."""
    found = found.as_grown()
    lines = found.need("crisis")
    return found.fair(line for line in lines if "youth" not in line.fit.topics) or found.fair(lines)


def hurt_or_victim(found: Found) -> Lines:
    """People for everybody whom an assault or another crime has hurt."""
    return (*found.apt("sexual_violence"), *found.apt("victims"))


def around(found: Found) -> Lines:
    """Who plans with an adult whom somebody in charge or on duty hurts: for everybody, and whoever is awake first.

    No lawyer, nothing for parents, and no police: the one who hurts them may be an officer. A line of the whole country
    about one kind of crime alone is no neighbour: it has no other topic than victims.
    """
    lines = [line for line in hurt_or_victim(found) if not groups_of(line) and not line.fit.topics & NOT_AROUND]
    near = [line for line in lines if line.fit.topics != {"victim-services"} or not line.fit.national]
    return tuple(sorted(near, key=lambda line: not line.open_all_hours))


def violence(found: Found) -> Lines:
    """Lines about violence at home or in a couple; beside one for some, people for everybody whom a crime has hurt."""
    return _violence(found, [line for line in found.need("family_violence") if meant(line, found.key.who)])


def grown_violence(found: Found) -> Lines:
    """The same for 18 or older, where nobody gave an age."""
    grown = found.as_grown()
    lines = [line for line in grown.need("family_violence") if not line.fit.topics & {"youth", "child-protection"}]
    return _violence(grown, lines) or grown_talk(found)


def _violence(found: Found, lines: list[Helpline]) -> Lines:
    # A lawyer knows the law about it, and plans no way out at night; who works on pictures is named for that.
    own = [line for line in lines if "legal" not in line.fit.topics] or lines
    instead = (*found.apt("victims"), *found.apt("sexual_violence"), *talk(found))
    others = [line for line in instead if not line.fit.topics & ELSEWHERE or "crisis" in line.fit.topics]
    return found.fair(own, sorted(others, key=lambda line: not line.open_all_hours)) if lines else ()


def grown_hurt(found: Found) -> Lines:
    return hurt_or_victim(found.as_grown()) or grown_talk(found)


def dating(found: Found) -> Lines:
    """Lines about violence that the young may use, those about a partner or a date before all others."""
    lines = [line for line in found.need("family_violence") if line.fit.youth_ok and talks(line)]
    lines = [line for line in lines if not line.fit.topics & {"child-protection", "legal"}]
    return found.fair(sorted(lines, key=lambda line: "partner" not in line.fit.only_for))


def parents(found: Found) -> Lines:
    """Lines for parents; a list of lines for children of other countries is none for the parent of an adult."""
    lines = found.apt("parents")
    if found.key.passed_on == "only":
        # Their child did it: whoever cares for families of the harmed, or takes reports, is not their line.
        lines = tuple(line for line in lines if not line.fit.topics & {"victim-services", "child-exploitation-report"})
    return lines if found.minor else tuple(line for line in lines if "directory" not in line.fit.topics)


def safety(found: Found) -> Lines:
    return found.need("child_protection") * found.minor + violence(found)


def counselling(found: Found) -> Lines:
    """Lines for parents, or about what somebody did themselves, are for a sharer to weigh: others do not meet them."""
    lines = found.apt("counselling")
    return tuple(line for line in lines if found.key.role == "sharer" or "parents" not in line.fit.topics)


def change(found: Found) -> Lines:
    """Help to act differently: that about children only where a child was in the picture, and for nobody else."""
    lines = found.need("behaviour_change")
    about_children = {"child-protection", "child-exploitation-report", "parents"}
    children = found.key.subject_under_18
    return found.fair(line for line in lines if bool(line.fit.topics & about_children) is children)
