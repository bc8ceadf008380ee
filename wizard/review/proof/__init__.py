"""The safety proof: the rules hold for every set of answers that can be reached, not only for examples.

`plan_rules.py`, `helpline_rules.py` and `wizard/core/phrases.toml` are the rules about steps, lines and words.
`people_space.py` knows who can be, `lazy_answers.py` decides a flag only when a rule reads it, and `states.py` follows
both halves each time.
May import `wizard.plan`, `wizard.journey`, `wizard.core` and `resources`. Run it with `manage.py prove`.
Start with `plan_rules.py`, then `states.py`.
"""
