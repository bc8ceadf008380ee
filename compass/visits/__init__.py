"""The visit: what a person answered, sealed so that only their browser can open it.

From the request inwards: `middleware.py`, `session_store.py`, `storage.py`, `crypto.py`. `session_base.py` makes every
change an edit that is applied again to the freshest state. `records.py` keeps the rows of the tools. `leaving.py` ends
a visit whatever the database does; `marks.py` tells the other workers.
May import Django, `compass.models` and, for one page, `compass.views`. `crypto.py` and `expiry.py` know no request and
no table. Start with `lifecycle.py`: the few functions that other packages use.
"""
