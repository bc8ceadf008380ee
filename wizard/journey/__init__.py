"""One visitor's journey for one request: their answers, place and plan, and what every page of it needs.

`journey.py` is the object that all parts share. `facts.py` brings what the questions must know of the facts,
`decorators.py` guards the tools, `redirects.py` says where to go next, `urgent_numbers.py` goes along on every page.
May import `wizard.core`, `resources` and `compass`. It knows no other part of `wizard`. Start with `journey.py`.
"""
