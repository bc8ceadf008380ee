"""Times answers through Django's test client: the POST and the GET of the page it leads to."""

import re
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.test import Client

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def answer_times(start: str, rounds: int, reply: Callable[[str], dict[str, str]], slugs: Sequence[str]) -> float:
    """Median milliseconds of (POST, GET after it) over `rounds` visits, the first of which only warms up."""
    times: list[float] = []
    for number in range(rounds + 1):
        client, path = Client(), start
        page: Any = client.get(path)
        for slug in slugs:
            data = {**dict(HIDDEN.findall(page.content.decode())), **reply(slug)}
            began = time.perf_counter()
            answer: Any = client.post(path, data=urlencode(data), content_type="application/x-www-form-urlencoded")
            path = answer.url
            page = client.get(path)
            if number:
                times.append((time.perf_counter() - began) * 1000)
            if page.status_code != 200:
                raise RuntimeError(f"{slug} led to status {page.status_code}")
    return statistics.median(times)
