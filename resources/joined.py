"""Rows together with the rows below them, in one query: a cold page may ask the database three times, not five."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def with_all(parents: QuerySet[Row], name: str) -> list[Row]:
    """The rows with their children already fetched, as after `prefetch_related(name)`; children in their own order.

    `name` is a foreign key seen from its other end, such as "channels" of a helpline.
    """
    model: Any = parents.model
    child: Any = model._meta.get_field(name).related_model
    own, theirs = _columns(model), _columns(child)
    key = own.index(model._meta.pk.attname)
    found: dict[Any, Row] = {}
    below: dict[Any, list[Any]] = {}
    for values in parents.values_list(*own, *(f"{name}__{column}" for column in theirs)):
        pk, rest = values[key], values[len(own) :]
        if pk not in found:
            found[pk], below[pk] = model.from_db(parents.db, own, values[: len(own)]), []
        # A row without children comes once, with nothing on their side.
        if rest[theirs.index(child._meta.pk.attname)] is not None:
            below[pk].append(child.from_db(parents.db, theirs, rest))
    for pk, row in found.items():
        _give(row, name, child, sorted(below[pk], key=_order(child)))
    return list(found.values())


def _columns(model: Any) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _order(child: Any) -> Any:
    fields = child._meta.ordering or [child._meta.pk.attname]
    return lambda row: [getattr(row, field) for field in fields]


def _give(row: Any, name: str, child: Any, children: list[Any]) -> None:
    """Puts the children where Django's own prefetch puts them, so that `row.<name>.all()` asks nothing."""
    known: Any = QuerySet(child)
    known._result_cache, known._prefetch_done = children, True
    row._prefetched_objects_cache = {**getattr(row, "_prefetched_objects_cache", {}), name: known}
