"""A message to the other person: three blanks and a style become a text, which is kept as it was written.

It opens only where every answer says that writing will not do harm (`rules.may_say_no`).
`draft.py` holds the message of one visit, `save_as_note.py` puts a sent one into the log.
May import `wizard.notes`, `wizard.records`, `wizard.plan`, `wizard.journey` and all that lies below.
Start with `core/styles.py`, then `draft.py`.
"""
