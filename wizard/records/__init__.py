"""What the tools share: forms whose texts are kept as sealed rows of a visit.

`form.py` goes from what was typed to a saved row, `store.py` keeps the rows and their limits, `context.py` draws.
Nothing typed is trimmed, changed or lost, not even when two tabs save the same row.
May import `wizard.journey`, `wizard.core`, `resources` and `compass`. It knows no tool. Start with `form.py`.
"""
