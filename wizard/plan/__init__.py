"""The plan as pages: all steps, one step, and the same words on paper.

`layout.py` says what stands where, `context.py` what the words of a step may read, `helplines.py` which lines it shows.
`print_views.py` makes the page to print and the PDF.
May import `wizard.journey`, `wizard.pdf`, `wizard.core`, `resources` and `compass`. Start with `context.py`.
The steps themselves are rows of `wizard/core/step_rules.py`; their words are in `templates/plan/steps/`.
"""
