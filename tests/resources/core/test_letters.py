"""Names stand where people look for them."""

import pytest

from resources.core.letters import alphabetical


@pytest.mark.parametrize(
    "names",
    [
        ["Estonie", "États-Unis", "Éthiopie", "Finlande"],
        ["Île-du-Prince-Édouard", "Île du Prince Rouge", "Manitoba"],
        ["Cœur", "Coffre", "Cote", "Côte"],
        ["L’Arche", "l’Art", "Lapin"],
        ["abc", "Abd", "ABE"],
    ],
)
def test_accents_capitals_and_hyphens_do_not_count(names):
    backwards = names[::-1]
    assert sorted(backwards, key=alphabetical) == names
