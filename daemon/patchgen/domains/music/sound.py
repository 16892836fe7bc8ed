"""The built-in instrument: sixteen voices of a soft piano, and a noise voice for drums."""

from __future__ import annotations

from patchgen.domains.music.plan import plan
from patchgen.domains.music.rows import KEYS
from patchgen.music.score import DRUMS, Score
from patchgen.pd.model import Canvas

PIANO_VOICES = 16
DRUM_VOICES = 4


def sound(score: Score) -> Canvas:
    """[pd sound]: plays lists of key and velocity; however many sound, it never clips."""
    parts = {"piano": bank("piano", PIANO_VOICES, piano_voice()), "limit": limit()}
    if not any(note.channel == DRUMS for note in score.notes):
        return plan("sound", SOUND.format(drums=""), SOUND_CORDS + ALL_PIANO, parts)
    parts["drums"] = bank("drums", DRUM_VOICES, drum_voice())
    drums = DRUM_KEYS.format(first=KEYS * DRUMS, after=KEYS * (DRUMS + 1))
    return plan("sound", SOUND.format(drums=drums), SOUND_CORDS + PIANO_AND_DRUMS, parts)


SOUND = """
    in      inlet
    note    unpack f f
{drums}
    piano   pd piano
    gain    *~ 0.25
    limit   pd limit
    volume  r $0-volume
    part    / 100
    both    t f f
    square  *
    ramp    pack f 20
    smooth  line~
    loud    *~
    dac     dac~
"""
SOUND_CORDS = """
    in > note
    note/1 > piano.1
    piano > gain > limit > loud > dac
    loud > dac.1
    volume > part > both > square > ramp > smooth > loud.1
    both/1 > square.1
"""
ALL_PIANO = "note > piano"
DRUM_KEYS = """
    upper   moses {first}
    drum    moses {after}
    drums   pd drums
"""
PIANO_AND_DRUMS = """
    note > upper > piano
    upper/1 > drum > drums
    drum/1 > piano
    note/1 > drums.1
    drums > gain
"""


def limit() -> Canvas:
    """[pd limit]: bends loud sound softly, so that nothing leaves it beyond 1."""
    return plan("limit", LIMIT, LIMIT_CORDS)


LIMIT = """
    in      inlet~
    clip    clip~ -1.5 1.5
    square  *~
    bend    *~ -0.14815
    one     +~ 1
    out     *~
    outlet  outlet~
"""
LIMIT_CORDS = """
    in > clip > square > bend > one > out > outlet
    clip > square.1
    clip > out.1
"""


def bank(name: str, count: int, voice: Canvas) -> Canvas:
    """[pd NAME]: takes key and velocity and hands them to voices in turn."""
    numbers = range(1, count + 1)
    voices = "\n".join(f"voice{i}  pd voice" for i in numbers)
    cords = "\n".join(f"which/{i - 1} > voice{i} > out" for i in numbers)
    route = " ".join(map(str, numbers))
    boxes = f"""
        key       inlet
        velocity  inlet
        turns     poly {count} 1
        list      pack f f f
        which     route {route}
        {voices}
        out       outlet~
    """
    return plan(name, boxes, BANK_CORDS + cords, {"voice": voice})


BANK_CORDS = """
    key > turns > list > which
    velocity > turns.1
    turns/1 > list.1
    turns/2 > list.2
"""


def piano_voice() -> Canvas:
    """[pd voice] of the piano: a loud key is brighter, a low one rings longer."""
    return plan("voice", PIANO, PIANO_CORDS)


PIANO = """
    in      inlet
    note    unpack f f
    vel     f
    order   t b f
    pitch   mod 128
    each    t f f
    decay   expr 9000 * pow(2, (21 - $f1) / 30)
    hertz   mtof
    second  * 2.001
    third   * 3.003
    fourth  * 4.008
    down    sel 0
    off     msg 0 180
    part    / 127
    curve   pow 0.8
    strike  pack f 4000
    on      msg $1 4 , 0 $2 4
    ramp    vline~
    body    *~
    edge    *~
    one     osc~
    two     osc~
    three   osc~
    four    osc~
    low     *~ 0.6
    middle  *~ 0.4
    high    *~ 0.2
    top     *~ 0.1
    warm    *~
    bright  *~
    out     outlet~
"""
PIANO_CORDS = """
    in > note > order > vel > down > off > ramp
    note/1 > vel.1
    order/1 > pitch > each > hertz > one > low > warm > out
    each/1 > decay > strike.1
    hertz > second > two > middle > bright > out
    hertz > third > three > high > bright
    hertz > fourth > four > top > bright
    down/1 > part > curve > strike > on > ramp > body > warm.1
    ramp > body.1
    body > edge > bright.1
    body > edge.1
"""


def drum_voice() -> Canvas:
    """[pd voice] of the drums: a band of noise, the higher the key the brighter."""
    return plan("voice", DRUM, DRUM_CORDS)


DRUM = """
    in      inlet
    note    unpack f f
    vel     f
    order   t b f
    key     mod 128
    over    - 35
    wide    * 9
    pitch   + 40
    clip    clip 40 112
    hertz   mtof
    noise   noise~
    band    bp~ 500 1.5
    struck  sel 0
    part    / 127
    on      msg $1 1 , 0 180 1
    ramp    vline~
    fade    *~
    shape   *~
    gain    *~ 2
    out     outlet~
"""
DRUM_CORDS = """
    in > note > order > vel > struck
    note/1 > vel.1
    order/1 > key > over > wide > pitch > clip > hertz > band.1
    noise > band > shape > gain > out
    struck/1 > part > on > ramp > fade > shape.1
    ramp > fade.1
"""
