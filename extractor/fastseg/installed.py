"""The installed underthesea's own files, read without importing it and checked to be the ones that are known.

Nothing of the model is kept in this project: only the checksums of the files against which the tokens were compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from extractor.fastseg.doubt import UnknownModelError

_MODEL = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727/"
MODEL, DICTIONARY, TEMPLATES = _MODEL + "models.bin", _MODEL + "dictionary.bin", _MODEL + "features.bin"
_NORMALIZER = "pipeline/text_normalize/"
TOKENIZER = "pipeline/word_tokenize/regex_tokenize.py"

# SHA-256 of every file that decides a token. A new release of underthesea that leaves these alone stays known.
KNOWN: Mapping[str, str] = {
    MODEL: "c3a64c64349f1d73304f89babacaa8f8cd6078b1ec1a1b2c104e9e411ac1d2c3",
    DICTIONARY: "ec8c62b3881c6682c18959988e1fe08800cc835777778845bded470ca02745d9",
    TEMPLATES: "cf93263c7c7973bf50122b0be76a394443ff61be00c1368713dee1b7d5b8a435",
    TOKENIZER: "5cb4fdc04fc806ac51842d9ec96834e9647262361bf865bacc164e96dc898a76",
    "pipeline/word_tokenize/__init__.py": "65b26025dfd44e2e1ddb03b98b1a25a26fe703596b22730e0c16f79a7f0fbb5d",
    "models/fast_crf_sequence_tagger.py": "2f7dba214c3e4ea31221a328e759c5a11deff902c9768581a061e8a4a28d8762",
    _NORMALIZER + "character_normalize.py": "f10727cca09ec90c88abaaa6b697ad3a1205ab783066ad0b59fa31ecdaa792d1",
    _NORMALIZER + "text_normalizer.py": "f35f6d22e7b1c4f916bc0f832222496ff3993be4f31d34dee2c8fed4565b4c2d",
    _NORMALIZER + "tn_rules_2023_07_14.bin": "a8ef96ef9837f6a377154fdfc970b9b88351d39f9353fa693d53ab49798817f9",
}
_KNOWN_CORE = "3.3."  # releases of underthesea_core, whose compiled code reads features and decodes


def root() -> Path:
    """The folder of the installed underthesea; finding it imports nothing."""
    spec = find_spec("underthesea")
    if spec is None or spec.origin is None:
        raise UnknownModelError("underthesea is not installed as files")
    return Path(spec.origin).parent


def known_files() -> dict[str, bytes]:
    """The contents of the files in KNOWN, each with the checksum that it should have. Raises UnknownModelError."""
    _check_core()
    folder = root()
    return {name: _checked(folder / name, checksum) for name, checksum in KNOWN.items()}


def _check_core() -> None:
    try:
        core = version("underthesea_core")
    except PackageNotFoundError:
        raise UnknownModelError("underthesea_core is not installed") from None
    if not core.startswith(_KNOWN_CORE):
        raise UnknownModelError(f"underthesea_core is {core}, not {_KNOWN_CORE}x")


def _checked(path: Path, checksum: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnknownModelError(f"{path.name}: {error.strerror}") from None
    if hashlib.sha256(data).hexdigest() != checksum:
        raise UnknownModelError(f"{path.name} is not the known one")
    return data
