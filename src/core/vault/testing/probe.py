"""What else the tests ask of a vault, with the independent reader's own means.

    python3 probe.py VAULT worker|coordinator|recovery SECRET HOLDS HEX...
    python3 probe.py VAULT worker|coordinator|recovery SECRET OPENS BASE64...

HOLDS: which of these bytes are in the pages or the journal of each generation kept. OPENS: sealed notes. Prints JSON.
"""

import base64
import json
import sys
from pathlib import Path

from reader import SEALED, blake2b, newest, read_image, read_journal, read_manifest, shown


def holds(folder, numbers, keys, needles):
    """For each generation, and each pack left in the folder (as generation 0), which of these bytes are in what its key opens."""

    def found(*opened):
        return [needle for needle in needles if any(bytes.fromhex(needle) in each for each in opened)]

    for number in sorted(numbers, reverse=True):
        manifest = (folder / f"{number:04d}.manifest").read_bytes()
        # who has the key today has it for the generations before, whoever had a slot then
        state = read_manifest(manifest, None, None, keys)
        image = read_image(folder, state)
        journal = (folder / f"{number:04d}.journal").read_bytes()
        contents = read_journal(journal, manifest, state, number == max(numbers))
        yield [number, found(image, *contents)]
    for path in (folder / "packs").iterdir():
        whole = {"key": keys[0], "vault_id": state["vault_id"], "length": 1 << 40}
        data = path.read_bytes()
        places = [data[at : at + SEALED] for at in range(0, len(data), SEALED)]
        whole["chunks"] = [(bytes.fromhex(path.name), place, blake2b(sealed)) for place, sealed in enumerate(places)]
        yield [0, found(read_image(folder, whole))]


def main(folder, role, secret, question, *parameters):
    folder = Path(folder)
    numbers, _, state = newest(folder, role, secret)
    if question == "HOLDS":
        rows = list(holds(folder, numbers, (state["key"], state["notes_key"]), parameters))
    else:
        rows = [[shown(base64.b64decode(text), state["notes_key"]) for text in parameters]]
    json.dump({"rows": rows}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
