"""The house keeps its plan: what lies at the top, who may import whom, how long things get, what no file may hold."""

import ast
import re
import sys

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.tree import MADE, PACKAGES, ROOT, files, imports, modules, syntax, text, under, wrong
from wizard.plan import TABLE
from wizard.questions import FLOW

TOP = {"CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md", "manage.py", "pyproject.toml"}
LOCKS = {"requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt"}
FOLDERS = {*PACKAGES, "fixtures", "static", "templates", "tests"}

CORE = (
    *(
        "answers",
        "flags",
        "flow",
        "halves",
        "headings",
        "lazy",
        "locked",
        "plan",
        "proof",
        "proving",
        "questions",
        "reading",
    ),
    *("rules", "safety", "tools", "conditions", "phrases", "sentences", "notes/fields", "notes/moments"),
    *("notes/merging", "notes/zones", "notes/writing", "notes/words", "notes/log", "notes/export_csv"),
    *("notes/export_json", "message/fields", "message/making", "message/checks", "remove/links", "remove/clock"),
    *("remove/kinds", "remove/ledger", "remove/fields", "remove/parts", "remove/texts", "remove/voices"),
    *("remove/words", "talk/choices", "talk/words"),
)
CORE_MODULES = [path for path in modules() if re.match(rf"wizard/({'|'.join(CORE)})(\.py|/)", path)]
# Translation, and the way a language writes days and numbers.
WRITING = {"django.utils.translation", "django.utils.formats"}
CORE_NEEDS = {*WRITING, *(f"wizard.{name.replace('/', '.')}" for name in CORE), "wizard.notes", "wizard.remove"}
FACT_KEEPERS = {"resources/loading.py", "resources/management/commands/load_content.py", "resources/stored.py"}

# An address stays in the history of a browser and in the lists of a network, long after the visit.
TELLING = [
    "abuse",
    "blackmail",
    "crime",
    "evidence",
    "help-now",
    "image",
    "nude",
    "police",
    "porn",
    "report",
    "sex",
    "threat",
    "victim",
]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    first = function.body[0]
    says = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = first.end_lineno - first.lineno + 1 if says else 0
    return function.end_lineno - function.lineno + 1 - docstring


def too_long(path: str, most: int) -> list[str]:
    """Names of the functions of a module that have more than so many lines."""
    functions = (node for node in ast.walk(syntax(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [f"{path}:{node.lineno} {node.name}" for node in functions if length(node) > most]


def importers(name: str) -> set[str]:
    """Modules that import a package or something inside it."""
    return {path for path in modules() if any(f"{found}.".startswith(f"{name}.") for found in imports(path))}


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> list[str]:
    """Every address of the site, with its blanks as they stand in the code."""
    found = []
    for entry in patterns:
        address = before + str(entry.pattern)
        found += addresses(entry.url_patterns, address) if isinstance(entry, URLResolver) else [address]
    return found


def telling(words: list[str]) -> list[tuple[str, str]]:
    """Which of these hold a word that would tell on the visitor; what stands between < and > is not looked at."""
    return [(text, word) for text in words for word in TELLING if word in re.sub(r"<[^>]*>", "", text.lower())]


def test_nothing_lies_at_the_top_but_what_was_agreed():
    top = {path.split("/")[0] for path in files()}
    assert {name for name in top if not name.startswith(".")} == TOP | LOCKS | FOLDERS


def test_what_is_made_here_is_not_kept():
    ignored = {line.strip("/") for line in text(".gitignore").splitlines()}
    assert ignored == MADE - {".git"} | {"*.pyc"}


def test_the_core_knows_no_request_no_table_and_no_page():
    def allowed(name):
        return name.split(".")[0] in sys.stdlib_module_names or any(f"{name}.".startswith(f"{n}.") for n in CORE_NEEDS)

    assert wrong(CORE_MODULES, lambda path: [name for name in imports(path) if not allowed(name)]) == {}


def core_name(path):
    """As the list above names it: a module, or a folder of them."""
    name = path.removeprefix("wizard/").removesuffix(".py")
    return name if name in CORE else name.split("/")[0]


def test_every_core_module_was_looked_at():
    assert {core_name(path) for path in CORE_MODULES} == {*CORE}


@pytest.mark.parametrize(
    ("package", "allowed"),
    [("formtools", {"wizard/shell.py"}), ("weasyprint", {"wizard/pdf.py"})],
)
def test_a_borrowed_package_is_known_in_one_place_only(package, allowed):
    assert importers(package) <= allowed


def test_facts_know_the_core_of_the_journey_but_not_its_pages():
    known = {name for path in modules() if path.startswith("resources/") for name in imports(path)}
    assert {name for name in known if name.startswith("wizard.") and name.split(".")[1] not in CORE} == set()


def test_only_the_keepers_of_facts_query_outside_the_shell():
    asks = {"objects", "_base_manager", "_default_manager", "cursor", "raw"}
    found = {
        path
        for path in modules()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Attribute) and node.attr in asks
    }
    assert {path for path in found if not path.startswith("compass/")} <= FACT_KEEPERS


@pytest.mark.parametrize("package", ["compass", "resources"])
def test_tables_are_known_only_to_their_own_package(package):
    assert {path.split("/")[0] for path in importers(f"{package}.models")} == {package}


def test_modules_stay_short_enough_to_read():
    assert wrong(modules(), lambda path: text(path).count("\n") > 200) == {}


def test_functions_stay_short_enough_to_read():
    assert wrong(modules(), lambda path: too_long(path, 25)) == {}


def test_views_stay_short_enough_to_see_at_once():
    views = [path for path in modules() if re.search(r"(^|/)views(\.py$|/)", path)]
    assert (wrong(views, lambda path: too_long(path, 15)), len(views) > 5) == ({}, True)


def test_no_code_can_receive_a_file():
    takes = {".FILES", "ClearableFileInput", "FileField", "FileInput", "ImageField", "MultiPartParser"}

    def named(path):
        nodes = [*ast.walk(syntax(path))]
        read = {f".{node.attr}" for node in nodes if isinstance(node, ast.Attribute)}
        return read | {getattr(node, "attr", getattr(node, "id", "")) for node in nodes}

    assert wrong(modules(), lambda path: named(path) & takes) == {}


def test_every_module_says_what_it_promises():
    assert wrong(modules(), lambda path: text(path) != "" and not ast.get_docstring(syntax(path))) == {}


def test_no_address_tells_on_the_visitor():
    found = addresses(get_resolver().url_patterns)
    assert (telling(found), {"healthz", "leave/", "people/", "plan/"} - {*found}) == ([], set())


def test_no_static_file_and_no_page_has_a_telling_name():
    assert telling(under("static", "") + under("templates", "")) == []


def test_no_step_and_no_question_has_a_telling_name():
    assert telling([question.slug for question in FLOW] + [row.slug for row in TABLE]) == []


def test_a_telling_address_would_be_found():
    assert telling(["a/<slug:report>/", "plan/Police/", "essex/"]) == [("plan/Police/", "police"), ("essex/", "sex")]


def test_no_file_names_a_folder_of_somebodys_machine_or_a_registry():
    # Written with a bracket in each, so that this line does not find itself.
    own_folder = r"(?<![\w.~%-])/(?:[h]ome|[o]pt|[r]oot|[t]mp|[w]ork|[U]sers)/"
    registry = r"[p]ypi\.|[p]ythonhosted|registry\.[n]pmjs|[d]eb\.debian"
    written = [path for path in files() if not path.endswith((".png", ".mo", ".woff2"))]
    assert wrong(written, lambda path: re.findall(f"{own_folder}|{registry}", text(path))) == {}


def test_no_file_is_a_link_to_somewhere_else():
    assert [path for path in files() if (ROOT / path).is_symlink()] == []


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_every_make_command_that_is_written_down_exists(path):
    targets = {*re.findall(r"^([a-z-]+):", text("Makefile"), re.M)}
    # In prose only what stands in code marks is a command.
    named = {*re.findall(r"(?:`|^ *\$? *|exec )make ([a-z-]+)", text(path), re.M)}
    assert (named - targets, named != set()) == (set(), True)


def test_the_readme_gives_the_two_commands():
    assert {"make run", "make test"} - {*re.findall(r"make (?:run|test)\b", text("README.md"))} == set()
