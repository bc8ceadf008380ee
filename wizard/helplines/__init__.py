"""Which helplines each step of a plan shows: chosen by a small key of the person, out of the lines of their place.

`for_plan.py` reads the facts; `core` is pure and chooses.
May import `wizard.core`, `resources` and `compass`. Start with `core/steps.py`: one row for each step that shows lines.
"""
