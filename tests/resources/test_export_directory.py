"""`manage.py export_directory`: the bytes of `/people.json`, and no good copy is lost."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from resources import selectors
from resources.models import FactsVersion

pytestmark = pytest.mark.django_db


def test_it_prints_what_the_site_gives(client):
    out = StringIO()
    call_command("export_directory", stdout=out)
    assert out.getvalue().encode() == client.get("/people.json").content


def test_it_writes_what_the_site_gives_and_prints_nothing(client, tmp_path):
    out = StringIO()
    call_command("export_directory", to=tmp_path / "people.json", stdout=out)
    assert ((tmp_path / "people.json").read_bytes(), out.getvalue()) == (client.get("/people.json").content, "")


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    with pytest.raises(CommandError) as error:
        call_command("export_directory", to=tmp_path / "nowhere" / "people.json")
    assert str(error.value) == f"{tmp_path}/nowhere/people.json could not be written: No such file or directory."


def test_without_facts_the_old_copy_stays(tmp_path):
    (tmp_path / "people.json").write_text("[]")
    FactsVersion.objects.all().delete()
    selectors.forget()
    with pytest.raises(CommandError, match="No facts are loaded"):
        call_command("export_directory", to=tmp_path / "people.json")
    assert (tmp_path / "people.json").read_text() == "[]"
