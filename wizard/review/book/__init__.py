"""The reviewer's book: what a visitor can read, with its conditions, rules and sources, to read and to sign.

`build.py` puts one HTML document together: questions and steps from the map, words from the templates
(`template_reader.py`), facts from the fixtures (`facts.py`), and `unsettled.toml`, which reviewers keep.
May import `wizard.review.flowmap`, `wizard.review.proof` and what lies below them. Made by `manage.py book`.
Start with `build.py`.
"""
