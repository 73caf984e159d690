"""The model file as tables of weights.

The file is CRFsuite's: a header, the features (attribute, label, weight), and two constant databases that number the
labels and the attributes. An attribute is a template and a value, as in `T[-1,0].lower=giao thông`.

With two labels only differences count, so a weight here is always *goes on with a word* minus *begins a word*.
"""

from __future__ import annotations

import pickle
import struct
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.fastseg.doubt import UnknownModelError
from extractor.fastseg.installed import DICTIONARY, MODEL, TEMPLATES

_HEADER = struct.Struct("<4sI4s9I")
_CHUNK = struct.Struct("<4sII")  # magic, bytes, number of features
_FEATURE = struct.Struct("<IIId")  # 0 for an attribute's weight or 1 for a transition's, from, to, weight
_DATABASE = struct.Struct("<4s5I")  # magic, bytes, flag, byte order, number of keys, offset of the keys' offsets
_KEY = struct.Struct("<II")  # number, bytes with the closing zero
_LABELS = ["B-W", "I-W"]  # begins a word, goes on with it

UNIGRAMS = ("-2", "-1", "0", "1", "2")
BIGRAMS = ("-2,-1", "-1,0", "0,1", "1,2")
TRIGRAMS = ("-2,0", "-1,1", "0,2")
_FUNCTIONS = {
    "": (*UNIGRAMS, *BIGRAMS, *TRIGRAMS),
    ".lower": (*UNIGRAMS, *BIGRAMS),
    ".isdigit": ("-1", "0", "1"),
    ".istitle": (*UNIGRAMS, "0,1", "0,2"),
    ".is_in_dict": (*UNIGRAMS, *BIGRAMS, *TRIGRAMS),
}
_TEMPLATES = {f"T[{place}]{function}" for function, places in _FUNCTIONS.items() for place in places}

Vectors = dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the model has learnt. `transitions[i][j]` is the weight of label j after label i."""

    attributes: Mapping[str, Mapping[str, float]]  # template → value → difference
    transitions: tuple[tuple[float, float], tuple[float, float]]
    dictionary: frozenset[str]

    def vectors(self, places: tuple[str, ...], function: str = "") -> Vectors:
        """The weights of one function at these places, value by value: value → one number a place.

        `vectors(BIGRAMS, ".lower")["giao thông"]` holds what the pair adds to the syllable two after its first, to its
        second, to its first, and to the one before it.
        """
        tables = [self.attributes.get(f"T[{place}]{function}", {}) for place in places]
        values = {value for table in tables for value in table}
        return {value: tuple([table.get(value, 0.0) for table in tables]) for value in values}


def read_weights(files: Mapping[str, bytes]) -> Weights:
    """The weights in the installed package's files (see `installed`). Raises UnknownModelError for another format."""
    # pickle: these very bytes are known by their checksum.
    if set(pickle.loads(files[TEMPLATES])) != _TEMPLATES:
        raise UnknownModelError("the model has other features")
    dictionary = frozenset(pickle.loads(files[DICTIONARY]))
    try:
        attributes, transitions = _read_model(files[MODEL])
    except (struct.error, UnicodeDecodeError, IndexError) as error:
        raise UnknownModelError(f"the model file cannot be read: {error}") from None
    return Weights(attributes, transitions, dictionary)


def _read_model(
    data: bytes,
) -> tuple[dict[str, dict[str, float]], tuple[tuple[float, float], tuple[float, float]]]:
    magic, _size, kind, edition, _, _, _, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    if (magic, kind, edition) != (b"lCRF", b"FOMC", 100):
        raise UnknownModelError("the model file has another format")
    if _keys(data, labels_at) != _LABELS:
        raise UnknownModelError("the model has other labels")
    names = _keys(data, attributes_at)
    differences = [0.0] * len(names)
    transitions = [[0.0, 0.0], [0.0, 0.0]]
    magic, _size, count = _CHUNK.unpack_from(data, features_at)
    first = features_at + _CHUNK.size
    for transition, source, label, weight in _FEATURE.iter_unpack(data[first : first + count * _FEATURE.size]):
        if transition:
            transitions[source][label] = weight
        else:
            differences[source] += weight if label else -weight
    attributes: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for name, difference in zip(names, differences, strict=True):
        template, _, value = name.partition("=")
        attributes[template][value] = difference
    (bb, bi), (ib, ii) = transitions
    return dict(attributes), ((bb, bi), (ib, ii))


def _keys(data: bytes, at: int) -> list[str]:
    """The keys of a constant database, by number."""
    magic, _size, _flag, _order, count, offsets_at = _DATABASE.unpack_from(data, at)
    if magic != b"CQDB":
        raise UnknownModelError("the model file has another format")
    keys: list[str] = []
    for offset in struct.unpack_from(f"<{count}I", data, at + offsets_at):
        start = at + offset + _KEY.size
        _number, length = _KEY.unpack_from(data, start - _KEY.size)
        keys.append(data[start : start + length - 1].decode())
    return keys
