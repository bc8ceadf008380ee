"""Opening hours: from an OpenStreetMap text and a moment to words such as "open until 21:00".

`osm_text.py` reads the text, `status.py` decides whether a line is open, `status_words.py` and `summary.py` say it.
`public_holidays.py` knows the days on which nobody is there, `calendar_words.py` the names of days and months.
Pure, as all of `resources.core`: the caller brings the moment. Hours nobody knows are never "open now".
Start with `status.py`.
"""
