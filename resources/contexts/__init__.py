"""What the public pages show, as plain objects for their templates.

One module for each kind of page: `people.py`, `place.py`, `platforms.py`. They ask `resources.selectors` for the facts
and `resources.core` for the words. They may import both, and `resources.place`; they know no view and no visit.
Start with `people.py`.
"""
