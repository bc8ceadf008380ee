"""The parts of a form of the tools that need no request: boxes, what was typed, what is wrong, two tabs in one.

`field.py` is one box, `input.py` reads what was sent, `merging.py` puts two tabs together, and `dates.py`
judges days and clocks and changes nothing.
Pure: the standard library, lazy texts and other `core` folders. Start with `field.py`.
"""
