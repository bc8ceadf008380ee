"""Every way to alter a session is an edit that can be applied again to another state."""

import pytest

from compass.visits.session_base import MergingSession


class Memory(MergingSession):
    """A session that was read as one state and will be saved over another."""

    def __init__(self, **state):
        super().__init__()
        self._session_cache = state

    def replay(self, **fresh):
        """What the edits make of a fresher state."""
        for edit in self._edits:
            edit(fresh)
        return fresh


@pytest.mark.parametrize(
    ("alter", "now", "later"),
    [
        (lambda s: s.__setitem__("b", 2), {"a": 1, "b": 2}, {"c": 3, "b": 2}),
        (lambda s: s.__delitem__("a"), {}, {"c": 3}),
        (lambda s: s.pop("a"), {}, {"c": 3}),
        (lambda s: s.setdefault("c", 9), {"a": 1, "c": 9}, {"c": 3}),
        (lambda s: s.update({"b": 2}), {"a": 1, "b": 2}, {"c": 3, "b": 2}),
        (lambda s: s.update([("b", 2)]), {"a": 1, "b": 2}, {"c": 3, "b": 2}),
        (lambda s: s.clear(), {}, {}),
        (lambda s: s.change(lambda state: state.update(b=len(state))), {"a": 1, "b": 1}, {"c": 3, "b": 1}),
    ],
)
def test_a_change_holds_now_and_over_a_fresher_state(alter, now, later):
    session = Memory(a=1)
    alter(session)
    assert (session.state(), session.replay(c=3), session.modified) == (now, later, True)


@pytest.mark.parametrize(
    "look", [lambda s: s["a"], lambda s: s.get("z"), lambda s: s.pop("z", 0), lambda s: list(s.keys())]
)
def test_looking_changes_nothing(look):
    session = Memory(a=1)
    look(session)
    assert (session.modified, session.replay(c=3)) == (False, {"c": 3})


def test_setdefault_of_a_key_that_is_there_changes_nothing():
    session = Memory(a=1)
    assert (session.setdefault("a", 2), session.modified) == (1, False)


def test_pop_gives_the_value_or_the_default():
    assert (Memory(a=1).pop("a"), Memory().pop("a", 7)) == (1, 7)


@pytest.mark.parametrize("take", [lambda s: s.pop("z"), lambda s: s.__delitem__("z")])
def test_taking_a_key_that_is_not_there_is_an_error(take):
    with pytest.raises(KeyError):
        take(Memory(a=1))


def test_an_updated_dict_may_change_afterwards():
    session, given = Memory(), {"a": 1}
    session.update(given)
    given["b"] = 2
    assert session.replay() == {"a": 1}


def test_a_nested_value_altered_in_place_is_refused_and_not_lost_in_silence():
    session = Memory(a=[1])
    session["a"].append(2)
    with pytest.raises(TypeError):
        session.modified = True
