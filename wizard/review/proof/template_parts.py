"""A template cut into parts that do not depend on each other, so that each is looked at over its own flags alone.

A cut is made only where a sentence ends whatever is shown: at a tag of a block, or beside an `{% if %}` whose every
branch begins and ends with one. The parts of an `{% if %}` keep the conditions that lead to them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from django.template import Context, Template
from django.template.base import Node, NodeList, TextNode
from django.template.defaulttags import ForNode, IfNode
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode

from wizard.core.html_sentences import BLOCK

# What a piece of a template is to the sentences around it: it ends them, it never touches them, or it is part of one.
WALL, APART, WORDS, BLANK = "wall", "apart", "words", "blank"
# The branches of an `{% if %}` in order, and which of them is the one.
Guard = tuple[IfNode, int]


@dataclass(frozen=True)
class Part:
    """Pieces of a template that are shown together, under the same conditions."""

    guards: tuple[Guard, ...]
    nodes: tuple[Node, ...]

    def render(self, template: Template, values: dict[str, Any]) -> str:
        """What is shown of it: nothing when a condition does not hold."""
        context = Context(values, autoescape=template.engine.autoescape)
        with context.render_context.push_state(template), context.bind_template(template):
            if not all(_taken(node, context) == branch for node, branch in self.guards):
                return ""
            return "".join(str(node.render_annotated(context)) for node in self.nodes)


def parts_of(template: Template) -> tuple[Part, ...]:
    """Every part, in order."""
    return tuple(_parts(template.nodelist, ()))


def _taken(node: IfNode, context: Context) -> int:
    """Which branch is shown; -1 when none is."""
    branches = enumerate(node.conditions_nodelists)
    return next(
        (at for at, (condition, _body) in branches if condition is None or condition.eval(cast(Any, context))), -1
    )


def _parts(nodes: Sequence[Node], guards: tuple[Guard, ...]) -> Iterator[Part]:
    for group in _groups(_pieces(nodes)):
        first = group[0]
        if len(group) == 1 and isinstance(first, IfNode) and _kind(first) == APART and not _leaves_a_name((first,)):
            for branch, (_condition, body) in enumerate(first.conditions_nodelists):
                yield from _parts(body, (*guards, (first, branch)))
        else:
            yield Part(guards, group)


def _pieces(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes, with texts cut at the tags of blocks."""
    return tuple(
        piece
        for node in nodes
        for piece in (map(TextNode, filter(None, _CUT.split(node.s))) if isinstance(node, TextNode) else (node,))
    )


_CUT = re.compile(f"({BLOCK.pattern})")


def _groups(pieces: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Pieces that have to stay together: the words between two walls, and a text that has a name with what shows it."""
    group: list[Node] = []
    for at, piece in enumerate(pieces):
        kind = _kind(piece)
        goes_on = kind in (BLANK, APART) and _words_before_a_wall(pieces[at + 1 :])
        if group and not (kind == WORDS or goes_on or _leaves_a_name(group)):
            yield tuple(group)
            group = []
        if kind in (WORDS, APART) or group:
            group.append(piece)
    if group:
        yield tuple(group)


def _words_before_a_wall(pieces: Sequence[Node]) -> bool:
    """Words follow, and nothing that is always there ends what stands before them."""
    return next((kind for kind in map(_kind, pieces) if kind not in (BLANK, APART)), WALL) == WORDS


def _leaves_a_name(nodes: Sequence[Node]) -> bool:
    """A text got a name here, and no included template has read it yet."""
    waits = False
    for node in nodes:
        inside = node.conditions_nodelists if isinstance(node, IfNode) else ()
        waits = waits or bool(getattr(node, "asvar", None)) or any(_leaves_a_name(body) for _condition, body in inside)
        waits = waits and not isinstance(node, IncludeNode)
    return waits


def _kind(node: Node) -> str:
    if isinstance(node, TextNode):
        return BLANK if not node.s.strip() else WALL if BLOCK.fullmatch(node.s) else WORDS
    bodies = _bodies(node)
    return APART if bodies is not None and all(map(_stands_alone, bodies)) else WORDS


def _bodies(node: Node) -> tuple[Sequence[Node], ...] | None:
    """What may be shown of it; None when that cannot be seen here."""
    if isinstance(node, IfNode):
        return tuple(body for _condition, body in node.conditions_nodelists)
    if isinstance(node, ForNode):
        return cast(NodeList, node.nodelist_loop), cast(NodeList, node.nodelist_empty)
    if isinstance(node, IncludeNode) and isinstance(node.template.var, str):
        return (_nodes_of(node.template.var),)
    return () if getattr(node, "asvar", None) else None


@cache
def _nodes_of(name: str) -> NodeList:
    nodes: NodeList = get_template(name).template.nodelist  # type: ignore[attr-defined]
    return nodes


def _stands_alone(nodes: Sequence[Node]) -> bool:
    """Whatever is shown of it begins and ends with the tag of a block, or nothing is."""
    kinds = [kind for kind in map(_kind, _pieces(nodes)) if kind not in (APART, BLANK)]
    return not kinds or (kinds[0] == WALL and kinds[-1] == WALL)
