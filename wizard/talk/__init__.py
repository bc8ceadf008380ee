"""Words for telling somebody, the sheet for the next helper, and the pocket card.

It may read what every tool keeps, so it stands above them: it may import `wizard.remove`, `wizard.message`,
`wizard.notes`, `wizard.records`, `wizard.plan`, `wizard.journey`, `wizard.pdf` and all that lies below.
`views.py` and `pages.py` are the pages, `handoff_sheet.py` gathers the sheet, `card_image.py` draws the card.
Start with `core/handoff_text.py` and `core/first_words.py`.
"""
