"""The subpatch that sends a piece to MIDI: notes on their channels, and an instrument for each."""

from __future__ import annotations

from collections.abc import Mapping

from patchgen.domains.music.plan import plan
from patchgen.domains.music.sequence import keys
from patchgen.music.score import DRUMS, Score
from patchgen.pd.model import Canvas

LARGEST = 128
"""Instruments are counted from 1, as General MIDI lists them."""


def midi_out(score: Score, programs: Mapping[int, int]) -> Canvas:
    """[pd midi]: lists of key and velocity to [noteout]; switched off, it lets go of all keys.

    `programs` are instruments from 0, by channel from 0.
    """
    channels = sorted({note.channel for note in score.notes} - {DRUMS})
    boxes = MIDI + "".join(program(channel, programs.get(channel, 0)) for channel in channels)
    cords = MIDI_CORDS + "".join(PROGRAM_CORDS.format(channel=channel) for channel in channels)
    return plan("midi", boxes, cords, {"keys": keys()})


def program(channel: int, number: int) -> str:
    """A number box for the instrument of a channel."""
    look = f"5 20 1 {LARGEST} 0 1 empty empty channel-{channel + 1} 70 10 0 12"
    return f"""
    program{channel}  nbx {look} #fcfcfc #000000 #606060 {number + 1} 256
    gate{channel}     spigot
    out{channel}      pgmout {channel + 1}
    """


MIDI = """
    in       inlet
    is_on    r $0-midi
    three    t f b f
    open     spigot
    keys     pd keys
    note     unpack f f
    both     t f f
    pitch    mod 128
    channel  div 128
    one      + 1
    out      noteout
    on       sel 1
"""
MIDI_CORDS = """
    is_on > three > on
    three/1 > keys.1
    three/2 > open.1
    in > open > keys > note > both > pitch > out
    note/1 > out.1
    both/1 > channel > one > out.2
"""
PROGRAM_CORDS = """
    on > program{channel} > gate{channel} > out{channel}
    three/2 > gate{channel}.1
"""
