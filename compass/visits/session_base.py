"""A session whose every change is an edit that can be applied again to a fresher state. Nothing here writes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from django.contrib.sessions.backends.base import SessionBase

State = dict[str, Any]
Edit = Callable[[State], object]

MISSING = object()


class MergingSession(SessionBase):
    """The dict side of a visit; a store decides where `_edits` go."""

    def __init__(self, session_key: str | None = None) -> None:
        self._edits: list[Edit] = []
        super().__init__(session_key)

    @property
    def modified(self) -> bool:
        """True when edits wait for `save()`."""
        return bool(self._edits)

    @modified.setter
    def modified(self, value: bool) -> None:
        # A changed nested value cannot be merged into a fresher state, so it must not be lost in silence.
        if value and not self._edits:
            raise TypeError("A visit writes only what change() was told.")

    def state(self) -> State:
        """The state as this request sees it, read once. Look, do not touch: `change()` is the way to alter it."""
        return cast(State, self._get_session())  # type: ignore[attr-defined]

    def change(self, edit: Edit) -> None:
        """Applies `edit` to the state now, and once more at `save()` to the freshest state there is.

        `edit` takes the state as a dict and alters it in place. It runs twice, so it must not count or draw lots.
        """
        edit(self.state())
        self._edits.append(edit)

    def __setitem__(self, key: str, value: Any) -> None:
        self.change(lambda state: state.__setitem__(key, value))

    def __delitem__(self, key: str) -> None:
        self.pop(key)

    def pop(self, key: str, default: Any = MISSING) -> Any:
        """As for a dict; raises KeyError when the key is missing and no default is given."""
        state = self.state()
        if key in state:
            value = state[key]
            # Another tab may have removed it by the time of the save: then there is nothing left to do.
            self.change(lambda fresh: fresh.pop(key, None))
            return value
        if default is MISSING:
            raise KeyError(key)
        return default

    def setdefault(self, key: str, value: Any) -> Any:  # type: ignore[override]
        """As for a dict."""
        if key not in self.state():
            self.change(lambda state: state.setdefault(key, value))
        return self.state()[key]

    def update(  # type: ignore[override]
        self, dict_: Mapping[str, Any] | Iterable[tuple[str, Any]]
    ) -> None:
        """As for a dict."""
        new = dict(dict_)
        self.change(lambda state: state.update(new))

    def clear(self) -> None:
        """Empties the state; the visit itself stays."""
        self.change(lambda state: state.clear())
