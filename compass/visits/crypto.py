"""Boxes that open only with the visitor's cookie. Pure: no request, no database, no settings.

The database holds `row_id` and boxes; the server holds peppers. Both together open nothing: every key is
derived from the cookie, which only the visitor's browser has.
"""

import hashlib
import hmac
import json
import os
import zlib
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# Every box is a whole number of blocks long, so that its size says little about what is in it.
BLOCK_BYTES = 256
NONCE_BYTES = 12
LENGTH_BYTES = 4


def row_id(pepper: str, cookie: str) -> str:
    """64 hex digits that name the row of a visit; they do not lead back to the cookie."""
    return hmac.new(pepper.encode(), b"row:" + cookie.encode(), hashlib.sha256).hexdigest()


def visit_key(pepper: str, cookie: str) -> bytes:
    """32 bytes that open the box of a visit."""
    return _derive(pepper, "box:" + cookie)


def note_key(pepper: str, cookie: str) -> bytes:
    """32 bytes that open the notes of a visit."""
    return _derive(pepper, "note:" + cookie)


def seal(content: dict[str, Any], key: bytes, owner: str) -> bytes:
    """Seals `content` (plain JSON values) for the row `owner`; raises TypeError for what JSON cannot hold."""
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode())
    framed = len(packed).to_bytes(LENGTH_BYTES) + packed
    padded = framed + bytes(-len(framed) % BLOCK_BYTES)
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, padded, owner.encode())


def unseal(box: bytes | memoryview, key: bytes, owner: str) -> dict[str, Any] | None:
    """The content of a box; None for a wrong key, another row's box or one that was changed. Never raises."""
    sealed = bytes(box)
    try:
        padded = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], owner.encode())
        size = int.from_bytes(padded[:LENGTH_BYTES])
        content = json.loads(zlib.decompress(padded[LENGTH_BYTES : LENGTH_BYTES + size]))
    except (InvalidTag, ValueError, zlib.error):
        return None
    return content if isinstance(content, dict) else None


def _derive(pepper: str, info: str) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info.encode()).derive(pepper.encode())
