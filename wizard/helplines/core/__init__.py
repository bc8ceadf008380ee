"""The choice of lines, from plain objects to plain objects.

`key.py` says what a step may know of the person, `pools.py` which lines there are, `steps.py` which a step has,
`groups.py` that a line for some stands beside one for everybody, and `pick.py` picks.
It may import the standard library, lazy texts and other `core` folders. Start with `steps.py`.
"""
