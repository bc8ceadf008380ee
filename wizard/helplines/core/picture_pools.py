"""Who acts on pictures, and lawyers, for the one who was harmed and for the one who passed a picture on. Pure."""

from resources.core.helpline import Helpline
from resources.core.helpline_choice import right_age
from wizard.helplines.core.found import Found, meant, talks
from wizard.helplines.core.groups import Lines


def tiplines(found: Found) -> Lines:
    """Tiplines that take pictures; those for other harm to children only where there is no such one."""
    lines = found.need("child_tipline")
    return tuple(line for line in lines if line.fit.crosses or "image-abuse" in line.fit.topics) or lines


def specialist(found: Found) -> Lines:
    """Who works on pictures: for the reader; for whom a helper stands by, where the line does not take helpers.

    People to talk to; where the place has none, the body that takes such pictures.
    """
    who, theirs = found.key.who, found.key.theirs
    own = [line for line in found.need("pictures") if meant(line, who)]
    persons = [line for line in found.lines_of(theirs)["pictures"] if meant(line, theirs)] if found.key.helper else []
    lines = {line.slug: line for line in (*own, *persons) if line.confirmed and not line.international}
    people = [line for line in lines.values() if talks(line) and _works_on_pictures(line)]
    bodies = [line for line in lines.values() if line.fit.crosses is not None]
    return found.fair(sorted(people or bodies, key=lambda line: not _named_for_pictures(line)))


def _named_for_pictures(line: Helpline) -> bool:
    return line.fit.crosses is not None or "victim-services" in line.fit.topics


def _works_on_pictures(line: Helpline) -> bool:
    """Their work is pictures that were shared: no crisis line, not only a lawyer."""
    works = line.fit.crosses is not None or bool({"victim-services", "tech-safety"} & line.fit.topics)
    return works and "crisis" not in line.fit.topics


def own_matching(found: Found) -> Lines:
    """The country's own service, for who may use it themselves."""
    lines = found.need("matching")
    return tuple(line for line in lines if not line.international and found.key.role in line.fit.for_roles)


def _legal_lines(found: Found) -> Lines:
    return tuple(line for line in found.need("legal") if right_age(line, found.key.who))


def lawyer(found: Found) -> Lines:
    """For who passed a picture on; those that can be called or written to before those that have only a page."""
    young = filter(_for_who_did_it_too, found.need("youth_legal") * found.minor)
    grown = filter(_for_who_did_it_too, _legal_lines(found))
    return found.fair(sorted(young, key=lambda line: not talks(line))) or found.fair(
        sorted(grown, key=lambda line: not talks(line))
    )


def youth_legal(found: Found) -> Lines:
    return found.fair(filter(_for_who_was_harmed, found.need("youth_legal") * found.minor))


def legal(found: Found) -> Lines:
    return found.fair(filter(_for_who_was_harmed, _legal_lines(found)))


def _for_who_did_it_too(line: Helpline) -> bool:
    """Services for people who were harmed are no lawyers for somebody who passed a picture on."""
    return line.fit.crosses is None and not line.fit.topics & {"victim-services", "directory", "sexual-violence"}


def _for_who_was_harmed(line: Helpline) -> bool:
    """Neither a line that only helps with a charge, nor a body that decides or writes to the other person."""
    body = "image-removal" in line.fit.topics or {"image-abuse", "victim-services"} <= line.fit.topics
    return "defence" not in line.fit.topics and not body
