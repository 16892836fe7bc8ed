"""What can keep a patch silent: each kind with its words and its remedy, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from patchgen.findings import Place


class Verdict(Enum):
    """What a patch lets be heard once DSP is on."""

    SOUNDS = "sounds"
    """By itself."""
    WAITS = "waits"
    """Only once somebody uses a control, a keyboard or a microphone."""
    SILENT = "silent"
    """Whatever anybody does."""
    NO_OUTPUT = "no output"
    """It has neither [dac~] nor a signal outlet."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is wrong, and what to do about it."""

    says: str
    """With `{box}` and `{more}` for what the patch has there."""
    fix: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """One reason for silence at one place."""

    code: str
    box: str
    """As a reader recognises it."""
    place: Place
    canvas: str
    """The subpatch that it is in; empty for the patch itself."""
    message: str
    fix: str
    controls: tuple[str, ...] = ()
    """What a player can do instead, nearest first: `move [slider 'volume']`."""

    @property
    def is_waiting(self) -> bool:
        """Whether a player can end it without changing the patch."""
        return bool(self.controls)

    @property
    def is_minor(self) -> bool:
        """Whether there may be sound all the same."""
        return self.code in MINOR


MINOR = frozenset({"dac-one-channel", "frequency-high", "filter-thin"})
"""Troubles that leave something to be heard."""


REMEDIES: Mapping[str, Remedy] = {
    "no-dac": Remedy("the patch has no [dac~]", "Add [dac~] and lead the sound to both inlets."),
    "dac-unfed": Remedy("no cord goes into {box}", "Connect the last sound box to both inlets."),
    "dac-one-channel": Remedy(
        "only the {more} channel of {box} is fed", "Connect the same outlet to the other inlet."
    ),
    "dac-channel": Remedy(
        "{box} sends to channel {more}, and stereo has 1 and 2", "Use [dac~] or [dac~ 1 2]."
    ),
    "dac-control": Remedy(
        "{more} sends numbers into {box}, which are no sound",
        "Use the object with ~ at the end of its name.",
    ),
    "missing-cord": Remedy("no cord goes from {more} to {box}", "Connect them."),
    "unfed": Remedy("nothing arrives at {box}", "Connect a sound to its first inlet."),
    "wrong-cord": Remedy(
        "{more} is a signal and {box} takes numbers only", "Use the object with ~ in its name."
    ),
    "gain-zero": Remedy("{box} multiplies by 0{more}", "Give it a factor, such as [*~ 0.1]."),
    "division-zero": Remedy("{box} divides by 0{more}, which gives 0", "Give it a divisor."),
    "ramp-unstarted": Remedy(
        "{box} stays at 0{more}", "Send it a target and a time, such as [1 50(."
    ),
    "constant-zero": Remedy("{box} is 0{more}", "Give it a number."),
    "constant": Remedy("{box} is a constant, which nobody hears", "Let it multiply a sound."),
    "frequency-zero": Remedy("{box} stands still at 0 Hz{more}", "Give it a pitch: [osc~ 440]."),
    "frequency-low": Remedy(
        "{box} is below 20 Hz, which nobody hears{more}", "Give it a higher pitch."
    ),
    "frequency-high": Remedy(
        "{box} is beyond half the sample rate and folds back", "Give it a lower pitch."
    ),
    "filter-closed": Remedy("{box} lets nothing through{more}", "Give it a cutoff in Hz."),
    "filter-thin": Remedy("{box} takes away nearly all that can be heard", "Change its cutoff."),
    "clip-closed": Remedy("{box} has no bounds and gives 0", "Write [clip~ -1 1]."),
    "hold-still": Remedy("{box} never takes a sample", "Lead a [phasor~] into its right inlet."),
    "table-empty": Remedy(
        "{box} reads an array that holds nothing{more}",
        "Draw it, write it, or load a file with [soundfiler].",
    ),
    "index-still": Remedy("{box} reads one place only", "Lead [phasor~] or [line~] into it."),
    "player-unstarted": Remedy("{box} is not started{more}", "Send it a bang."),
    "file-unopened": Remedy("{box} has no file{more}", "Send it [open name.wav( and then 1."),
    "file-unstarted": Remedy("{box} has a file and is not started{more}", "Send it 1."),
    "file-missing": Remedy(
        "{box} wants a file that is not there: {more}", "Put it beside the patch, or correct it."
    ),
    "microphone": Remedy("{box} hears the microphone only", "Connect one, and speak."),
    "no-partner": Remedy("{box} gets nothing: no {more} has this name", "Correct the name."),
    "switch-off": Remedy("[switch~] keeps {box} off{more}", "Send 1 to [switch~]."),
    "inlet-unfed": Remedy("{box} of {more} gets nothing", "Connect a sound to the subpatch."),
    "unknown-object": Remedy(
        "Pd does not know {box}, which makes no sound then", "Install it, or use Pd's own objects."
    ),
    "bad-arguments": Remedy("Pd does not make {box}: {more}", "Correct its arguments."),
    "level-zero": Remedy("{box} starts at 0", "Turn it up."),
}
"""Codes of troubles, by what a reader is told."""


def capitalized(sentence: str) -> str:
    """The sentence with a capital letter at its start, and no other change."""
    return sentence[:1].upper() + sentence[1:]
