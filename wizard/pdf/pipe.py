"""Whole pages and whole files through a pipe: the length, then the bytes."""

import struct
from typing import IO

# The length of what follows, in bytes.
LENGTH = struct.Struct(">I")


def send(pipe: IO[bytes], content: bytes) -> None:
    """Writes all of it; OSError when nobody reads any more."""
    pipe.write(LENGTH.pack(len(content)) + content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """All that the other side wrote; EOFError when it ended before that, so that nobody gets half a file."""
    head = pipe.read(LENGTH.size)
    (length,) = LENGTH.unpack(head) if len(head) == LENGTH.size else (0,)
    content = pipe.read(length)
    if not content or len(content) < length:
        raise EOFError
    return content
