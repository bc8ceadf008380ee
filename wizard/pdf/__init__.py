"""Files to print: the plan as HTML for paper, and another process that turns HTML into a PDF.

`paper.py` prepares the HTML, `render.py` is the only module that knows WeasyPrint, `worker.py` is the process beside
the server: the queue before it, the clock over it. That process is given no secret and fetches nothing.
It knows no visit and no journey; it may import `resources.core`. Start with `render.py`.
"""
