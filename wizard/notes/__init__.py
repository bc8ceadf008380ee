"""The log: what happened, in words, kept for one visit and taken along as a file or on paper.

`views.py` and `form.py` are the pages, `exports.py` and `export_views.py` make the files, `printed_log.py` the paper.
May import `wizard.records`, `wizard.plan`, `wizard.journey`, `wizard.pdf` and all that lies below.
Start with `core/fields.py`: the boxes, as one table. Then `views.py`.
"""
