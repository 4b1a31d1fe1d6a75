"""Writes ``manifest.json`` of the lexicons and models: digest, origin and licence of every file.

    python training/manifest.py            refresh the digests of the files already listed
    python training/manifest.py --check    exit 1 where a digest is stale or a file is not listed

A new file is listed by hand first, with its ``origin`` and ``licence``; this script fills in ``sha256``.
"""

import hashlib
import json
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "sayso"


def main(argv: list[str]) -> int:
    stale = []
    for folder in ("lexicons", "models"):
        where = PACKAGE / folder
        file = where / "manifest.json"
        listed = json.loads(file.read_text(encoding="utf-8"))
        names = {p.name for p in where.iterdir() if p.is_file() and p.name != "manifest.json" and p.suffix != ".py"}
        stale += [f"{folder}/{name}: not listed" for name in sorted(names - set(listed))]
        stale += [f"{folder}/{name}: listed, not there" for name in sorted(set(listed) - names)]
        for name in sorted(names & set(listed)):
            digest = hashlib.sha256((where / name).read_bytes()).hexdigest()
            if listed[name].get("sha256") != digest:
                stale.append(f"{folder}/{name}: digest")
                listed[name]["sha256"] = digest
            if not (listed[name].get("origin") and listed[name].get("licence")):
                stale.append(f"{folder}/{name}: origin or licence missing")
        if "--check" not in argv:
            file.write_text(json.dumps(listed, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(stale) if stale else "every asset is listed, digests match")
    return 1 if stale and "--check" in argv else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
