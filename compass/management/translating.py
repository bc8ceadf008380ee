"""Keeps the catalogues of translators in step with the texts of the code. Needs polib, which the tests bring."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

import polib

from compass.catalogues import file_of
from compass.languages import Language

# How alike two English texts are, from 0 to 1, for one to be the other in new words.
NEAR = 0.8

Key = tuple[str, str]  # context ("" for none), text


class State(NamedTuple):
    """What is to be done in the catalogue of a voice: texts by their key."""

    missing: tuple[Key, ...]
    unsure: tuple[Key, ...]  # marked "fuzzy": the English text has changed
    gone: tuple[Key, ...]


def key_of(entry: polib.POEntry) -> Key:
    """What names a text."""
    return entry.msgctxt or "", entry.msgid


def read(voice: str) -> polib.POFile:
    """The catalogue of a voice as people write it; raises OSError where there is none."""
    return polib.pofile(str(file_of(voice, "po")), wrapwidth=0)


def state(texts: Iterable[polib.POEntry], voice: str, *, whole: bool) -> State:
    """What a catalogue lacks. `whole` False: a voice that holds only what differs, so nothing can be missing."""
    known, written = (
        {key_of(text) for text in texts},
        {key_of(entry): entry for entry in read(voice) if not entry.obsolete},
    )
    done = {key for key, entry in written.items() if entry.translated()}
    unsure = tuple(key for key, entry in written.items() if entry.fuzzy)
    missing = known - done - set(unsure) if whole else {key for key, entry in written.items() if not entry.msgstr}
    return State(tuple(sorted(missing)), unsure, tuple(sorted(written.keys() - known)))


def brought_up_to_date(texts: Iterable[polib.POEntry], voice: str, *, whole: bool) -> polib.POFile:
    """The catalogue with the texts of the code in their order: new ones empty, gone ones left out.

    Each names the files that it stands in, without lines: a catalogue changes only where a text does.
    """
    old, texts = read(voice), tuple(texts)
    written = {key_of(entry): entry for entry in old}
    gone = [entry for key, entry in written.items() if key not in set(map(key_of, texts))]
    made = polib.POFile(wrapwidth=0)
    made.metadata = old.metadata
    for text in texts:
        entry = written.get(key_of(text))
        if entry is None and not whole:
            continue
        entry = entry or _new(text, gone)
        entry.occurrences = [(name, "") for name in dict.fromkeys(name for name, _line in text.occurrences)]
        entry.comment = text.comment
        made.append(entry)
    return made


def _new(text: polib.POEntry, gone: list[polib.POEntry]) -> polib.POEntry:
    """An entry for a text that has none: with the words of the nearest one that is gone, to look at again."""
    made = polib.POEntry(msgid=text.msgid, msgctxt=text.msgctxt, msgid_plural=text.msgid_plural, flags=text.flags)
    near = get_close_matches(text.msgid, [entry.msgid for entry in gone if entry.translated()], 1, NEAR)
    if near and not text.msgid_plural:
        made.msgstr = next(entry.msgstr for entry in gone if entry.msgid == near[0])
        made.previous_msgid, made.flags = near[0], [*made.flags, "fuzzy"]
    return made


def compiled(language: Language, voice: str) -> bytes:
    """The whole catalogue of a voice as gettext reads it: its own texts before those of its language."""
    whole = read(language.code)
    if voice != language.code:
        own = {key_of(entry): entry for entry in read(voice) if entry.translated()}
        for place, entry in enumerate(whole):
            whole[place] = own.get(key_of(entry), entry)
    return bytes(whole.to_binary())
