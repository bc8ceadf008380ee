"""Asking for removal: a card for each place, ready texts, and a list of what was asked with its clock.

`views.py` and `pages.py` are the pages, `request_form.py` is one request to one place, `age_form.py` asks the age of
who comes straight from the page of a place, and `text_proof.py` proves the rules about the texts.
May import `wizard.notes`, `wizard.review`, `wizard.records`, `wizard.plan`, `wizard.guide`, `wizard.journey` and all
that lies below.
Start with `core/ready_texts.py` for the words, with `request_form.py` for how a request is kept.
"""
