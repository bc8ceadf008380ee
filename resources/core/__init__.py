"""Facts as pages see them, and every choice among them: who a line is for, in which order, open or not.

Pure: the standard library, lazy texts and translations of Django, other `core` folders, `phonenumbers`,
`opening_hours` and `holidays`. No row of a table comes in here; `resources.from_rows` makes the objects.
Start with `helpline.py` (the object), then `helpline_choice.py` (may it be shown?) and `needs.py` (for what?).
"""
