"""Asking for removal: a card for each place, ready texts, and a list of what was asked with its clock.

`views.py` and `pages.py` are the pages, `request_form.py` is one request to one place.
May import `wizard.notes`, `wizard.records`, `wizard.plan`, `wizard.journey` and all that lies below.
Start with `core/ready_texts.py` for the words, with `request_form.py` for how a request is kept.
"""
