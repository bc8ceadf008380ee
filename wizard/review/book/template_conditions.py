"""The condition of an `{% if %}` as a `Term`, and a `Term` in one line of words."""

from typing import Any

from django.utils.translation import gettext as _

from wizard.review.book import names
from wizard.review.book.names import Alias
from wizard.review.flowmap.read_code import NoWordsError
from wizard.review.flowmap.terms import All, Has, Named, Some, Term, every, negate, some
from wizard.review.words import value


def term_of(node: Any, alias: Alias) -> Term:
    """What Django read between `{% if` and `%}`; raises NoWordsError for what the book cannot say."""
    match node.id:
        case "or":
            return some(term_of(node.first, alias), term_of(node.second, alias))
        case "and":
            return every(term_of(node.first, alias), term_of(node.second, alias))
        case "not":
            return negate(term_of(node.first, alias))
        case "==":
            return Has(_path(node.first, alias), (_value(node.second, alias),))
        case "!=":
            return negate(Has(_path(node.first, alias), (_value(node.second, alias),)))
        case "literal":
            return Named(_path(node, alias), None)
    raise NoWordsError(f"the book has no words for {node!r}")


def _path(node: Any, alias: Alias) -> str:
    return names.whole(str(node.value.var), alias)


def _value(node: Any, alias: Alias) -> str:
    variable = node.value.var
    # In the words of the code: a condition can be tried out. `spoken` says it in those of the book.
    return variable if isinstance(variable, str) else f"[{names.fact(_path(node, alias))}]"


def spoken(term: Term, inside: bool = False) -> str:
    """A condition in one line; brackets keep together what belongs together."""
    match term:
        case All(parts):
            line = _(" and ").join(spoken(part, True) for part in parts)
            return f"({line})" if inside else line
        case Some(parts):
            line = _(", or ").join(spoken(part, True) for part in parts)
            return f"({line})" if inside else line
        case Has(path, values, yes):
            words = {"name": names.subject(path), "value": _(" or ").join(map(value, values))}
            return _("%(name)s is %(value)s") % words if yes else _("%(name)s is not %(value)s") % words
        case Named(path, _source, yes):
            return names.said(path, yes)
    raise NoWordsError(f"the book has no words for {term!r}")
