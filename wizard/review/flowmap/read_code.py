"""Reads a yes/no function of the journey into a `Term`; what it cannot read, it refuses, so that no map says nonsense.

It knows what rules, flags and question conditions are made of: and, or, not, if, local names, flags, `has`, `only`,
`in unanswered`, calls of other rules. `condition(function)` raises `NoWordsError`, with file and line, for the rest.
"""

import ast
import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NoReturn, TypeAlias

from wizard.core import flags
from wizard.core.answers import Answers
from wizard.review.flowmap.terms import (
    ALWAYS,
    NEVER,
    Has,
    Named,
    Offered,
    Only,
    Skipped,
    Term,
    choose,
    every,
    negate,
    some,
)

Code: TypeAlias = ast.FunctionDef | ast.Lambda
Locals: TypeAlias = dict[str, Term]


class NoWordsError(Exception):
    """Code that the map has no words for; says where it stands."""


def condition(function: Callable[..., Any], **known: Any) -> Term:
    """What has to hold for the function to say yes.

    `known` gives the arguments that are known without any answers; for a question, also its `choices`.
    """
    return _Reading(function, known).whole()


@cache
def _tree(file: str, source: str) -> ast.Module:
    return ast.parse(source, file)


def _code_of(function: Callable[..., Any]) -> Code:
    """The syntax of a function; a lambda has to stand alone on its line."""
    code = function.__code__
    module = inspect.getmodule(function)
    nodes = ast.walk(_tree(code.co_filename, inspect.getsource(module))) if module else ()
    found = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.Lambda) and _starts(node) == (
        code.co_firstlineno, code.co_name)]  # fmt: skip
    if len(found) != 1:
        raise NoWordsError(f"{code.co_filename}:{code.co_firstlineno}: {len(found)} functions on this line")
    return found[0]


def _starts(node: Code) -> tuple[int, str]:
    if isinstance(node, ast.Lambda):
        return node.lineno, "<lambda>"
    return min([node.lineno, *(mark.lineno for mark in node.decorator_list)]), node.name


class _Reading:
    """One function, read once."""

    def __init__(self, function: Callable[..., Any], known: dict[str, Any]) -> None:
        self.function, self.code, self.known = function, _code_of(function), known
        seen = inspect.getclosurevars(function)
        self.world = {**seen.builtins, **seen.globals, **seen.nonlocals}
        names = [argument.arg for argument in self.code.args.args]
        self.subject = next(name for name in names if name not in known)
        self.arguments = set(names)

    def whole(self) -> Term:
        if isinstance(self.code, ast.Lambda):
            return self.term(self.code.body, {})
        body = self.code.body[1:] if ast.get_docstring(self.code) else self.code.body
        return self.statements(body, {})

    def refuse(self, node: ast.AST) -> NoReturn:
        line = getattr(node, "lineno", self.function.__code__.co_firstlineno)
        raise NoWordsError(f"{self.function.__code__.co_filename}:{line}: no words for {ast.unparse(node)!r}")

    def statements(self, body: Sequence[ast.stmt], local: Locals) -> Term:
        match body:
            case [ast.Return(value=ast.expr() as value), *_]:
                return self.term(value, local)
            case [ast.Assign(targets=[ast.Name(id=name)], value=value), *rest]:
                return self.statements(rest, {**local, name: self.term(value, local)})
            case [ast.If() as branch, *rest]:
                then = self.statements(branch.body, local)
                return choose(self.term(branch.test, local), then, self.statements([*branch.orelse, *rest], local))
        self.refuse(body[0] if body else self.code)

    def term(self, node: ast.expr, local: Locals) -> Term:
        match node:
            case ast.BoolOp(op=op, values=values):
                return (every if isinstance(op, ast.And) else some)(*(self.term(value, local) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return negate(self.term(inner, local))
            case ast.IfExp(test=test, body=then, orelse=other):
                return choose(self.term(test, local), self.term(then, local), self.term(other, local))
            case ast.Constant(value=bool() as value):
                return ALWAYS if value else NEVER
            case ast.Name(id=name) if name in local:
                return local[name]
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name == self.subject:
                return flag(attr)
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[right]):
                found = self.membership(left, right)
                return found if isinstance(op, ast.In) else negate(found)
            case ast.Call(keywords=[]):
                return self.call(node)
        self.refuse(node)

    def membership(self, left: ast.expr, right: ast.expr) -> Term:
        if isinstance(right, ast.Attribute) and right.attr == "unanswered" and self.is_subject(right.value):
            return Skipped(str(self.value(left)))
        return ALWAYS if self.value(left) in self.value(right) else NEVER

    def call(self, node: ast.Call) -> Term:
        match node:
            case ast.Call(func=ast.Attribute(value=of, attr="has"), args=[slug, *values]) if self.is_replies(of):
                return Has(self.value(slug), tuple(word for value in values for word in self.words(value)))
            case ast.Call(func=ast.Attribute(value=of, attr="only"), args=[slug, value]) if self.is_replies(of):
                return Only(self.value(slug), self.value(value))
            case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp() as each]):
                return self.each(each)
            case ast.Call(func=ast.Name(id="bool"), args=[ast.Call(func=ast.Name() as inner)]):
                if self.value(inner) is self.known.get("choices"):
                    return Offered()
            case ast.Call(func=func, args=[ast.Name(id=name), *rest]) if name == self.subject:
                if all(isinstance(more, ast.Name) and more.id in self.arguments for more in rest):
                    return called(self.value(func))
        self.refuse(node)

    def each(self, node: ast.GeneratorExp) -> Term:
        # `all(rule(r) for rule in rules)`: what stands at the top is spelled out, not named.
        match node:
            case ast.GeneratorExp(
                elt=ast.Call(func=ast.Name(id=rule), args=[ast.Name(id=given)], keywords=[]),
                generators=[ast.comprehension(target=ast.Name(id=target), iter=rules, ifs=[])],
            ) if rule == target and given == self.subject:
                return every(*(condition(function) for function in self.value(rules)))
        self.refuse(node)

    def words(self, node: ast.expr) -> tuple[str, ...]:
        return tuple(self.value(node.value)) if isinstance(node, ast.Starred) else (self.value(node),)

    def is_subject(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == self.subject

    def is_replies(self, node: ast.expr) -> bool:
        inside = isinstance(node, ast.Attribute) and node.attr == "replies" and self.is_subject(node.value)
        return inside or self.is_subject(node)

    def value(self, node: ast.expr) -> Any:
        """A value that does not depend on the answers."""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name) if name in self.known or name in self.world:
                return self.known.get(name, self.world.get(name))
            case ast.Attribute(value=inner, attr=attr):
                return getattr(self.value(inner), attr)
        self.refuse(node)


def called(rule: Callable[..., Any]) -> Term:
    """A rule inside a rule: by its name when it says why it is there, else spelled out."""
    return Named(rule.__name__, rule) if rule.__doc__ else condition(rule)


def flag(name: str) -> Term:
    """A flag of `Answers`: what was ticked, or its name when it is worked out from more than one statement."""
    found = inspect.getattr_static(Answers, name, None)
    if isinstance(found, flags.Unanswered):
        return Skipped(found.slug, flags=(name,))
    if isinstance(found, flags.AnyOf):
        return Has(found.slug, found.values, not isinstance(found, flags.NoneOf), (name,))
    if isinstance(found, property) and found.fget:
        meaning = condition(found.fget)
        if isinstance(meaning, Has | Only | Skipped):
            return replace(meaning, flags=(name,))
        return meaning if name.startswith("_") else Named(name, found.fget)
    if Answers.__annotations__.get(name) in (bool, "bool"):
        return Named(name, None)
    raise NoWordsError(f"{name} is not a yes/no flag")
