"""The words of the message: its boxes, its styles, the law it may name, and what could turn against the sender.

`fields.py` is the table of boxes, `styles.py` makes the text, `cautions.py` looks for what should not be sent.
Pure: the standard library, lazy texts and other `core` folders. Start with `styles.py`.
"""
