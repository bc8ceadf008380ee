"""Reads a template of a step into the tree of `wizard/review/book/tree.py`.

`words_of(name)` raises `NoWordsError` for a tag, or a name in a condition, that the book has no words for.
"""

from collections.abc import Iterable
from typing import Any

from django.template import Context
from django.template.base import NodeList, TextNode, VariableNode
from django.template.defaulttags import FirstOfNode, ForNode, IfNode, WithNode
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wizard.review.book import asked, names
from wizard.review.book.markup import Markup
from wizard.review.book.names import Alias
from wizard.review.book.shared import NUMBERS, SHARED, SILENT
from wizard.review.book.template_conditions import spoken, term_of
from wizard.review.book.tree import EACH, WHEN, WORDS, Part
from wizard.review.flowmap.read_code import NoWordsError
from wizard.review.flowmap.terms import ALWAYS, Term, every, negate

# In what several steps share, the step that includes it says which lines.
_OWN_LINES = {"few": "lines.steps.this_step"}


def words_of(template: str) -> tuple[Part, ...]:
    """The tree of one template, by its name."""
    return tree_of(_nodes(template))


def tree_of(nodes: Iterable[Any]) -> tuple[Part, ...]:
    """The tree of what Django read from a template."""
    return tuple(_Reader().read(nodes, _OWN_LINES))


def _nodes(template: str) -> NodeList:
    nodes: NodeList = get_template(template).template.nodelist  # type: ignore[attr-defined]
    return nodes


class _Reader:
    def __init__(self) -> None:
        self.markup = Markup()
        self.named: set[str] = set()

    def read(self, nodes: Iterable[Any], now: Alias) -> list[Part]:
        found: list[Part] = []
        for node in nodes:
            if isinstance(node, TextNode):
                for words in self.markup.feed(node.s):
                    self.say(found, words)
            elif not self.markup.in_tag:
                self.node(node, now, found)
        return found

    def say(self, found: list[Part], words: str) -> None:
        if self.markup.goes_on and found and found[-1].kind in WORDS:
            found[-1] = found[-1].and_then(words)
        else:
            found.append(Part(self.markup.kind, words))
        self.markup.said()

    def node(self, node: Any, now: Alias, found: list[Part]) -> None:
        match node:
            case TranslateNode() | BlockTranslateNode():
                # Words that get a name are used at once: they stand where they are named, under the same condition.
                self.say(found, _translated(node, now))
                self.named.update(filter(None, [node.asvar]))
            case VariableNode():
                if (path := str(node.filter_expression.var)) not in self.named:
                    self.say(found, f"[{names.fact(names.whole(path, now))}]")
            case IfNode():
                self.branches(node, now, found)
            case ForNode():
                self.each(node, now, found)
            case WithNode():
                found += self.read(node.nodelist, {**now, **_given(node.extra_context, now)})
            case IncludeNode():
                self.include(node, now, found)
            case FirstOfNode() if node.asvar:
                pass
            case _:
                raise NoWordsError(f"the book has no words for {node!r}")

    def branches(self, node: IfNode, now: Alias, found: list[Part]) -> None:
        begun, fresh = list(self.markup.open), self.markup.fresh
        read: list[tuple[Any, tuple[Part, ...]]] = []
        ends: list[bool] = []
        for condition, nodes in node.conditions_nodelists:
            self.markup.open, self.markup.fresh, self.markup.goes_on = list(begun), fresh, False
            read.append((condition, tuple(self.read(nodes, now))))
            ends.append(self.markup.fresh)
        self.markup.fresh, self.markup.goes_on = all(ends), False
        found += _told(read, now)

    def each(self, node: Any, now: Alias, found: list[Part]) -> None:
        path = names.whole(str(node.sequence.var), now)
        inner = {name: value for name, value in now.items() if name not in node.loopvars}
        self.markup.goes_on = False
        if path.startswith("lines."):
            inner |= {node.loopvars[0]: path}
        parts = tuple(self.read(node.nodelist_loop, inner))
        self.markup.goes_on = False
        if path.startswith("lines."):
            found += parts
        elif parts:
            found.append(Part(EACH, _("For each of [%(name)s]") % {"name": names.fact(path)}, parts))

    def include(self, node: IncludeNode, now: Alias, found: list[Part]) -> None:
        template = str(node.template.var)
        inner = {**now, **_given(node.extra_context, now)}
        if template in SILENT:
            return
        lines = names.whole(NUMBERS.get(template, ""), inner)
        if lines.startswith("lines."):
            self.say(found, f"[{names.numbers(lines)}]")
        elif template in SHARED:
            self.say(found, _reference(template, node.extra_context))
        else:
            found += self.read(_nodes(template), inner)


def _told(branches: list[tuple[Any, tuple[Part, ...]]], now: Alias) -> list[Part]:
    """The branches that say something, and silent ones before them: the "otherwise" that follows leans on those."""
    while branches and not branches[-1][1]:
        branches = branches[:-1]
    made: list[Part] = []
    before: Term = ALWAYS
    for condition, parts in branches:
        term = term_of(condition, now) if condition else ALWAYS
        said = parts or (Part("text", _("[nothing]")),)
        made.append(Part(WHEN, _opening(spoken(term) if condition else "", bool(made)), said, every(before, term)))
        before = every(before, negate(term))
    return made


def _opening(condition: str, later: bool) -> str:
    if not condition:
        return _("Otherwise")
    return (_("Otherwise, when %(what)s") if later else _("When %(what)s")) % {"what": condition}


def _translated(node: TranslateNode | BlockTranslateNode, alias: Alias) -> str:
    context = node.message_context.resolve(Context()) if node.message_context else None
    if isinstance(node, TranslateNode):
        # As the node does when a page is made of it.
        variable = node.filter_expression.var
        variable.translate, variable.message_context = True, context
        return str(node.filter_expression.resolve(Context())).replace("%%", "%")
    text, places = node.render_token_list(node.singular)
    inner = {**alias, **_given(node.extra_context, alias)}
    words = pgettext(context, text) if context else _(text)
    return str(words % {place: f"[{names.fact(names.whole(place, inner))}]" for place in places})


def _given(extra: dict[str, Any], alias: Alias) -> dict[str, str]:
    paths = {name: getattr(expression.var, "var", expression.var) for name, expression in extra.items()}
    return {name: names.whole(str(path), alias) for name, path in paths.items()}


def _reference(template: str, extra: dict[str, Any]) -> str:
    given = [str(asked.ASKED[name][0]) for name in extra if name in asked.ASKED]
    words = {"title": SHARED[template], "how": ", ".join(given)}
    return (_("[see “%(title)s”: %(how)s]") if given else _("[see “%(title)s”]")) % words
