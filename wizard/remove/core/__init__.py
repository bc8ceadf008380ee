"""What a request for removal says and when an answer is due, without a request of the web.

`ready_texts.py` puts the texts together from `standard_sentences.py` and `request_parts.py`; `links.py` looks at
addresses and opens none; `deadlines.py` counts the hours of a law; `ledger.py` says what became of a request.
Pure: the standard library, lazy texts and other `core` folders. Start with `ready_texts.py`.
"""
