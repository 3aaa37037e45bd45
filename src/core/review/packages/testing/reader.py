"""An independent reader of review packages and cards, format 1, written from docs/review-package.md alone.

    python3 reader.py CARD                     prints the keys of a card and its safety number
    python3 reader.py PACKAGE SEED             opens a package with the 64 hexadecimal digits of a seed

Prints JSON; stops with a reason on anything that is not what the document says. Needs PyNaCl (Debian: python3-nacl). Reads only.
"""

import hashlib
import json
import struct
import sys
from pathlib import Path

from nacl.public import PrivateKey, SealedBox
from nacl.signing import VerifyKey

KEY, SIGNATURE = 32, 64


def expect(condition, what):
    if not condition:
        raise SystemExit(f"refused: {what}")


def blake2b(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def subkey(seed, number):
    salt = struct.pack("<Q", number).ljust(16, b"\0")
    return hashlib.blake2b(b"", digest_size=32, key=seed, salt=salt, person=b"FILIGRAN".ljust(16, b"\0")).digest()


def box_of(seed):
    """crypto_box_seed_keypair: the secret key is the beginning of the SHA-512 of the seed."""
    return PrivateKey(hashlib.sha512(subkey(seed, 11)).digest()[:32])


def number_of(box, sign):
    digest = blake2b(b"FILIGRAK\1\0" + box + sign)
    return " ".join(f"{int.from_bytes(digest[at : at + 5]) % 100000:05}" for at in range(0, 30, 5))


def read_card(data):
    expect(data[:8] == b"FILIGRAK" and data[8:10] == b"\1\0" and len(data) == 138, "not a card of version 1")
    box, sign = data[10:42], data[42:74]
    VerifyKey(sign).verify(data[:74], data[74:])
    return {"boxKey": box.hex(), "signKey": sign.hex(), "number": number_of(box, sign)}


def read_package(data, seed):
    expect(data[:8] == b"FILIGRAR" and data[8:10] == b"\1\0", "not a package of version 1")
    own = box_of(seed)
    public = bytes(own.public_key)
    expect(data[10:26] == blake2b(b"FILIGRAR" + public)[:16], "for another key")
    inside = SealedBox(own).decrypt(data[26:])
    expect(len(inside) % 16384 == 0, "length")
    signature, body = inside[:SIGNATURE], inside[SIGNATURE:]
    sign, box = body[:32], body[32:64]
    VerifyKey(sign).verify(data[:26] + public + body, signature)
    (length,) = struct.unpack("<I", body[126:130])
    content, rest = body[130 : 130 + length], body[130 + length :]
    expect(len(content) == length and not any(rest), "length of the content")
    head = {"id": body[64:100].decode(), "createdAt": body[100:116].decode(), "expiresOn": body[116:126].decode()}
    return head | {"number": number_of(box, sign), "content": json.loads(content)}


if __name__ == "__main__":
    path, *seed = sys.argv[1:]
    data = Path(path).read_bytes()
    found = read_package(data, bytes.fromhex(seed[0])) if seed else read_card(data)
    json.dump(found, sys.stdout, ensure_ascii=False)
