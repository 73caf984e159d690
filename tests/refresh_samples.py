"""Write the records of `samples/` anew: `python -m tests.refresh_samples`. Read what changed line by line, then commit.

Each `samples/NAME.txt` has its record `samples/NAME.json`, as `extractor run` would write it in that folder.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import extractor
from extractor.model import Source
from extractor.write import record_bytes
from tests.conftest import SAMPLES


def made(ex: extractor.Extractor, path: Path) -> bytes:
    """The record of a sample as bytes."""
    data = path.read_bytes()
    source = Source(path=path.name, sha256=hashlib.sha256(data).hexdigest())
    return record_bytes(ex.extract(data.decode(), source=source))


def main() -> None:
    ex = extractor.Extractor()
    for path in sorted(SAMPLES.glob("*.txt")):
        record = path.with_suffix(".json")
        before = record.read_bytes() if record.exists() else b""
        after = made(ex, path)
        if after != before:
            record.write_bytes(after)
        print(f"{record.name}: {'as it was' if after == before else 'written'}")


if __name__ == "__main__":
    main()
