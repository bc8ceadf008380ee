"""The map of the journey: every question and step, and when each appears, drawn from the code itself.

`read_code.py` reads a yes/no function into a tree and refuses what it cannot read; `wording.py` says it in words;
`svg.py` and `markdown.py` draw. May import `wizard.core` alone.
The files lie in `wizard/map/`; `manage.py flowmap` draws them again. Start with `chart.py`.
"""
