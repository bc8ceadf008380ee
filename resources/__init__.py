"""What we know about the world: helplines, places, laws, and how to ask an app or a site for removal.

From the top: `views`, then `contexts`, then `selectors`, `hsds` and `page_cache`, then `repository`, then `from_rows`
and `from_removal_rows`, then `models`; `core` lies below all of them. Each may import what stands after it.
`loading` fills the tables from `fixtures/` and is used by commands alone. Nothing here imports `wizard`; of `compass`
only the views do, to know if a visit is open. Start with `selectors.py`: every question one can ask of the facts.
"""
