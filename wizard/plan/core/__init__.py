"""What each step shows of the facts: its few lines, its guides, its services and legal routes.

Tables and the way to pick from them. Pure: it gets the facts that fit a person and knows not where they came from.
It may import the standard library, lazy texts and other `core` folders.
Start with `step_helplines.py`: one row for each step that shows lines.
"""
