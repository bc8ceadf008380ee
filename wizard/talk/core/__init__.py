"""What is said to somebody who is told: first words, the text of the hand-off sheet, what stands on the card.

`choices.py` holds whom to tell and how much, `first_words.py` the sentences, `handoff_text.py` the sheet.
A new step has to find its place on that sheet: the mark `own` keeps it off.
Pure: the standard library, lazy texts and other `core` folders. Start with `first_words.py`.
"""
