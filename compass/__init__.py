"""How the site runs: settings, addresses, security headers, logs, health, and the sealed visit.

It knows nothing of the journey and nothing of the facts: it imports Django and itself, never `resources` or `wizard`.
Start with `settings.py` (every setting, and the order of the layers around a request), then `visits/`.
`middleware.py` holds what stands around every request, `checks.py` what an operator is told before the first one.
`environment.py` reads settings, `starting.py` says what keeps a site from starting, `collecting.py` puts its style
sheets in place, `serve.py` is the server.
`database.py`, `in_time.py`, `silence.py` and `postgresql/` say how long anybody waits for the database, `typed_text.py`
gives back words that could not be kept.
`fonts.py` knows which signs a paper can show.
"""

# Also in pyproject.toml, and in CHANGELOG.md with what changed.
__version__ = "0.2.0"
