"""Which question is next, what the answers mean, and which steps a person sees.

Pure: no request, no table, no template. It imports the standard library, Django's translations and lazy texts, and
other `core` folders. So every rule can be read aloud, tested in a millisecond, and proved over all answers.
Start with `flow.py` (`walk` and `record`), then `answers.py` (the flags), `rules.py` (who sees what),
`step_rules.py` (the table of steps) and `plan.py` (the steps of one person).
`wording_rules.py` names the conditions that templates ask for.
"""
