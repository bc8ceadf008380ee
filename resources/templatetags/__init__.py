"""Filters for templates. `as_written.py`: what a browser must neither translate nor turn around."""
