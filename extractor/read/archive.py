"""Archives of articles, read member by member in memory: nothing is unpacked to the disk.

What an archive may ask for is bounded: how many members, how large each and all together once unpacked, how many times
larger than packed, how deep archives lie in archives. Names that lead out of the archive are refused.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any, cast

from extractor.errors import InputError, TooLarge

MEMBERS_MOST = 1_000_000
TOTAL_MOST = 64 * 1024**3
NESTED_MOST = 256 * 1024**2
RATIO_MOST = 200
RATIO_FREE = 4 * 1024**2
"""Up to here nothing is asked of the ratio: small members of one repeated line are packed very well."""
GROWTH_MOST = 64 * 1024**2
"""What the parts of one document may take beyond its packed size: its markup is held in memory as a tree."""
DEPTH_MOST = 2

_PACKED: dict[bytes, Any] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\0": lzma.LZMAFile,
}


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name, its bytes, or why it has none. `alone`: its file can hold no other."""

    name: str
    data: bytes = b""
    error: Exception | None = None
    alone: bool = False


def packed(head: bytes) -> Any:
    """The opener of a stream that begins like this, if it is gzip, bzip2 or xz."""
    return next((opener for magic, opener in _PACKED.items() if head.startswith(magic)), None)


def safe(name: str) -> bool:
    """Whether a name stays inside the archive.

    >>> safe("2019/a.txt"), safe("../a.txt"), safe("/etc/passwd"), safe("C:\\\\a.txt")
    (True, False, False, False)
    """
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name)


def hidden(name: str) -> bool:
    """What programs leave in archives and no reader asked for: .DS_Store, __MACOSX/…"""
    parts = PurePosixPath(name).parts
    return any((part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in parts)


class Budget:
    """What all members of an archive, and of archives in it, may take together."""

    def __init__(self, total: int = TOTAL_MOST) -> None:
        self.left = total

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise TooLarge(f"the archive unpacks to more than the limit of {TOTAL_MOST // 1024**3} GiB")


def zip_members(file: IO[bytes], limit: int, budget: Budget) -> Iterator[Member]:
    """The files of a ZIP archive in the order of their names."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise InputError(f"this ZIP archive is damaged: {error}") from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not hidden(info.filename)]
        if len(infos) > MEMBERS_MOST:
            raise TooLarge(f"this archive has {len(infos)} members, the limit is {MEMBERS_MOST}")
        for info in sorted(infos, key=lambda i: i.filename):
            yield _zip_member(archive, info, limit, budget)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, budget: Budget) -> Member:
    name = info.filename
    if not safe(name):
        return Member(name, error=InputError("this name leads out of the archive; it is not read"))
    if info.flag_bits & 1:
        return Member(name, error=InputError("this member is locked by a password"))
    if _is_bomb(info.file_size, info.compress_size):
        return Member(name, error=_bomb())
    try:
        with archive.open(info) as stream:
            return _bounded(name, stream, limit, budget)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        return Member(name, error=InputError(f"this member is damaged: {error}"))
    except Exception as error:
        if isinstance(error, InputError):
            raise
        return Member(name, error=InputError(f"this member is damaged: {type(error).__name__}: {error}"))


def _bounded(name: str, stream: IO[bytes], limit: int, budget: Budget) -> Member:
    data = stream.read(limit + 1)
    budget.take(len(data))
    if len(data) > limit:
        return Member(name, error=TooLarge(f"it is larger than the limit of {limit / 1024 / 1024:g} MiB"))
    return Member(name, data)


def bounded_document(file: IO[bytes]) -> None:
    """Raises TooLarge for a document of many parts, such as Word's, that unpack to more than any document does."""
    with zipfile.ZipFile(file) as archive:
        sizes = [(info.file_size, info.compress_size) for info in archive.infolist()]
    unpacked, packed_ = (sum(column) for column in zip(*sizes, strict=True)) if sizes else (0, 0)
    if _is_bomb(unpacked, packed_) or any(_is_bomb(*size) for size in sizes):
        raise _bomb()
    if unpacked > packed_ + GROWTH_MOST:
        raise TooLarge(f"its parts unpack to {GROWTH_MOST // 1024**2} MiB more than its size: it is not read")


def _is_bomb(unpacked: int, packed_: int) -> bool:
    return unpacked > max(RATIO_FREE, RATIO_MOST * packed_)


def _bomb() -> TooLarge:
    return TooLarge(f"it unpacks to more than {RATIO_MOST} times its size: this looks like a trap, it is not read")


class Unpacked(io.RawIOBase):
    """A packed stream that stops where it has become too large for what was read of the file."""

    def __init__(self, opener: Any, file: IO[bytes], budget: Budget) -> None:
        self._file, self._stream, self._budget, self._made = file, opener(file), budget, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            data = cast(bytes, self._stream.read(size if size >= 0 else RATIO_FREE))
        except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
            raise InputError(f"this archive is damaged: {error}") from error
        self._made += len(data)
        self._budget.take(len(data))
        if self._made > max(RATIO_FREE, RATIO_MOST * max(1, self._file.tell())):
            raise _bomb()
        return data


def whole(name: str, stream: Unpacked, limit: int) -> Member:
    """The one file that a packed stream holds."""
    parts: list[bytes] = []
    size = 0
    while size <= limit and (data := stream.read(1024 * 1024)):
        parts.append(data)
        size += len(data)
    if size > limit:
        return Member(name, error=TooLarge(f"it is larger than the limit of {limit / 1024 / 1024:g} MiB"))
    return Member(name, b"".join(parts), alone=True)


def tar_members(stream: IO[bytes], limit: int, budget: Budget) -> Iterator[Member]:
    """The regular files of a tar archive in its order; links are not followed."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for count, info in enumerate(archive):
                if count >= MEMBERS_MOST:
                    raise TooLarge(f"this archive has more than {MEMBERS_MOST} members")
                if not info.isdir() and not hidden(info.name):
                    yield _tar_member(archive, info, limit, budget)
    except (tarfile.TarError, EOFError) as error:
        raise InputError(f"this tar archive is damaged: {error}") from error


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, limit: int, budget: Budget) -> Member:
    name = info.name.removeprefix("./")
    if not safe(name):
        return Member(name, error=InputError("this name leads out of the archive; it is not read"))
    stream = archive.extractfile(info) if info.isreg() else None
    if stream is None:
        return Member(name, error=InputError("this is a link or a device, no file; it is not followed"))
    return _bounded(name, stream, limit, budget)
