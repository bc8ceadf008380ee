from resources.core.union import UNION, unions
from resources.place import Place
from tests.project.source_tree import modules, text


def test_a_member_is_named_by_its_union_too_and_nobody_else():
    assert (unions(True), unions(False)) == ({UNION}, set())


def test_any_country_that_says_so_is_a_member():
    assert [Place("XX", "Xland", member, "", ()).unions for member in (True, False)] == [{UNION}, set()]


def test_its_code_stands_in_no_other_module():
    found = [path for path in modules() if f'"{UNION}"' in text(path) and not path.startswith("resources/models/")]
    assert found == ["resources/core/union.py"]
