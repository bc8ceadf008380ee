"""The questions as pages: one question a page, the page after `danger`, and the check of all answers.

`wizard_view.py` takes an answer and is the only module that knows formtools; `forms.py` is the one form for every
question; `context.py` and `views.py` are what is shown around them.
May import `wizard.journey`, `wizard.core`, `resources` and `compass`. Start with `wizard_view.py`.
"""
