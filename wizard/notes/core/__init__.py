"""The log without a request: its boxes, what it says, its files, and the number that shows a change.

`fields.py` is the table of boxes. `log.py` puts all that was written in order; `export_csv.py` and `export_json.py`
write it; `integrity.py` compares a file with its number.
Pure: the standard library, lazy texts and other `core` folders. Start with `fields.py`.
"""
