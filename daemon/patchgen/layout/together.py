"""What hangs together: sets of things from pairs of them."""

from __future__ import annotations

from collections.abc import Iterable


def together(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The members in sets, two of a pair in the same one; sets and members keep their order."""
    leader = {member: member for member in members}
    order = {member: i for i, member in enumerate(leader)}

    def leader_of(member: int) -> int:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for one, other in pairs:
        first, second = sorted((leader_of(one), leader_of(other)), key=order.__getitem__)
        leader[second] = first
    found: dict[int, list[int]] = {}
    for member in leader:
        found.setdefault(leader_of(member), []).append(member)
    return list(found.values())
