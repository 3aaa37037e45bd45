"""An independent reader of a Filigrane vault, format 1, written from docs/vault-format.md alone.

    python3 reader.py VAULT worker|coordinator|recovery SECRET "SELECT ..." [PARAMETER...]

SECRET is a passphrase, or the 32 hexadecimal digits behind the recovery words. Prints what the vault holds as JSON. Needs PyNaCl
(Debian: python3-nacl). Reads only; understands nothing it was not told to.
"""

import functools
import hashlib
import json
import re
import sqlite3
import struct
import sys
import tempfile
import unicodedata
from pathlib import Path

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as aead_open
from nacl.public import PrivateKey, SealedBox
from nacl.pwhash import argon2id

ROLES = {"worker": 1, "coordinator": 2, "recovery": 3}
HEADER, LIST, CHUNKS, JOURNAL, FRAMES = 1, 2, 3, 4, 5
SEALED = 24 + 32768 + 16


def blake2b(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def subkey(vault_key, number):
    salt = struct.pack("<Q", number).ljust(16, b"\0")
    return hashlib.blake2b(b"", digest_size=32, key=vault_key, salt=salt, person=b"FILIGRAN".ljust(16, b"\0")).digest()


def expect(condition, what):
    if not condition:
        raise SystemExit(f"damaged: {what}")


class Fields:
    """Little-endian fields, one after the other."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, length):
        expect(self.at + length <= len(self.data), "cut short")
        self.at += length
        return self.data[self.at - length : self.at]

    def number(self, length):
        return int.from_bytes(self.take(length), "little")

    def rest(self):
        return self.take(len(self.data) - self.at)


def open_slot(fields, identity, role, secret):
    """Reads one slot; gives the vault key and the notes' secret key (or None) when it is the wanted role's."""
    begin = fields.at
    expect(fields.number(1) == 1, "slot type")
    slot_role, operations, memory = fields.number(1), fields.number(4), fields.number(4)
    salt, nonce = fields.take(16), fields.take(24)
    clear = fields.data[begin : fields.at]
    wrapped = fields.take(fields.number(2))
    if slot_role != ROLES.get(role):
        return None
    expect(3 <= operations <= 64 and 256 * 1024 <= memory <= 2 * 1024 * 1024, "costs")
    derived = argon2id.kdf(32, secret, salt, opslimit=operations, memlimit=memory * 1024)
    keys = aead_open(wrapped, identity + clear, nonce, derived)
    return keys[:32], keys[32:] or None


def read_manifest(data, role, secret, keys=None):
    fields = Fields(data)
    identity = fields.take(26)
    expect(identity[:8] == b"FILIGRAM" and identity[8:10] == b"\1\0", "not format 1")
    generation = fields.number(8)
    opened = [open_slot(fields, identity, None if keys else role, secret) for _ in range(fields.number(1))]
    vault_key, notes_key = keys or next(keys for keys in opened if keys)
    clear = data[: fields.at]
    expect(fields.take(32) == blake2b(clear), "header hash")
    expect(fields.take(32) == blake2b(clear, subkey(vault_key, HEADER)), "header MAC")
    header = data[: fields.at]
    nonce = fields.take(24)
    listed = Fields(aead_open(fields.rest(), blake2b(header), nonce, subkey(vault_key, LIST)))
    expect(listed.number(4) == 32768, "chunk length")
    state = {"vault_id": identity[10:], "generation": generation, "key": vault_key, "notes_key": notes_key}
    state["length"], state["sequence"] = listed.number(8), listed.number(8)
    state["saved_at"] = listed.take(16).strip(b"\0").decode() or None
    listed.number(8)  # the oldest generation that may be kept: for a writer
    listed.take(32)  # the notes' public key: for a writer
    packs = [(listed.take(16), listed.number(4)) for _ in range(listed.number(4))]
    entries = [(listed.number(4), listed.number(4), listed.take(32)) for _ in range(listed.number(4))]
    expect(all(place < packs[rank][1] for rank, place, _ in entries) and not listed.rest(), "chunk table")
    state["chunks"] = [(packs[rank][0], place, digest) for rank, place, digest in entries]
    return state


@functools.cache
def pack(folder, pack_id):
    return (folder / "packs" / pack_id.hex()).read_bytes()


def read_image(folder, state):
    image, key = bytearray(), subkey(state["key"], CHUNKS)
    for pack_id, place, digest in state["chunks"]:
        data = pack(folder, pack_id)[place * SEALED : (place + 1) * SEALED]
        expect(blake2b(data) == digest, f"chunk {place} of {pack_id.hex()}")
        image += aead_open(data[24:], state["vault_id"] + pack_id + struct.pack("<I", place), data[:24], key)
    return image[: state["length"]]


def read_journal(data, manifest, state, is_last=True):
    """Gives the contents of its transactions, in order."""
    header, fields = data[:98], Fields(data)
    expect(fields.take(10) == b"FILIGRAJ\1\0" and fields.take(16) == state["vault_id"], "journal header")
    expect(fields.number(8) == state["generation"] and fields.take(32) == blake2b(manifest), "journal of another manifest")
    fields.take(32)
    tag = fields.take(32)
    expect(tag == blake2b(header, subkey(state["key"], JOURNAL)), "journal MAC")
    tag, key, contents = tag[:16], subkey(state["key"], FRAMES), []
    identity = state["vault_id"] + struct.pack("<Q", state["generation"]) + blake2b(manifest)
    while data[fields.at : fields.at + 4] == b"FRAM":
        begin = fields.at
        fields.take(4)
        kind, length, sequence, previous = fields.number(1), fields.number(4), fields.number(8), fields.take(16)
        nonce = fields.take(24)
        clear, sealed = data[begin : fields.at], fields.take(length + 16)
        content = aead_open(sealed, identity + clear, nonce, key)
        expect(previous == tag and sequence == state["sequence"] + (kind == 1), "frame out of its chain")
        expect(kind != 3 or not is_last, "superseded: a later generation is missing")
        state["sequence"], tag, state["clean"] = sequence, sealed[-16:], kind == 2
        if kind == 1:
            contents.append(content)
    expect(not any(fields.rest()), "a frame that does not verify")
    return contents


def value_of(fields):
    kind = fields.number(1)
    if kind == 0:
        return None
    if kind == 1:
        number = struct.unpack("<d", fields.take(8))[0]
        return int(number) if number.is_integer() and -(2**31) <= number < 2**31 else number
    data = fields.take(fields.number(4))
    return data.decode() if kind == 2 else data


def replay(database, state, contents):
    for content in contents:
        fields = Fields(content)
        state["saved_at"] = fields.take(16).decode()
        database.execute("BEGIN")
        for _ in range(fields.number(4)):
            sql = fields.take(fields.number(4)).decode()
            database.execute(sql, [value_of(fields) for _ in range(fields.number(2))])
        database.execute("COMMIT")


def shown(value, notes_key):
    """Blobs are sealed notes, in the golden vaults."""
    if not isinstance(value, bytes):
        return value
    return SealedBox(PrivateKey(notes_key)).decrypt(value).decode() if notes_key else None


def newest(folder, role, secret):
    """The numbers of the generations kept, and the newest of them: its manifest, and what the secret opens of it."""
    typed = bytes.fromhex(secret) if role == "recovery" else unicodedata.normalize("NFKC", secret).encode()
    numbers = [int(path.stem) for path in folder.iterdir() if re.fullmatch(r"\d{4,}\.manifest", path.name)]
    manifest = (folder / f"{max(numbers):04d}.manifest").read_bytes()
    state = read_manifest(manifest, role, typed)
    expect(state["generation"] == max(numbers), "manifest under another number")
    return numbers, manifest, state


def main(folder, role, secret, query, *parameters):
    folder = Path(folder)
    numbers, manifest, state = newest(folder, role, secret)
    contents = read_journal((folder / f"{max(numbers):04d}.journal").read_bytes(), manifest, state)
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        file.write(read_image(folder, state))
        file.flush()
        database = sqlite3.connect(file.name, isolation_level=None)
        database.executescript("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON")
        replay(database, state, contents)
        rows = [[shown(value, state["notes_key"]) for value in row] for row in database.execute(query, parameters)]
        database.close()
    keys = ("generation", "sequence", "saved_at", "clean")
    json.dump({key: state.get(key, False) for key in keys} | {"rows": rows}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
