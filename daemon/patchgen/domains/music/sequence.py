"""The subpatch that plays the rows of a piece: start, stop, loop, tempo, and where it is."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.music.plan import plan
from patchgen.domains.music.roll import AREA
from patchgen.domains.music.rows import rows
from patchgen.draw.ruling import last_tick
from patchgen.music.score import Score
from patchgen.pd.atoms import number_text
from patchgen.pd.model import Canvas, Record


def sequence(score: Score) -> Canvas:
    """[pd player]: the piece and what plays it; key and velocity come out as a list."""
    bpm = number_text(score.tempos[0].bpm)
    parts = {"keys": keys(), "tempo": tempo(), "cursor": cursor(score)}
    return with_content(plan("player", PLAYER.format(bpm=bpm), PLAYER_CORDS, parts), rows(score))


def with_content(canvas: Canvas, content: Record) -> Canvas:
    """The canvas with the content of its first box, which a file puts right behind it."""
    first, *others = canvas.items
    return replace(canvas, items=(first, content, *others))


PLAYER = """
    piece    text define -k $0-piece
    play     r $0-play
    which    sel 0
    stop     s $0-halt
    start    s $0-go
    go       r $0-go
    first    t b b b
    auto     msg line 0 , auto
    one      msg 1
    normal   s $0-ratio
    silence  s $0-halt
    halt     r $0-halt
    then     t b b
    end      msg stop
    tempo    pd tempo
    cursor   pd cursor
    beats    text sequence $0-piece -w 1 -t {bpm} permin
    row      list trim
    kinds    route at bar tempo chord
    at       s $0-at
    number   int
    bar      s $0-bar-shown
    ratio    s $0-ratio
    chord    list prepend label
    label    list trim
    shown    s $0-chord-shown
    keys     pd keys
    out      outlet
    loop     r $0-loop
    over     f
    again    sel 0 1
    last     t b b
    finish   s $0-halt
    off      msg set 0
    toggle   s $0-play-shown
    soon     del 0
    repeat   s $0-go
"""
PLAYER_CORDS = """
    play > which > stop
    which/1 > start
    go > first > auto > beats
    first/1 > one > normal
    first/2 > silence
    halt > then > keys.1
    then/1 > end > beats
    tempo > beats
    beats > row > kinds > at
    kinds/1 > number > bar
    kinds/2 > ratio
    kinds/3 > chord > label > shown
    kinds/4 > keys > out
    beats/2 > over > again > last > finish
    loop > over.1
    last/1 > off > toggle
    again/1 > soon > repeat
"""


def keys() -> Canvas:
    """[pd keys]: lets keys through and knows which are down; a bang lets go of them."""
    return plan("keys", KEYS, KEYS_CORDS)


KEYS = """
    in     inlet
    quiet  inlet
    both   t a a
    flush  msg flush
    down   bag
    off    pack f 0
    out    outlet
"""
KEYS_CORDS = """
    in > both > out
    both/1 > down > off > out
    quiet > flush > down
"""


def tempo() -> Canvas:
    """[pd tempo]: the player's tempo times the one of the piece, and two controls kept alike."""
    return plan("tempo", TEMPO, TEMPO_CORDS)


TEMPO = """
    slider  r $0-tempo-slider
    whole   int
    box     s $0-tempo-box
    user    r $0-tempo
    both    t f f
    set     msg set $1
    shown   s $0-tempo-shown
    ratio   r $0-ratio
    new     t b f
    times   * 1
    least   max 1
    spread  t f f
    speed   s $0-speed
    permin  msg tempo $1 permin
    out     outlet
"""
TEMPO_CORDS = """
    slider > whole > box
    user > both > times
    both/1 > set > shown
    ratio > new > times
    new/1 > times.1
    times > least > spread > permin > out
    spread/1 > speed
"""


def cursor(score: Score) -> Canvas:
    """[pd cursor]: moves the play-head through each beat at the speed of the piece."""
    beats = last_tick(score) / score.resolution
    numbers = {
        "last": number_text(beats),
        "scale": number_text((AREA.width - 1) / beats),
        "left": number_text(AREA.left),
        "top": number_text(AREA.top),
    }
    return plan("cursor", CURSOR.format(**numbers), CURSOR_CORDS)


CURSOR = """
    at      r $0-at
    both    t f f
    next    + 1
    end     min {last}
    ramp    pack f 500
    speed   r $0-speed
    swap    swap 60000
    beat    / 1
    halted  r $0-halt
    halt    msg stop
    move    line 0 40
    scale   * {scale}
    left    + {left}
    pixel   int
    change  change
    pos     msg pos $1 {top}
    head    s $0-head
"""
CURSOR_CORDS = """
    at > both > next > end > ramp > move
    both/1 > move
    speed > swap > beat > ramp.1
    swap/1 > beat.1
    halted > halt > move
    move > scale > left > pixel > change > pos > head
"""
