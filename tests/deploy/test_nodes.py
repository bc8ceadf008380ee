"""Two machines behind HAProxy on one PostgreSQL: what one was told the other knows, and one may die."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic, sleep

import pytest

from tests import postgresql
from tests.deploy.nodes import Nodes, server_settings, two_nodes
from tests.deploy.pressure import Someone, answered, failed, pressure
from tests.deploy.visitor import answers
from tests.people import TEEN_BLACKMAILED
from tests.project.site import Site, manage
from tests.project.visitors import Answer, Visitor
from tests.system_packages import missing

pytestmark = pytest.mark.thorough
VISITS, EVERY = 50, 0.5
WAYS = {Someone.walking: VISITS, Someone.reading: 10}
LINE, CHANGED = "Kids Help Phone", "Line With Another Name"
FROM_A_PROXY = {"X-Forwarded-Proto": "https"}
# Until it has noticed that a check gets no answer, in seconds.
FOR_THE_PROXY = 4
ASKING, LEAVING, MOST_FOR_A_PLAN = 16, 8, 2.5


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    try:
        postgresql.programs()
    except SystemExit:
        missing("PostgreSQL", "postgresql")
    with (
        postgresql.server(server_settings()) as address,
        two_nodes(tmp_path_factory.mktemp("nodes"), address) as running,
    ):
        yield running


def plan(node: Site, visitor: Visitor) -> int:
    """The status of a plan, asked of this machine without the proxy: 303 leads away where no visit is open."""
    return node.get("/plan/", Cookie=visitor.cookie, **FROM_A_PROXY)[0]


def knows(node: Site, visitor: Visitor) -> bool:
    """True when this visit is open at this machine."""
    return plan(node, visitor) == 200


def closed(node: Site, visitor: Visitor) -> bool:
    """True when this machine can say, and says, that this visit is not open."""
    return plan(node, visitor) == 303


def leave(nodes: Nodes, visitor: Visitor) -> Answer:
    """Leaves as a browser does that loses its cookie: the visit keeps its own here, to see what opens with it."""
    return Visitor(nodes.port, visitor.cookie, secure=True).ask("GET", "/leave/")


def begun(nodes: Nodes) -> Visitor:
    """Somebody who has a plan, at both machines."""
    visitor = nodes.visitor().walk(TEEN_BLACKMAILED)
    assert [knows(node, visitor) for node in (nodes.one, nodes.two)] == [True, True]
    return visitor


def seconds_until(true: Callable[[], bool]) -> float:
    """How long it takes until something holds; fails after ten seconds."""
    since = monotonic()
    while not true():
        assert monotonic() - since < 10
        sleep(0.05)
    return monotonic() - since


def test_a_visit_that_is_left_at_one_machine_is_closed_at_the_other(nodes: Nodes) -> None:
    visitor = begun(nodes)
    left = nodes.one.get("/leave/", Cookie=visitor.cookie, **FROM_A_PROXY)[0]
    assert (left, [closed(node, visitor) for node in (nodes.one, nodes.two)]) == (303, [True, True])


def test_a_database_that_says_nothing_holds_up_nobody_and_who_left_is_gone_from_both(nodes: Nodes) -> None:
    visitors = [begun(nodes) for _ in range(ASKING + LEAVING)]
    staying, leaving = visitors[:ASKING], visitors[ASKING:]
    with nodes.frozen(), ThreadPoolExecutor(len(visitors)) as pool:
        # At the worst moment, when every thread finds out by itself.
        plans = [pool.submit(visitor.ask, "GET", "/plan/") for visitor in staying]
        left = [leave(nodes, visitor) for visitor in leaving[::2]]
        # And when the proxy has noticed, too.
        sleep(FOR_THE_PROXY)
        left += [leave(nodes, visitor) for visitor in leaving[1::2]]
        numbers = [nodes.visitor().ask("GET", "/now/ca/") for _ in range(LEAVING)]
    assert ({answer.status for answer in left}, {answer.status for answer in numbers}) == ({303}, {200})
    both = (nodes.one, nodes.two)
    gone = sum(seconds_until(partial(closed, node, visitor)) for visitor in leaving for node in both)
    back = sum(seconds_until(partial(knows, node, visitor)) for visitor in staying for node in both)
    assert ({answer.status for answer in left}, {answer.status for answer in numbers}) == ({303}, {200})
    assert max(answer.seconds for answer in (*left, *numbers)) < 1
    assert max(asked.result().seconds for asked in plans) < MOST_FOR_A_PLAN
    assert (gone < 3, back < 3) == (True, True)


def test_facts_that_one_machine_loads_are_shown_by_the_other(nodes: Nodes) -> None:
    file = nodes.one.checkout / "fixtures" / "helplines" / "ca.json"
    good = file.read_text()

    def shown(name: str) -> bool:
        return name in nodes.two.get("/people/ca/", **FROM_A_PROXY)[2].decode()

    assert shown(LINE)
    for words, name in ((good.replace(LINE, CHANGED), CHANGED), (good, LINE)):
        file.write_text(words)
        manage(nodes.one.checkout, nodes.one.environment, "load_content", "-v0")
        assert seconds_until(lambda name=name: shown(name)) < 2


def test_while_one_machine_is_ahead_its_style_sheet_comes_and_so_does_that_of_the_other(nodes: Nodes) -> None:
    sheet = nodes.one.checkout / "static" / "css" / "compass.css"
    sheet.write_text(sheet.read_text() + "\n.of-the-upgrade{margin:0}\n")
    nodes.one.reload_as_the_unit_does()
    named = [node.sheet(**FROM_A_PROXY) for node in (nodes.one, nodes.two)]
    came = {path: {nodes.visitor().ask("GET", path).status for _ in range(10)} for path in named}
    assert (came, nodes.two.get(named[0], **FROM_A_PROXY)[0]) == ({named[0]: {200}, named[1]: {200}}, 404)


def test_a_machine_that_dies_takes_no_note_with_it_and_no_request_but_those_it_had(nodes: Nodes) -> None:
    with pressure(nodes.port, WAYS, EVERY, secure=True) as people:
        sleep(5)
        nodes.two.end()
        # Its workers are not our children: they are gone when nobody listens.
        seconds_until(lambda: not answers(nodes.two.port))
        died = monotonic()
        sleep(5)
        nodes.two = Site.start(nodes.two.checkout, nodes.two.environment, nodes.two.port)
        nodes.two.wait_until_ready()
        sleep(10)
    visits = people[:VISITS]
    assert [what for asked, what in failed(people) if asked > died] == []
    assert (len(failed(people)) <= len(people), len(answered(people)) > 20 * VISITS) == (True, True)
    assert [someone.lost() for someone in visits] == [[]] * VISITS
    assert sum(len(someone.kept) for someone in visits) > VISITS
    # And the one that came back knows all of them.
    assert [knows(nodes.two, someone.visitor) for someone in visits] == [True] * VISITS


def test_the_database_wrote_down_nothing_of_a_visit(nodes: Nodes) -> None:
    written = (nodes.database_folder / "log").read_text()
    assert ("database system is ready" in written, re.findall(r"compass_\w+|[0-9a-f]{32}", written)) == (True, [])
