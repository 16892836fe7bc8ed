"""All rules as a document: what each finds, why it matters, and what it looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from patchgen.findings import Fix, Severity
from patchgen.lint.registry import MENDERS, ON_REQUEST, RULES
from patchgen.lint.rule import Rule

OTHERS: Mapping[str, tuple[Severity, str]] = {
    "not-a-patch": (Severity.ERROR, "The file cannot be read as a Pd patch at all."),
    "pd": (Severity.ERROR, "What Pd itself says when it opens the patch; only with --in-pd."),
}
"""Findings that come from no rule."""

CODES = (*RULES, *OTHERS)
"""Every code that a finding may have."""

FIXES = {
    Fix.NONE: "no",
    Fix.SAFE: "`--fix`; the patch does what it did",
    Fix.UNSAFE: "`--fix --unsafe-fixes`; the patch does something else afterwards",
}

OPENING = """# What `patchgen check` finds

Each finding has a code. `patchgen check --select CODES` asks only for some of them, `--ignore
CODES` leaves some out, and `--explain CODE` prints one of these chapters. An error keeps the patch
from working in Pd, a warning most likely is a mistake, an info is about what a reader cannot see.
Samples are sketches: `[osc~ 440]:0 -> 1:[dac~]` is a cord from outlet 0 into inlet 1, `[1(` is a
message box, `#2` a second box with the same text, `\\n` the end of a line in a file.

This file is made by `patchgen check --rules`.
"""


def handbook() -> str:
    """The whole document, in Markdown."""
    table = "\n".join(("| code | severity | mended by |", "|---|---|---|", *map(row, CODES)))
    return "\n".join((OPENING, table, "", *map(chapter, CODES))).rstrip("\n") + "\n"


def row(code: str) -> str:
    """One line of the table at the beginning."""
    mark = {Fix.NONE: "", Fix.SAFE: "--fix", Fix.UNSAFE: "--unsafe-fixes"}[fix_of(code)]
    return f"| [{code}](#{code}) | {severity_of(code).value} | {mark} |"


def chapter(code: str) -> str:
    """What one code means."""
    words = OTHERS[code][1] if code in OTHERS else RULES[code].WHY
    about = (RULES[code],) if code in RULES else ()
    lines = (line for rule in about for line in samples(rule))
    facts = f"Severity: {severity_of(code).value}. Mended: {FIXES[fix_of(code)]}.{limits(code)}"
    return "\n".join((f"## {code}", "", title(code), words, "", facts, "", *lines))


def limits(code: str) -> str:
    """When the rule speaks, unless always."""
    if code in ON_REQUEST:
        return " Only looked for when selected."
    is_alone = code in RULES and all(invalid.is_alone for invalid in RULES[code].INVALID)
    return " Only in help patches, and with --alone." if is_alone else ""


def title(code: str) -> str:
    """The first line of the rule's module."""
    return "" if code in OTHERS else (RULES[code].__doc__ or "").split("\n")[0]


def samples(rule: Rule) -> Iterator[str]:
    """One sample with the fault, one without, and what a mend makes of the first."""
    yield from ("```", f"bad   {shown(rule.INVALID[0].sample)}", f"good  {shown(rule.VALID[0])}")
    mender = MENDERS.get(rule.CODE)
    for before, after in mender.MENDED[:1] if mender else ():
        yield from ("", f"from  {shown(before)}", f"to    {shown(after)}")
    yield from ("```", "")


def shown(sample: str) -> str:
    """A sample on one line."""
    return sample.replace("\n", "\\n") if len(sample) < 200 else f"{sample[:120]}..."


def severity_of(code: str) -> Severity:
    """How bad it is, as a rule."""
    return OTHERS[code][0] if code in OTHERS else RULES[code].SEVERITY


def fix_of(code: str) -> Fix:
    """Whether it can be mended."""
    return MENDERS[code].FIX if code in MENDERS else Fix.NONE
