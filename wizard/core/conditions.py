"""Conditions in a line of words, such as `subject_under_18 and not for_sharer`, for tables that reviewers keep.

Only flags of `Answers`, `and`, `or`, `not` and brackets. A condition reads no more flags than it needs.
"""

import ast
from dataclasses import dataclass
from functools import lru_cache

from wizard.core.answers import FLAGS, Answers

ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as it was written. Raises ValueError, when it is made, for what is no flag or no condition."""

    said: str

    def __post_init__(self) -> None:
        _check(_tree(self.said), self.said)

    def holds(self, a: Answers) -> bool:
        """True when it holds for these answers."""
        return _holds(_tree(self.said), a)

    @property
    def flags(self) -> frozenset[str]:
        """The flags it may read."""
        return frozenset(node.id for node in ast.walk(_tree(self.said)) if isinstance(node, ast.Name)) - {ALWAYS}


@lru_cache(maxsize=1024)
def _tree(said: str) -> ast.expr:
    try:
        return ast.parse(" ".join(said.split()), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"{said!r} is not a condition: use flags, and, or, not, brackets") from error


def _check(node: ast.expr, said: str) -> None:
    if isinstance(node, ast.BoolOp):
        for part in node.values:
            _check(part, said)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        _check(node.operand, said)
    elif not isinstance(node, ast.Name):
        raise ValueError(f"{said!r} is not a condition: use flags, and, or, not, brackets")
    elif node.id not in FLAGS | {ALWAYS}:
        raise ValueError(f"{node.id!r} is not a flag")


def _holds(node: ast.expr, a: Answers) -> bool:
    if isinstance(node, ast.BoolOp):
        parts = (_holds(part, a) for part in node.values)
        return all(parts) if isinstance(node.op, ast.And) else any(parts)
    if isinstance(node, ast.UnaryOp):
        return not _holds(node.operand, a)
    assert isinstance(node, ast.Name)  # noqa: S101 - checked when the condition was made
    return node.id == ALWAYS or bool(getattr(a, node.id))


EVERYBODY = Condition(ALWAYS)
