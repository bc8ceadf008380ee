"""For those who check this site: a proof of the safety rules, a map of the journey, a book to read and sign.

Nothing here is met by a visitor, and nothing that a visitor meets imports it; only commands and tests do.
It may import `wizard.records`, `wizard.plan`, `wizard.journey`, `wizard.core` and `resources`.
Start with `proof/plan_rules.py`: the safety rules as a table that a reviewer can read.
"""
