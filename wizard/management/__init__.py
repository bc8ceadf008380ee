"""Commands for reviewers (`prove`, `flowmap`, `book`), for one visitor's file (`verify_log`) and for the operator.

`walk_once` walks through the site: `walk.py` is the person, `asking.py` the browser.
"""
