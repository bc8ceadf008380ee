"""What an earlier version wrote stays readable: the format of a sealed row never changes without a way back."""

from base64 import b64decode

from django.db import connection

from compass.models import SealedRecord, Visit
from compass.visits import crypto

# Made by the version before the layout of folders, and never to be made again.
PEPPER, COOKIE = "pepper-of-the-sample", "0123456789abcdefghijklmnopqrstuv"
ROW_ID = "104eb5d49e335aa891c090e7886378cda531f4e240d3f8b64cc66005120dfa52"
VISIT = b64decode(
    "Td9IHt4/fQNk9Suz2rMiOv5p+r60clRXDagJgVwcMPe2RpQ/h5m3x0NIHlVjeBfZg0yZ82Ag09RAJUxgAo/6jQhW7kYjhXJJORJJPbxhOJz0EpcM"
    "NKSArKLy7jBVHg+PB7QG9zrQkDSzL0RXb9J8gPgLhOWJ6hcFoyFxI9x8bQ/0sM9tr04M37YAoOIs9LGn3p4GOdAQCrTdeEizM7NIlt+qxmh/ULzG"
    "dD8SMiIN2moa7C0uv9kTLRVPoLRP2BTlTbceEwBHcfdC0FJsLUtxzun/cjIfsgMU85LSza4KqV83/1Z9dfHdPX1HPM2Iog5iGli5rZfCKKkS5OOe"
    "HEuVfJM+rOVHP645GfZo9jb38qAgO9d8jziTENSJ4Ps="
)
RECORD = b64decode(
    "JTk5CIAkRPxZvAjSlIzdioITEr55th5XzyYD8B8wPVsqcc+bQ3y9rR0svjNppE3p0yZBPm4I5YclWHeF47eyU+8a8sYN8q69tB1yVw0WdbIEaXuT"
    "d2QUeZ4j27Kjan6pcBiUouDb/A8eIEbG04ZbU+sKacFDir5hh0nBGsAFB8yX4wm/F2rHpsZDvTuqZuwzK5YtVYevb2TWjYzimv7bvqwchXKFORnL"
    "GrYQpphyQ4JpSU5gNUAlRgGgEU43ivlrkUSrzLGV/Z5NOOtkuMihrZ8gZ9SoOD/2Zj1SRRQDPUDSevAan4qTJntyZ0fhAo0UtwqqmTpr2UCa3m2E"
    "xWDunfZBqXQsMLj3TtPCrs+knCkdi71mIbs14XRd250="
)


def test_a_visit_of_an_earlier_version_opens():
    key = crypto.visit_key(PEPPER, COOKIE)
    assert crypto.row_id(PEPPER, COOKIE) == ROW_ID
    assert crypto.unseal(VISIT, key, ROW_ID) == {"answers": {"who": ["self"], "age": ["13-15"]}, "has_notes": True}


def test_a_record_of_an_earlier_version_opens():
    key = crypto.note_key(PEPPER, COOKIE)
    assert crypto.unseal(RECORD, key, f"{ROW_ID}:{'ab' * 16}") == {"kind": "entry", "texts": {"words": "Grüße, 你好"}}


def test_tables_and_columns_keep_the_names_that_an_earlier_version_asks_for(db):
    with connection.cursor() as cursor:
        columns = {
            table: {column.name for column in connection.introspection.get_table_description(cursor, table)}
            for table in (Visit._meta.db_table, SealedRecord._meta.db_table)
        }
    assert columns == {
        "compass_visit": {"row_id", "box", "idle_until", "ends_at"},
        "compass_note": {"note_id", "visit_id", "position", "box"},
    }
