"""Patches in the archive of a mailing list: attachments, and patches written into a message."""

from __future__ import annotations

import mailbox
import re
import shutil
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from gzip import GzipFile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from patchgen.cli.patch_files import decoded
from patchgen_training.corpus.archives import Budget, Found, unpacked
from patchgen_training.corpus.label import patches
from patchgen_training.corpus.licences import Label
from patchgen_training.corpus.patch import Patch

FIRST = b"From "
"""How a file of messages begins."""
GZIP = b"\x1f\x8b"
INLINE = re.compile(r"^#N canvas [^;]*;.*^#X [^;]*;", re.MULTILINE | re.DOTALL)
"""A patch in the text of a message, from its first record to its last."""
ANSWER = re.compile(r"^(\s*(re|aw|fwd?)\s*:\s*|\s*\[[^\]]*\]\s*)+", re.IGNORECASE)
"""What stands before the subject: that it is an answer, and the name of the list."""


def is_mailbox(path: Path) -> bool:
    """Whether a file holds messages, packed or not."""
    with path.open("rb") as file, plain(file) as content:
        try:
            return content.read(len(FIRST)) == FIRST
        except (OSError, EOFError):
            return False


def plain(file: IO[bytes]) -> IO[bytes]:
    """The content of a file, unpacked where it is packed."""
    is_packed = file.read(len(GZIP)) == GZIP
    file.seek(0)
    return cast("IO[bytes]", GzipFile(fileobj=file)) if is_packed else file


def in_mailbox(path: Path) -> Iterator[Patch]:
    """The patches in all messages; those of one thread have the same source."""
    with TemporaryDirectory(prefix="patchgen-mail-") as folder:
        copy = Path(folder) / "mbox"
        with path.open("rb") as file, plain(file) as content, copy.open("wb") as target:
            shutil.copyfileobj(content, target)
        for number, message in enumerate(mailbox.mbox(copy, create=False)):
            source = f"{path.name}/{thread(message)}"
            yield from patches(attached(message, str(number)), source, Label())


def thread(message: Message) -> str:
    """What the message is about, without `Re:` and the name of the list."""
    given = message.get("subject", "")
    try:
        subject = str(make_header(decode_header(given)))
    except (LookupError, ValueError, MessageError):
        subject = str(given)  # Old mail programs wrote headers that nobody can decode.
    return " ".join(ANSWER.sub("", subject).split()) or "no subject"


def attached(message: Message, number: str) -> Iterator[Found]:
    """The patches in the parts of a message, each part an archive or a file or text."""
    budget = Budget()
    for place, part in enumerate(message.walk()):
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes):
            continue
        name = (part.get_filename() or f"part-{place}").replace("\\", "/").rsplit("/", 1)[-1]
        is_said = part.get_filename() is None and part.get_content_maintype() == "text"
        if is_said:
            yield from written_out(decoded(data), f"{number}/{name}")
        else:
            yield from unpacked(BytesIO(data), f"{number}/{name}", budget)


def written_out(text: str, path: str) -> Iterator[Found]:
    """A patch that somebody wrote into the text of a message."""
    match = INLINE.search(text.replace("\r\n", "\n"))
    if match:
        yield Found(path, match[0].encode("utf-8", "replace"))
