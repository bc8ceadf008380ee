"""Pages without a visit: people to call, apps and sites, and the directory as data.

They are the same for everybody, so most of them are kept in memory (`resources.page_cache`).
May import `contexts`, `selectors`, `hsds` and `page_cache`; of `compass` only the session, to leave it alone.
Start with `people.py`, and with `resources/urls.py` for the addresses.
"""
