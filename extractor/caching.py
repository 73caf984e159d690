"""What is dear to make is kept in the user's own cache folder, so that the next start need not make it again."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
VARIABLE = "EXTRACTOR_CACHE"
"""Names another folder than the usual one; `off` keeps nothing."""
SUFFIX = ".kept"
KEPT_MOST = 4
"""Files of one family: of several versions or environments that are started in turn, each keeps its own."""
_MARK = hashlib.sha256().digest_size


def cache_folder() -> Path | None:
    """This user's own folder for what can be made again: another user cannot lay a file there. None: none can be made.

    `$EXTRACTOR_CACHE`, or `vn-gov-extractor` in `$XDG_CACHE_HOME` or `~/.cache`.
    """
    told = os.environ.get(VARIABLE, "")
    if told == "off":
        return None
    try:
        usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vn-gov-extractor"
        folder = Path(told) if told else usual
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return None
    return folder


def kept(family: str, key: str, make: Callable[[], T], kind: type[T]) -> T:
    """What `make` makes, or what an earlier call with this family and key made. Of a family the newest few are kept.

    `key` must change with all that the made thing depends on. A file that is damaged, that another user could have
    written, or that cannot be written costs only the time to make the thing again.

    >>> kept("numbers", "1", lambda: [1, 2, 3], list)
    [1, 2, 3]
    """
    folder = cache_folder()
    if folder is None:
        return make()
    file = folder / f"{family}-{key}{SUFFIX}"
    found = _read(file)
    if isinstance(found, kind):
        return found
    made = make()
    with contextlib.suppress(OSError):
        _write(file, made)
        newest = sorted(folder.glob(f"{family}-*{SUFFIX}"), key=lambda f: f.stat().st_mtime_ns, reverse=True)
        for old in newest[KEPT_MOST:]:
            old.unlink(missing_ok=True)
    return made


def _read(file: Path) -> object:
    """What a file holds, None where it holds nothing that may be trusted."""
    try:
        with file.open("rb") as stream:
            if not _own(os.fstat(stream.fileno())):
                return None
            mark, content = stream.read(_MARK), stream.read()
    except OSError:
        return None
    if hashlib.sha256(content).digest() != mark:
        return None
    with _uncollected():
        return pickle.loads(content)  # only bytes that this user wrote: as safe as the compiled modules of Python


def _own(state: os.stat_result) -> bool:
    """Whether only this user can have written a file. Where users have no numbers, the folder must do."""
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def _write(file: Path, made: object) -> None:
    """Whole or not at all: another process may be reading, or writing the same."""
    content = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(hashlib.sha256(content).digest() + content)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for while a hundred thousand things are made that all stay."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
