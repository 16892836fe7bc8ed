"""A patch whose message boxes and buttons can be clicked by name: click0, click1, ..."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Level:
    """One canvas while its records are read."""

    count: int = 0
    """Boxes so far."""
    clickable: list[tuple[int, int]] = field(default_factory=list)
    """Index of a box, and the number it is clicked by."""

    def receivers(self) -> str:
        """The records that click the boxes of this canvas."""
        return "".join(
            f"#X obj 700 {20 * at} r click{number};\n#X connect {self.count + at} 0 {box} 0;\n"
            for at, (box, number) in enumerate(self.clickable)
        )


def wired(patch: str, port: int) -> tuple[str, tuple[str, ...]]:
    """The patch with receivers, its [patchgen] on a port, and the texts that can be clicked.

    Our patches have one record a line; only `#A` shares the line of its box.
    """
    levels = [Level()]
    texts: list[str] = []
    lines: list[str] = []
    for line in patch.splitlines(keepends=True):
        kind = line.split(" ", 2)[1] if line.startswith("#X") else ""
        if line.startswith("#N canvas"):
            levels.append(Level())
        if kind == "restore":
            lines.append(levels.pop().receivers())
        here = levels[-1]
        if kind == "msg" or " bng " in line:
            here.clickable.append((here.count, len(texts)))
            texts.append(" ".join(line.rstrip(";\n").partition(", f ")[0].split(" ")[4:]))
        here.count += kind not in ("", "connect", "coords")
        is_box = line.split(" ")[4:] == ["patchgen;\n"]
        lines.append(line.replace("patchgen;", f"patchgen {port};") if is_box else line)
    return "".join(lines) + levels[-1].receivers(), tuple(texts)
