"""The log as a JSON file. Its second line holds exactly the bytes that are counted, for any tool to count again. Pure.

On most computers this gives the number: sed -n 2p log.json | tr -d '\\n' | sha256sum
"""

from wizard.notes.core.log import Log, canonical, number

_BEFORE, _BETWEEN, _AFTER = b'{"log":\n', b'\n,"sha256":"', b'"}\n'


def to_json(log: Log) -> bytes:
    """`{"log": …, "sha256": "…"}` in UTF-8."""
    return _BEFORE + canonical(log) + _BETWEEN + number(log).encode() + _AFTER
