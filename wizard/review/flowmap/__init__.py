"""The map of the journey: every question and step, and when each appears, drawn from the code itself.

`read_code.py` reads a yes/no function into a tree and refuses what it cannot read; `wording.py` says it in words;
`markdown.py` and `mermaid.py` write. May import `wizard.core` alone.
The map is `wizard/map/flow.md` and a diagram in README.md; `manage.py flowmap` writes both again.
Start with `chart.py`.
"""
