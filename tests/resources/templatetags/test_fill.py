"""A form with choices has a field that is as long as chance says."""

from django.template import engines

from compass import sizes


def test_the_field_is_hidden_and_holds_the_fill(monkeypatch):
    monkeypatch.setattr(sizes.secrets, "randbelow", lambda most: 3)
    drawn = engines["django"].from_string("{% fill %}").render()
    assert drawn == '<input type="hidden" name="fill" value="000">'
