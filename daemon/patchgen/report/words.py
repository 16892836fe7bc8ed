"""An explanation in words: short sections, each line one fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from patchgen.findings import Severity
from patchgen.pd.atoms import number_text
from patchgen.report.chains import Chain, Loop
from patchgen.report.explain import Explanation
from patchgen.report.outputs import Output
from patchgen.report.portrait import Control, ObjectUse, Port
from patchgen.report.sound_words import canvas_name, place_words, sound_lines

MOST_BOXES = 12
"""Of a longer way the middle is left out."""

MOST_LINES = 10
"""Of a longer section the rest is only counted."""

MOST_OBJECTS = 20

MOST_EFFECTS = 3

MOST_FINDINGS = 3

OBJECTS = "Objects"

KIND_WORDS = {
    "sound": "sound", "midi": "MIDI", "console": "Pd's console", "file": "a file",
    "network": "the network", "array": "an array", "text": "a text", "name": "under a name",
    "display": "only shown",
}  # fmt: skip
"""Kinds of outputs in words."""


def as_text(explanation: Explanation, *, is_brief: bool = False) -> str:
    """The explanation for a musician; a brief one leaves ways, objects and the linter out."""
    sections: list[tuple[str, Iterable[str]]] = [
        ("Inlets and outlets", map(port_line, explanation.ports)),
        ("Controls", grouped(map(control_line, explanation.controls))),
        ("What comes out", output_lines(explanation.outputs)),
    ]
    if not is_brief:
        sections += [
            ("How sound flows", chain_lines(explanation.signal_chains)),
            ("How messages flow", chain_lines(explanation.control_chains)),
            ("Circles", map(loop_line, explanation.loops)),
            (OBJECTS, map(object_line, explanation.objects)),
            ("What it can reach", reach_lines(explanation)),
            ("The linter", lint_lines(explanation)),
        ]
    sections.append(("Is there sound?", sound_lines(explanation)))
    lines = [head(explanation)]
    if explanation.title:
        lines.append(f"  {shortened(explanation.title, 96)}")
    for title, body in sections:
        lines += section(title, list(body), MOST_OBJECTS if title == OBJECTS else MOST_LINES)
    return "\n".join(lines) + "\n"


def section(title: str, lines: list[str], most: int) -> Iterator[str]:
    """A section with its title; nothing where there is nothing to say."""
    if not lines:
        return
    yield ""
    yield title
    yield from (f"  {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"  and {len(lines) - most} more"


def head(explanation: Explanation) -> str:
    """What the patch is."""
    kind = "an abstraction" if explanation.is_abstraction else "a patch"
    name = f"{explanation.name} is" if explanation.name else "This is"
    canvases = "" if explanation.canvases == 1 else f" in {explanation.canvases} canvases"
    return f"{name} {kind} of {counted(explanation.boxes, 'box', 'boxes')}{canvases}."


def counted(number: int, one: str, many: str) -> str:
    """Such as `1 box`, `2 boxes`."""
    return f"{number} {one if number == 1 else many}"


def shortened(text: str, length: int) -> str:
    """The text, its end left out where it is too long."""
    return text if len(text) <= length else f"{text[: length - 3].rstrip()}..."


def port_line(port: Port) -> str:
    """An inlet or outlet of an abstraction."""
    kind = "signal" if port.is_signal else "messages"
    label = f" '{shortened(port.label, 40)}'" if port.label else ""
    return f"{'inlet' if port.is_inlet else 'outlet'} {port.number} ({kind}){label}" + reach(
        port.effects
    )


def reach(effects: tuple[str, ...]) -> str:
    """What something reaches, the first few."""
    if not effects:
        return ""
    more = len(effects) - MOST_EFFECTS
    return ": " + ", ".join(effects[:MOST_EFFECTS]) + (f" and {more} more" if more > 0 else "")


def control_line(control: Control) -> str:
    """A control with its range and what it reaches."""
    if control.kind == "start":
        told = "when the patch opens"
    elif control.kind in ("midi", "keys", "network", "message"):
        told = f"{control.kind if control.kind != 'midi' else 'MIDI'} {control.box}"
    else:
        label = f" '{shortened(control.label, 30)}'" if control.label else ""
        told = f"{control.kind}{label}{setting(control)}"
    where = f" in {control.canvas}" if control.canvas else ""
    return f"{told}{where}{reach(control.effects) or ': reaches nothing'}"


def setting(control: Control) -> str:
    """The range of a control and where it starts."""
    told = []
    if control.low is not None and control.high is not None and control.kind != "toggle":
        told.append(f"{number_text(control.low)} to {number_text(control.high)}")
    if control.sends_at_load and control.value is not None:
        told.append(f"starts at {number_text(control.value)}")
    elif control.sends_at_load:
        told.append("clicked when the patch opens")
    return f" ({', '.join(told)})" if told else ""


def grouped(lines: Iterable[str]) -> list[str]:
    """Equal lines once, with how often they occur."""
    counts = Counter(lines)
    return [line if count == 1 else f"{count} times {line}" for line, count in counts.items()]


def output_lines(outputs: tuple[Output, ...]) -> Iterator[str]:
    """What comes out, by its kind."""
    for kind, words in KIND_WORDS.items():
        told = [
            output.box if not output.detail else f"{output.box} ({output.detail})"
            for output in outputs
            if output.kind == kind
        ]
        if told:
            yield f"{words}: {few(grouped(told))}"


def few(words: list[str], most: int = 6) -> str:
    """The first words of a list, and how many more there are."""
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def chain_lines(chains: tuple[Chain, ...]) -> Iterator[str]:
    """The ways from the beginning, then their branches."""
    yield from map(chain_line, sorted(chains, key=lambda chain: chain.is_branch))


def chain_line(chain: Chain) -> str:
    """A way; what lies in a subpatch stands in brackets behind its name."""
    steps = list(zip(chain.canvases, chain.boxes, strict=True))
    if len(steps) > MOST_BOXES:
        half = MOST_BOXES // 2
        gap = (steps[half - 1][0], f"... {len(steps) - 2 * half} more ...")
        steps = [*steps[:half], gap, *steps[-half:]]
    told = []
    for canvas, run in groupby(steps, key=itemgetter(0)):
        inside = " -> ".join(box for _, box in run)
        told.append(f"({canvas}: {inside})" if canvas else inside)
    return " -> ".join(told)


def loop_line(loop: Loop) -> str:
    """A circle of boxes and what it closes over."""
    kind = "sound" if loop.is_signal else "messages"
    names = f" over {few(list(loop.names))}" if loop.names else ""
    return f"{kind}{names}: {arrows(loop.boxes)}" if loop.boxes else kind


def arrows(boxes: tuple[str, ...]) -> str:
    """A circle of boxes, its end left out where it is long."""
    more = len(boxes) - MOST_BOXES
    told = [*boxes[:MOST_BOXES], *([f"... {more} more ..."] if more > 0 else []), boxes[0]]
    return " -> ".join(told)


def object_line(use: ObjectUse) -> str:
    """A kind of object with its words and the ports in use."""
    count = "" if use.count == 1 else f" ({use.count})"
    words = use.description or "nobody knows what it does"
    used = [
        f"{name} {', '.join(map(str, numbers))}"
        for name, numbers in (("inlet", use.inlets), ("outlet", use.outlets))
        if numbers
    ]
    return f"{use.name}{count}: {words}" + (f"; {'; '.join(used)} in use" if used else "")


def reach_lines(explanation: Explanation) -> Iterator[str]:
    """What it reaches beyond itself, and what the gate would say."""
    for reached in explanation.reached:
        yield f"{reached.capability.value}: {few(list(reached.boxes))}"
    if explanation.unknown:
        yield f"unknown objects: {few(list(explanation.unknown))}"
    if explanation.refusals:
        reasons = list(dict.fromkeys(finding.message for finding in explanation.refusals))
        yield f"the gate for generated patches would refuse it: {few(reasons, 2)}"
    else:
        yield "the gate for generated patches would let it through"


def lint_lines(explanation: Explanation) -> Iterator[str]:
    """How many findings there are, and the worst."""
    findings = explanation.findings
    if not findings:
        yield "no findings"
        return
    counts = Counter(finding.severity for finding in findings)
    yield ", ".join(f"{kind.value}: {counts[kind]}" for kind in Severity if counts[kind])
    order = list(Severity)
    ranked = sorted(findings, key=lambda finding: order.index(finding.severity))
    for finding in ranked[:MOST_FINDINGS]:
        where = place_words(finding.place, canvas_name(explanation, finding.place))
        yield f"{finding.severity.value}: {finding.message} ({where})"
