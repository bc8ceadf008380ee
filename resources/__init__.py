"""What we know about the world: helplines, places, laws, and how to ask an app or a site for removal.

From the top: `views`, then `contexts`, then `selectors`, `hsds` and `page_cache`, then `repository`, then `from_rows`
and `from_removal_rows`, then `models`; `core` lies below all of them. Each may import what stands after it.
`loading` fills the tables from `fixtures/`; only commands and the reviewer's book use it. Nothing here imports
`wizard`; of `compass` only the views know something: the session, so as to leave it alone.
Start with `selectors.py`: every question one can ask of the facts.
"""
