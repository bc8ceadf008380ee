"""Django's PostgreSQL with one change: who asks a server that is known to be silent is told so at once.

For `ENGINE` in the settings; `base.py` has the name that Django looks for.
"""
