"""Commands of the site itself: `prepare` before a start, `purge_visits` for a timer."""
