"""Any file to its articles: one for a text, a page or a document, many for a table or an archive."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO, Any

from extractor import model
from extractor.errors import EmptyInput, InputError, TooLarge, UnreadableInput
from extractor.read import archive, docx, html, markdown, pdf, rows
from extractor.read.article import Article, Fault, Options, Piece, Read, Unread
from extractor.read.encodings import decode, known
from extractor.read.formats import MANY, MEDIA_TYPES, SUFFIXES, sniff
from extractor.read.own import HEAD, is_own
from extractor.read.text import LIMIT, STDIN, load, sha256, shown, sound, within


class Reader:
    """Reads files of every format.

    `portals` and `words` are the table and the lists of a rulebook; `encoding` decides where none is certain, and is
    applied to every file that is read.

    >>> [article] = Reader().articles("# Họp báo\\nTỉnh họp báo.".encode())
    >>> article.text
    'Họp báo\\nTỉnh họp báo.'
    """

    def __init__(
        self,
        portals: Sequence[Any] = (),
        words: Mapping[str, Sequence[str]] | None = None,
        *,
        encoding: str | None = None,
        limit: int = LIMIT,
    ) -> None:
        """Raises UsageError for an encoding that is not known."""
        self.options = Options(portals, words or {}, known(encoding))
        self.limit = limit

    def file(self, path: str | Path) -> Iterator[Piece]:
        """The articles of a file, or of standard input for "-". Raises InputError where the whole file is at fault."""
        return map(self._piece, self.unread(path))

    def unread(self, path: str | Path) -> Iterator[Piece | Unread]:
        """What `file` gives, but pages, documents and texts only as their bytes: for others to read, in their time."""
        name = shown(path)
        if name == STDIN:
            yield from self.unread_stream(io.BytesIO(load(STDIN, limit=self.limit)), name)
            return
        try:
            with Path(path).open("rb") as file:
                if not file.seekable():
                    yield from self.unread_stream(io.BytesIO(load(path, limit=self.limit)), name)
                else:
                    yield from self.unread_stream(file, name)
        except OSError as error:
            raise UnreadableInput(f"it cannot be read: {error.strerror or error}") from error
        except ValueError as error:
            raise UnreadableInput(f"it cannot be read: {error}") from error

    def articles(self, data: bytes, path: str | None = None) -> list[Article]:
        """The articles that these bytes hold. Raises the first fault that is met."""
        found: list[Article] = []
        for piece in self.stream(io.BytesIO(data), path):
            if isinstance(piece, Fault):
                raise piece.error
            found.append(piece)
        return found

    def one(self, path: str | Path) -> Article:
        """The one article of a file, or, as "FILE#PART", the one of that member or row in a file of many.

        Raises InputError where it cannot be read, and where there are several and none is named.
        """
        name, _, part = str(path).partition("#")
        file, part = (path, "") if Path(path).exists() or not part else (name, part)
        parts: list[str] = []
        for piece in self.file(file):
            if piece.part is None or (part and _named(piece, str(file)) == part):
                if isinstance(piece, Fault):
                    raise piece.error
                return piece
            parts.append(_named(piece, str(file)))
        if part:
            raise InputError(f"it holds no {part}")
        raise InputError(f"it holds many articles; name one of them: {shown(file)}#{parts[0]}")

    def is_many(self, path: str | Path) -> bool:
        """Whether a file is of a format that holds many articles; False where it cannot be told."""
        try:
            with Path(path).open("rb") as file:
                return sniff(file, shown(path), self.options) in MANY
        except (OSError, ValueError, InputError):
            return False

    def stream(self, file: IO[bytes], path: str | None) -> Iterator[Piece]:
        """The articles of an open file. Raises InputError where the whole file is at fault."""
        return map(self._piece, self.unread_stream(file, path))

    def unread_stream(
        self, file: IO[bytes], path: str | None, depth: int = 0, budget: archive.Budget | None = None
    ) -> Iterator[Piece | Unread]:
        """What `stream` gives, as `unread` does."""
        kind = sniff(file, path or "", self.options)
        if kind not in MANY:
            yield Unread(path, self._data(file), kind)
            return
        found = False
        for piece in self._many(file, kind, path or STDIN, depth, budget or archive.Budget()):
            found = True
            yield piece
        if not found:
            raise EmptyInput("it holds no article")

    def _data(self, file: IO[bytes]) -> bytes:
        data = file.read(self.limit + 1)
        within(len(data), self.limit)
        return data

    def _piece(self, found: Piece | Unread) -> Piece:
        return self._one(found.data, found.kind, found.path, found.part) if isinstance(found, Unread) else found

    def _one(self, data: bytes, kind: str, path: str | None, part: str | None) -> Piece:
        digest = sha256(data)
        try:
            if not data:
                raise EmptyInput("the file is empty")
            read = self._read(data, kind)
            sound(read.text)
        except Exception as error:  # whatever a library made of one file must not stop the others
            return Fault(path or STDIN, error, digest, part)
        source = model.Source(path=path, sha256=digest, media_type=MEDIA_TYPES[kind], encoding=read.encoding)
        return Article(read.text, source, read.facts, part)

    def _read(self, data: bytes, kind: str) -> Read:
        if kind == "text":
            return Read(*decode(data, self.options.encoding))
        read = {"html": html.read, "docx": docx.read, "pdf": pdf.read, "markdown": markdown.read}[kind]
        return read(data, self.options)

    def _many(
        self, file: IO[bytes], kind: str, path: str, depth: int, budget: archive.Budget
    ) -> Iterator[Piece | Unread]:
        if kind == "jsonl":
            return rows.json_lines(file, path, self.options, self.limit)
        if kind == "json":
            return rows.json_array(self._data(file), path, self.options)
        if kind == "csv":
            return rows.table(file, path, self.options, self.limit)
        if depth >= archive.DEPTH_MOST:
            raise TooLarge(f"archives lie in each other more than {archive.DEPTH_MOST} deep; unpack them first")
        return self._members(self._opened(file, kind, path, budget), path, depth, budget)

    def _opened(self, file: IO[bytes], kind: str, path: str, budget: archive.Budget) -> Iterator[archive.Member]:
        limit = max(self.limit, archive.NESTED_MOST)
        if kind == "zip":
            return archive.zip_members(file, limit, budget)
        if kind == "tar":
            return archive.tar_members(file, limit, budget)
        opener = archive.packed(file.read(8))
        file.seek(0)
        stream = archive.Unpacked(opener, file, budget)
        head = stream.read(512)
        file.seek(0)
        stream = archive.Unpacked(opener, file, budget)
        if head[257:262] == b"ustar":
            return archive.tar_members(stream, limit, budget)  # type: ignore[arg-type]
        name = PurePosixPath(path.rsplit("#", 1)[-1]).name
        return iter([archive.whole(PurePosixPath(name).stem, stream, limit)])

    def _members(
        self, members: Iterator[archive.Member], path: str, depth: int, budget: archive.Budget
    ) -> Iterator[Piece | Unread]:
        """The articles of the members; what is at fault in one is told in its place.

        Of many members only those are read that are called like articles; one alone, whatever it is called.
        """
        for member in members:
            called = member.alone or member.name.lower().endswith(SUFFIXES)
            if member.error is None and (not called or is_own(member.data[:HEAD])):
                continue
            place = f"{path}#{member.name}"
            if member.error is not None:
                yield Fault(place, member.error, part=member.name if archive.safe(member.name) else None)
                continue
            try:
                for piece in self.unread_stream(io.BytesIO(member.data), place, depth + 1, budget):
                    part = member.name if piece.part is None else f"{member.name}/{piece.part}"
                    yield replace(piece, part=part)
            except InputError as error:
                yield Fault(place, error, sha256(member.data), member.name)


def _named(piece: Piece, file: str) -> str:
    """What stands behind the file's name in the path of a piece."""
    path = piece.path if isinstance(piece, Fault) else piece.source.path or ""
    return path[len(shown(file)) + 1 :]
