"""Binary decision diagrams: yes/no functions over many yes/no variables, so that "can this be?" is one comparison.

A function is a number. Equal functions have equal numbers; `NO` is true nowhere and `YES` everywhere. Variables are
numbers, too, and the smaller one is looked at first.
"""

from collections.abc import Callable, Iterable

Function = int
NO: Function = 0
YES: Function = 1
Node = tuple[int, Function, Function]  # the variable, what remains when it is false, what remains when it is true
_LAST = 1 << 30
# So many intersections are remembered: about 100 megabytes.
_MOST = 500_000


class Diagrams:
    """All functions that were made together; what was once worked out is remembered."""

    def __init__(self) -> None:
        self._nodes: list[Node] = [(_LAST, NO, NO), (_LAST, YES, YES)]
        self._numbers: dict[Node, Function] = {}
        self._both: dict[tuple[Function, Function], Function] = {}
        self._other: dict[Function, Function] = {NO: YES, YES: NO}
        self._variables: dict[Function, frozenset[int]] = {NO: frozenset(), YES: frozenset()}

    def variable(self, number: int) -> Function:
        """True when this variable is."""
        return self._node(number, NO, YES)

    def both(self, one: Function, two: Function) -> Function:
        """True where both are."""
        if one == two or two == YES:
            return one
        if one == YES:
            return two
        if one == NO or two == NO:
            return NO
        key = (one, two) if one < two else (two, one)
        known = self._both.get(key)
        if known is None:
            known = self._worked_out(one, two)
            if len(self._both) >= _MOST:
                self._both.clear()
            self._both[key] = known
        return known

    def _worked_out(self, one: Function, two: Function) -> Function:
        (at, low, high), (at_two, low_two, high_two) = self._nodes[one], self._nodes[two]
        if at > at_two:
            return self._node(at_two, self.both(one, low_two), self.both(one, high_two))
        if at < at_two:
            low_two = high_two = two
        return self._node(at, self.both(low, low_two), self.both(high, high_two))

    def other(self, one: Function) -> Function:
        """True where it is not."""
        if one not in self._other:
            at, low, high = self._nodes[one]
            opposite = self._node(at, self.other(low), self.other(high))
            self._other[one], self._other[opposite] = opposite, one
        return self._other[one]

    def either(self, one: Function, two: Function) -> Function:
        """True where one of them is."""
        return self.other(self.both(self.other(one), self.other(two)))

    def all_of(self, many: Iterable[Function]) -> Function:
        """True where all are."""
        found = YES
        for one in many:
            found = self.both(found, one)
        return found

    def any_of(self, many: Iterable[Function]) -> Function:
        """True where one of them is."""
        return self.other(self.all_of(map(self.other, many)))

    def at_most_one(self, many: Iterable[Function]) -> Function:
        """True where no two of them are."""
        none = one = YES
        for each in many:
            one = self.either(self.both(each, none), self.both(self.other(each), one))
            none = self.both(none, self.other(each))
        return one

    def variables(self, one: Function) -> frozenset[int]:
        """The variables that make a difference to it."""
        if one not in self._variables:
            at, low, high = self._nodes[one]
            self._variables[one] = self.variables(low) | self.variables(high) | {at}
        return self._variables[one]

    def holds(self, one: Function, is_true: Callable[[int], bool]) -> bool:
        """What it says for these values of the variables."""
        while one > YES:
            at, low, high = self._nodes[one]
            one = high if is_true(at) else low
        return one == YES

    def example(self, one: Function) -> frozenset[int]:
        """The variables that are true in one case where it is; those that may be false are."""
        found = set()
        while one > YES:
            at, low, high = self._nodes[one]
            if low == NO:
                found.add(at)
            one = high if low == NO else low
        return frozenset(found)

    def _node(self, variable: int, low: Function, high: Function) -> Function:
        if low == high:
            return low
        node = (variable, low, high)
        if node not in self._numbers:
            self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
        return self._numbers[node]
