"""Through the pipe comes all that was sent, or nothing."""

from io import BytesIO

import pytest

from wizard.pdf.pipe import LENGTH, receive, send


@pytest.mark.parametrize("content", [b"a", b"x" * 100_000])
def test_what_goes_in_comes_out(content: bytes) -> None:
    pipe = BytesIO()
    send(pipe, content)
    send(pipe, b"the next")
    pipe.seek(0)
    assert (receive(pipe), receive(pipe)) == (content, b"the next")


@pytest.mark.parametrize("written", [b"", b"abc", LENGTH.pack(4), LENGTH.pack(4) + b"abc", LENGTH.pack(0)])
def test_half_of_it_is_an_error(written: bytes) -> None:
    with pytest.raises(EOFError):
        receive(BytesIO(written))
