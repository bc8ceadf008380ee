"""The database and the pepper together open nothing: only the visitor's cookie does."""

import pytest
from django.conf import settings

from compass.models import SealedRecord, Visit
from compass.visits import crypto, records
from compass.visits.session_store import SessionStore


@pytest.mark.django_db
def test_a_row_opens_with_its_cookie_only():
    visit, other = SessionStore(), SessionStore()
    for one in (visit, other):
        one["answers"] = {"who": ["self"]}
        one.save()
    records.add(visit.row, {"words": "secret"})
    row, record = Visit.objects.get(pk=visit.row.row_id), SealedRecord.objects.get()
    pepper = settings.VISIT_PEPPERS[0]

    def opened(cookie):
        """What a holder of the whole database, the pepper and this cookie can read."""
        seen = crypto.unseal(row.box, crypto.visit_key(pepper, cookie), row.row_id)
        return seen and seen.get("answers"), crypto.unseal(record.box, crypto.note_key(pepper, cookie), record.owner)

    assert opened(visit.session_key) == ({"who": ["self"]}, {"words": "secret"})
    assert [SessionStore(cookie).get("answers") for cookie in (visit.session_key, "a" * 32, row.row_id[:32])] == [
        {"who": ["self"]},
        None,
        None,
    ]
    assert [opened(cookie) for cookie in (other.session_key, "", pepper, row.row_id)] == [(None, None)] * 4
