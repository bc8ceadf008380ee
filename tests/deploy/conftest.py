"""A running site, and a proxy of each kind in front of it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.deploy.proxies import KINDS, Proxy, in_front_of
from tests.deploy.site import Site, running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that serves until the last test of the file."""
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="module")
def proxies(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Proxy]]:
    """Every proxy by its name, each before the same site."""
    with ExitStack() as all_of_them:
        yield {
            name: all_of_them.enter_context(in_front_of(name, tmp_path_factory.mktemp(name), [site.port], site.away))
            for name in KINDS
        }


@pytest.fixture(params=KINDS)
def proxy(request: pytest.FixtureRequest, proxies: dict[str, Proxy]) -> Proxy:
    """One after the other."""
    return proxies[request.param]
