"""The house keeps its plan: what lies at the top, who may import whom, how long things get, what no file may hold."""

import ast
import re
import sys

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.project.source_tree import (
    MADE,
    PACKAGES,
    ROOT,
    circles,
    files,
    imports,
    imports_with_lines,
    known_modules,
    modules,
    syntax,
    text,
    under,
    wrong,
)
from wizard.core.questions import FLOW
from wizard.core.step_rules import STEP_RULES

TOP = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "manage.py",
    "pyproject.toml",
}
LOCKS = {"requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt"}
FOLDERS = {*PACKAGES, "fixtures", "static", "templates", "tests"}

# What a folder named `core` may import beside the standard library and other such folders.
PURE = {
    "django.utils.translation": "words for people; computes from catalogues in memory",
    "django.utils.functional": "lazy texts",
    "django.utils.html": "a text as a page writes it",
    "django.utils.formats": "days as a language writes them; computes from formats in memory",
    "phonenumbers": "reads and formats numbers, without files or network",
    "opening_hours": "reads opening hours, without files or network",
    "holidays": "public holidays by rule, without files or network",
}
# Who may import whom, from the top down: a module may import what stands on its own line and below.
LAYERS = (
    ("wizard.urls", "wizard.views", "wizard.visit_contents", "wizard.management"),
    ("wizard.talk",),
    ("wizard.message", "wizard.remove"),
    ("wizard.notes", "wizard.review"),
    ("wizard.records", "wizard.plan", "wizard.guide"),
    ("wizard.journey", "wizard.pdf"),
    ("wizard.helplines",),
    ("resources.urls", "resources.data_urls", "resources.views", "resources.management"),
    ("resources.contexts",),
    ("resources.selectors", "resources.hsds", "resources.page_cache"),
    ("resources.kept_pages",),
    ("resources.checks", "resources.apps", "resources.templatetags"),
    ("resources.health",),
    ("resources.repository",),
    ("resources.loading", "resources.tables"),
    ("resources.from_place_rows", "resources.from_removal_rows"),
    ("resources.from_rows",),
    ("resources.models", "resources.place"),
    ("compass",),
)
# These do not know each other, whatever the layers would allow.
STRANGERS = {"compass": {"resources", "wizard"}, "resources": {"wizard"}}
FACT_KEEPERS = {
    "resources/loading/in_memory.py",
    "resources/loading/sync.py",
    "resources/management/commands/load_content.py",
    "resources/tables.py",
}

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


def impure(path):
    """What a module of a `core` folder imports that can reach a request, a table, a template or the network."""
    return [f"{path}:{line} imports {name}" for name, line in imports_with_lines(path) if not is_pure(name)]


def is_pure(name):
    top, *inner = name.split(".")
    ours = top in PACKAGES and "core" in inner
    return ours or top in sys.stdlib_module_names or any(f"{name}.".startswith(f"{known}.") for known in PURE)


def test_a_folder_named_core_is_pure():
    core = [path for path in modules() if "core" in path.split("/")[:-1]]
    assert (wrong(core, impure), len(core) > 40) == ({}, True)


def layer(name):
    """How far down a module stands; a `core` stands below everything."""
    parts = name.split(".")
    known = {place: at for at, places in enumerate(LAYERS) for place in places}
    if "core" in parts[1:]:
        return len(LAYERS)
    return next((known[found] for end in range(len(parts), 0, -1) if (found := ".".join(parts[:end])) in known), None)


def dotted(path):
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def upward(path):
    """Imports of what stands above the module, or of a package that it may not know."""
    own = dotted(path)
    unknown = STRANGERS.get(own.split(".")[0], set())
    return [
        f"{path}:{line} imports {name}"
        for name, line in imports_with_lines(path)
        if name.split(".")[0] in PACKAGES and (name.split(".")[0] in unknown or (layer(name) or 0) < layer(own))
    ]


def test_every_module_has_a_layer():
    roots = {*PACKAGES}
    assert [path for path in modules() if dotted(path) not in roots and layer(dotted(path)) is None] == []


def test_imports_go_down_only():
    inner = [path for path in modules() if dotted(path) not in PACKAGES]
    assert wrong(inner, upward) == {}


def test_no_modules_import_each_other_in_a_circle():
    assert circles({path: {*known_modules(path)} for path in modules()}) == []


def test_an_impure_an_upward_and_a_circular_import_would_be_found():
    assert [is_pure(name) for name in ("wizard.core.plan", "django.db", "wizard.plan.context")] == [True, False, False]
    assert (layer("wizard.talk.views") < layer("wizard.notes.form") < layer("resources.core.needs")) is True
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [("a", "b", "c")]


@pytest.mark.parametrize(
    ("package", "allowed"),
    [("formtools", {"wizard/guide/wizard_view.py"}), ("weasyprint", {"wizard/pdf/render.py"})],
)
def test_a_borrowed_package_is_known_in_one_place_only(package, allowed):
    assert importers(package) <= allowed


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
    assert telling([question.slug for question in FLOW] + [row.slug for row in STEP_RULES]) == []


def test_a_telling_address_would_be_found():
    assert telling(["a/<slug:report>/", "plan/Police/", "essex/"]) == [("plan/Police/", "police"), ("essex/", "sex")]


def test_no_file_names_a_folder_of_somebodys_machine_or_a_registry():
    # Written with a bracket in each, so that this line does not find itself.
    own_folder = r"(?<![\w.~%-])/(?:[h]ome|[o]pt|[r]oot|[t]mp|[w]ork|[U]sers)/"
    registry = r"[p]ypi\.|[p]ythonhosted|registry\.[n]pmjs|[d]eb\.debian"
    # In a worktree `.git` is a file, and it names the folder of the repository.
    written = [path for path in files() if not path.endswith((".png", ".mo", ".woff2")) and path != ".git"]
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
