"""A chain of sound in the making, and the words for each of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.expect_audio import Contrast, Step, Trial, heard, trial
from patchgen_training.skills.sketch import Cord, Handle, Sketch

SLIDER_WORDS = ("slider", "slider", "slider", "slider", "fader", "knob", "dial")
"""What people call a slider."""


@dataclass(frozen=True, slots=True)
class Part:
    """How to speak of one stage of a chain."""

    does: tuple[str, ...]
    """Third person, with `it` for the sound: "passes it through a low-pass filter at 800 Hz"."""
    through: tuple[str, ...] = ()
    """What comes after "through", complete: "a low-pass filter at 800 Hz"."""
    bare: tuple[str, ...] = ()
    """The same without its controls; used together with `can`."""
    can: tuple[str, ...] = ()
    """What the user can do: "sweep the cutoff with a slider"; empty where nothing is adjustable."""
    short: tuple[str, ...] = ()
    """Terse: "lowpass 800hz"."""
    having: tuple[str, ...] = ()
    """What comes after "with": "a volume slider"; for levels and some effects."""
    suffix: tuple[str, ...] = ()
    """What may end a noun phrase instead: "while a toggle is on"."""
    first: tuple[str, ...] = ()
    """Predicates that begin with a source's control: "controls the frequency of a sine with a slider"."""


@dataclass(slots=True)
class Chain:
    """The sketch, the signal so far (one or two channels), what to say of it and what to try on it."""

    draw: Draw
    sketch: Sketch = field(default_factory=Sketch)
    signal: tuple[Handle | Cord, ...] = ()
    source: Part | None = None
    parts: list[Part] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    contrasts: list[tuple[Handle | Cord, Handle | Cord, Contrast]] = field(default_factory=list)
    """Effects: what went in, what came out, and how the two must differ."""
    lead: float = 0
    """Seconds that echoes need to build up."""
    flat: bool = False
    """Whether it is a square wave, which clipping cannot change."""
    silent: bool = False
    """Whether nothing is heard until the first step."""
    frequency: float = 0
    """Hertz of a pitched source, 0 for noises."""
    oscillator: Handle = 0
    """The box whose first inlet takes the pitch, 0 for noises."""

    def add(self, body: str, *sources: Handle | Cord) -> Handle:
        """A box."""
        return self.sketch.add(body, *sources)

    def into(self, inlet: int, source: Handle | Cord) -> Cord:
        """A cord to another inlet than the first."""
        return self.sketch.into(inlet, source)

    def mono(self, body: str, *more: Handle | Cord) -> Handle:
        """A box that processes each channel; gives the last one's handle."""
        self.signal = tuple(self.add(body, channel, *more) for channel in self.signal)
        handle = self.signal[-1]
        return handle.line if isinstance(handle, Cord) else handle

    def output(self) -> None:
        """Both channels of the sound card."""
        self.add("dac~", self.signal[0], self.into(1, self.signal[-1]))

    def trial(self) -> Trial:
        """All that is to be tried; headless Pd is deaf, so noise stands in for the microphone."""
        chosen = trial(self.steps, silent=self.silent, lead=self.lead)
        contrasts = [(dry, wet, check) for dry, wet, check in self.contrasts if dry != wet]
        return heard(self.sketch.text(), chosen, contrasts)
