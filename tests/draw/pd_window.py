"""What Pd's own window draws of a patch: the items on its Tk canvas, and the pixels."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from screen import Screen

from patchgen.pd.rectangle import Rectangle

PLUGIN = Path(__file__).parent
"""The folder of tell-plugin.tcl."""

PORT = re.compile(r"(inlet|outlet|IN\d*|OUT\d*)$")
"""How the tags of inlets and outlets end, of boxes with text and of GUI boxes."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Item:
    """One item of a Tk canvas."""

    kind: str
    places: tuple[float, ...]
    tags: str
    fill: str

    @property
    def area(self) -> Rectangle:
        """The smallest area that holds all places."""
        x, y = self.places[::2], self.places[1::2]
        return Rectangle(min(x), min(y), max(x), max(y))

    @property
    def is_border(self) -> bool:
        """Whether it is the border of a box."""
        if self.kind == "line":
            return self.tags.endswith(("R obj", "R msg", "R atom")) or self.is_frame
        is_base = "BASE" in self.tags or "RECT" in self.tags
        return self.kind in ("rectangle", "polygon") and is_base and bool(self.fill)

    @property
    def is_frame(self) -> bool:
        """Whether it is the frame of a graph."""
        return self.tags.endswith(" graph") and len(self.places) == 10

    @property
    def is_port(self) -> bool:
        """Whether it is an inlet or an outlet."""
        return self.kind == "rectangle" and PORT.search(self.tags) is not None


@dataclass(frozen=True)
class PdWindow:
    """A patch as Pd shows it."""

    items: tuple[Item, ...]
    pixels: Pixels
    """Grey, rows by columns."""


def pd_window(patch: Path) -> PdWindow:
    """Opens a patch in Pd's window on a virtual screen."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        os.environ["TELL_FILE"] = str(told)
        try:
            with Screen() as screen:
                screen.open_pd(patch, PLUGIN)
                number, items = read(told)
                picture = Path(folder) / "window.png"
                screen.shoot(picture, number)
                return PdWindow(items, grey(picture.read_bytes()))
        finally:
            del os.environ["TELL_FILE"]


def read(told: Path) -> tuple[int, tuple[Item, ...]]:
    """What the plugin wrote, as soon as it is there."""
    until = time.monotonic() + 10
    while not told.exists() and time.monotonic() < until:
        time.sleep(0.1)
    head, *lines = told.read_text("utf-8").splitlines()
    items = []
    for line in lines:
        kind, places, tags, fill = line.split("\t")
        tags = tags.removesuffix(" current")  # Tk's mark for the item under the pointer.
        items.append(Item(kind, tuple(map(float, places.split())), tags, fill))
    return int(head.split("\t")[1]), tuple(items)


def grey(png: bytes) -> Pixels:
    """The pixels of a PNG."""
    size, pixels = (
        subprocess.run(("convert", "png:-", *how), input=png, capture_output=True, check=True)
        for how in (("-format", "%w %h", "info:"), ("-alpha", "off", "-depth", "8", "gray:-"))
    )
    width, height = map(int, size.stdout.split())
    return np.frombuffer(pixels.stdout, np.uint8).reshape(height, width)
