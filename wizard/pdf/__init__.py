"""Files to print: the plan as HTML for paper, and another process that turns HTML into a PDF.

`paper.py` prepares the HTML, `render.py` is the only module that knows WeasyPrint, `worker.py` is the process beside
the server and the clock over it, `pipe.py` the way to it, `line.py` the line of people before it. That process is given
no secret and fetches nothing.
It knows no visit and no journey; it may import `resources.core` and `compass.fonts`. Start with `render.py`.
"""
