"""A page: parts laid out along their flow, everything else as it stood, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from patchgen.layout.arrange import Arrangement, arranged, cornered
from patchgen.layout.comments import owned, remarked
from patchgen.layout.loose import bundled, clusters, comment_blocks
from patchgen.layout.pack import packed
from patchgen.layout.part import parts
from patchgen.layout.shape import is_graph
from patchgen.layout.sheet import Bundle, Places, Sheet, unfolded, whole_area
from patchgen.layout.spread import GRID, spread
from patchgen.pd.model import Box
from patchgen.pd.ports import INLETS, OUTLETS
from patchgen.pd.rectangle import Rectangle

PORTS = INLETS | OUTLETS

SMALLEST = (260, 160)
"""Width and height in pixels of a page with something in its lower right corner, at least."""


def page(sheet: Sheet, members: list[int]) -> Places:
    """The places of the members, counted from the upper left corner of them all."""
    corded = in_parts(sheet, set(members))
    if is_fresh(sheet, members):
        return fresh_page(sheet, members, corded)
    if not corded:
        whole = bundled(sheet, members)
        return unfolded(as_arrangement(whole).places, [whole])
    comments = comment_blocks(
        sheet, [i for i in members if sheet.boxes[i].kind == "text" and i not in corded]
    )
    bundles = [bundled(sheet, lines) for lines in comments if len(lines) > 1]
    bare, sheet = sheet, sheet.with_bundles(bundles)
    solid = [i for i in members if sheet.boxes[i].kind != "text" and i not in corded]
    owners = owned(sheet, [lines[0] for lines in comments], sorted(corded), solid)
    remarks = {remark.head: remark for remark in remarked(sheet, owners)}
    rest = solid + [lines[0] for lines in comments if lines[0] not in owners]
    groups = clusters(sheet, sorted(rest), [sheet.areas[i] for i in sorted(corded)])
    lines_of = {lines[0]: lines for lines in comments}
    heaps = [
        bundled(bare, [box for head in group for box in lines_of.get(head, [head])])
        for group in groups
    ]
    found = parts(sheet.boxes, sorted(corded), sheet.cords)
    blocks = [arranged(part, sheet, remarks) for part in found]
    blocks += [as_arrangement(heap) for heap in heaps]
    places = side_by_side(blocks, sheet.with_bundles([*remarks.values(), *heaps]))
    return unfolded(places, [*bundles, *heaps])


def in_parts(sheet: Sheet, members: set[int]) -> set[int]:
    """The members that the flow puts into its rows: all with cords, and inlets and outlets."""
    found = {
        i for i in members if sheet.boxes[i].kind == "obj" and sheet.boxes[i].name in PORTS
    }
    for cord in sheet.cords:
        if cord.source in members and cord.sink in members:
            found |= {cord.source, cord.sink}
    return found


def is_fresh(sheet: Sheet, members: Iterable[int]) -> bool:
    """Whether all boxes are at one place: nobody has laid them out before."""
    return len({(sheet.boxes[i].x, sheet.boxes[i].y) for i in members}) <= 1


def as_arrangement(bundle: Bundle) -> Arrangement:
    """Boxes that move as one, as a block of the page."""
    return cornered({bundle.head: (0, 0)}, {bundle.head: bundle.shape})


def side_by_side(blocks: list[Arrangement], sheet: Sheet) -> Places:
    """The places of all boxes, each block on the side of the others where it was."""
    before = []
    for block in blocks:
        area = whole_area(sheet.areas[box] for box in block.places)
        dx, dy = block.inset
        before.append(Rectangle(area.left - dx, area.top - dy, area.right, area.bottom))
    corners = spread(before, [(block.width, block.height) for block in blocks])
    return put_together(blocks, corners)


def put_together(blocks: list[Arrangement], corners: list[tuple[int, int]]) -> Places:
    """The places of all boxes, with the blocks at their corners."""
    return {
        box: (left + x, top + y)
        for block, (left, top) in zip(blocks, corners, strict=True)
        for box, (x, y) in block.places.items()
    }


def fresh_page(sheet: Sheet, members: list[int], corded: set[int]) -> Places:
    """Comments as headings, then the parts, then what describes the patch in the corner."""
    boxes = sheet.boxes
    aside = [i for i in members if is_meta(boxes[i])]
    headings = [i for i in members if boxes[i].kind == "text" and i not in corded]
    rest = [i for i in members if i not in aside and i not in headings]
    places: Places = {}
    y = 0
    for comment in headings:
        places[comment] = (0, y)
        y = next_line(y + sheet.shapes[comment].space.bottom)
    found = sorted(parts(boxes, rest, sheet.cords), key=lambda part: rank(part.boxes, boxes))
    blocks = [arranged(part, sheet) for part in found]
    corners = packed([(block.width, block.height) for block in blocks])
    top = y if y == 0 else y + GRID
    places |= put_together(blocks, [(x, top + y) for x, y in corners])
    return places | in_corner(places, aside, sheet)


def is_meta(box: Box) -> bool:
    """Whether a box is the subpatch with a help patch's keywords."""
    return box.canvas is not None and box.args == ("META",)


def rank(part: tuple[int, ...], boxes: tuple[Box, ...]) -> tuple[bool, bool, int]:
    """Parts with cords come first, graphs last, otherwise the order of the file holds."""
    first = boxes[part[0]]
    is_area = is_graph(first) or first.name == "cnv"
    return len(part) == 1 and is_area, len(part) == 1, min(part)


def next_line(y: float) -> int:
    """The next place on the grid below a comment."""
    return -int(-(y + 2) // GRID) * GRID


def in_corner(places: Places, boxes: list[int], sheet: Sheet) -> Places:
    """Boxes in the lower right corner, below everything else."""
    whole = whole_area(sheet.shapes[box].space.moved(x, y) for box, (x, y) in places.items())
    right = max(whole.right, SMALLEST[0])
    y = max(whole.bottom + 2 * GRID, SMALLEST[1])
    found: Places = {}
    for box in boxes:
        x = int(right - sheet.shapes[box].space.right) // GRID * GRID
        found[box] = (max(0, x), next_line(y - 2))
        y = found[box][1] + sheet.shapes[box].space.bottom + GRID
    return found
