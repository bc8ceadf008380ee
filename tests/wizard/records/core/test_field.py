"""A box has a kind that can be drawn, and a label for whoever reads it."""

import pytest

from tests.people import MOTHER, answers_of
from wizard.records.core.field import FIELD_KINDS, FieldSpec


@pytest.mark.parametrize("kind", FIELD_KINDS)
def test_each_kind_can_be_used(kind):
    assert FieldSpec("box", "A box", kind).kind == kind


def test_a_kind_that_nobody_draws_is_refused_by_name():
    with pytest.raises(ValueError, match="box: no box is of the kind 'lines'"):
        FieldSpec("box", "A box", "lines")


def test_who_helps_reads_a_label_of_their_own_where_there_is_one():
    own, helper = answers_of(who="self"), answers_of(who=MOTHER["who"])
    box, plain = FieldSpec("box", "You", helper="They"), FieldSpec("box", "You")
    assert [(one.label_for(own), one.label_for(helper)) for one in (box, plain)] == [("You", "They"), ("You", "You")]
