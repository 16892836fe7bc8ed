"""All domains by name."""

from __future__ import annotations

from patchgen.domains.base import Domain, Form
from patchgen.domains.patch.beginning import in_notation, in_records
from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.domains.patch.raw import patch_in
from patchgen.domains.patch.wishes import missing

DOMAINS: dict[str, Domain] = {
    "patch": Domain(
        "patch",
        {
            "notation": Form(decode, PatchConstraint, in_notation),
            "pd": Form(patch_in, None, in_records),
        },
        missing,
    ),
}
