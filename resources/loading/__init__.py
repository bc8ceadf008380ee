"""From the text files in `fixtures/` to the tables: read, judged, and written all at once or not at all.

`fixtures.py` reads and collects every slip as one sentence. The rules stand in `helpline_checks.py`,
`place_and_law_checks.py`, `removal_checks.py` and `name_checks.py`, made of the shapes in `validators.py`. `sync.py`
writes the rows. `audit.py` says what is old or thin. Only `sync.py` knows the tables; the others import
`resources.core` at most. Start with `fixtures.py`.
"""
