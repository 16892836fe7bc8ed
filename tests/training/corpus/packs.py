"""Small archives, mailboxes and tables for the tests of the corpus."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow.parquet

from patchgen_training.corpus.patch import Patch, features, row

SINE = (
    "#N canvas 0 50 450 300 12;\n#X obj 30 30 osc~ 440;\n#X obj 30 60 *~ 0.1;\n"
    "#X obj 30 90 dac~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 1 0 2 1;\n"
)
CLOCK = (
    "#N canvas 0 50 450 300 12;\n#X obj 30 30 loadbang;\n#X obj 30 60 metro 500;\n"
    "#X obj 30 90 print tick;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)
GPL = "GNU GENERAL PUBLIC LICENSE Version 2, June 1991 ... the GNU Library General Public License"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(files: Mapping[str, str | bytes], packing: str = "gz") -> bytes:
    """A tar archive, packed."""
    out = BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{packing}") as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, BytesIO(data))
    return out.getvalue()


def mail(subject: str, text: str = "Hello", files: Mapping[str, bytes] | None = None) -> bytes:
    """A message as it stands in a mailbox."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "somebody@localhost"
    message.set_content(text)
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return b"From somebody@localhost Mon Jan  1 00:00:00 2001\n" + message.as_bytes() + b"\n\n"


def table(path: Path, patches: Sequence[Patch]) -> Path:
    """A table of patches, as `collect` writes it."""
    columns = features().arrow_schema
    pyarrow.parquet.write_table(
        pyarrow.Table.from_pylist([row(patch) for patch in patches], schema=columns), path
    )
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a table."""
    return list(pyarrow.parquet.read_table(path).to_pylist())
