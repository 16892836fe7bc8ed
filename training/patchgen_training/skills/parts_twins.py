"""Skills: near twins of requests of many parts: a few patches, each again and again with one part or one number changed."""

from __future__ import annotations

from patchgen_training.skills import (
    parts_beats,
    parts_choices,
    parts_drums,
    parts_effects,
    parts_instruments,
    parts_midi,
    parts_sequencers,
    parts_sweeps,
)
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.parts_paired import paired

BASES = 4
"""Different patches to begin with: few, so that twins meet."""
TURNS = 30
"""Choices that make a patch, about."""


def twin(skill: Skill) -> Skill:
    """The skill as one of a few patches with one choice changed."""

    def make(draw: Draw) -> Example:
        return skill(paired(draw, BASES, TURNS))

    return make


SKILLS: dict[str, Skill] = {
    "sequencer": twin(parts_sequencers.SKILLS["steps-hertz-sliders-plain"]), "melody": twin(parts_sequencers.SKILLS["given-letters-ms"]), "random-melody": twin(parts_sequencers.SKILLS["random-notes-envelope"]), "arpeggio": twin(parts_sequencers.SKILLS["arpeggio-envelope"]),
    "steady": twin(parts_instruments.SKILLS["steady-frequency"]), "struck": twin(parts_instruments.SKILLS["struck-frequency"]), "held": twin(parts_instruments.SKILLS["held-frequency"]), "noise": twin(parts_instruments.SKILLS["struck-noise"]),
    "thump": twin(parts_drums.SKILLS["thump-button"]), "rush": twin(parts_drums.SKILLS["rush-button"]), "chorus": twin(parts_effects.SKILLS["chorus"]), "echo": twin(parts_effects.SKILLS["echo"]), "ring": twin(parts_effects.SKILLS["ring"]), "midi": twin(parts_midi.SKILLS["move-velocity"]),
    "keyboard": twin(parts_midi.SKILLS["keyboard"]), "drum-steps": twin(parts_beats.SKILLS["two-drums-by-steps"]), "buttons": twin(parts_choices.SKILLS["buttons"]), "filter-sweep": twin(parts_sweeps.SKILLS["filter-sweep"]),
}  # fmt: skip
