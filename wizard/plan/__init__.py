"""The plan as pages: all steps, one step, and the same words on paper.

`layout.py` says what stands where, `context.py` what a step may read, `first.py` what the first card shows.
`print_views.py` makes the page to print and the PDF.
May import `wizard.journey`, `wizard.helplines`, `wizard.pdf`, `wizard.core`, `resources` and `compass`. Start with
`context.py`. The steps are rows of `wizard/core/step_rules.py`; their words are in `templates/plan/steps/`.
"""
