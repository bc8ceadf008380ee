"""The journey: the questions, the plan that follows from the answers, and the tools beside it.

From the top: `urls`, `views` and `visit_contents`; `talk`; `message`, `remove` and `management`; `notes` and `review`;
`records`, `plan` and `guide`; `journey` and `pdf`. Each may import what stands after it, then `resources`, `compass`,
and `wizard.core`, which lies below everything and is pure.
Start with `core/step_rules.py` (the table of steps) and `core/rules/` (who sees them), then `journey/journey.py`.
"""
