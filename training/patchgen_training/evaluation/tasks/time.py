"""Time: delays, metronomes, clocks, sequences of events, timers, ramps of numbers."""

from __future__ import annotations

from itertools import pairwise

from patchgen_training.evaluation.moments import (
    SLACK,
    in_logical_time,
    is_regular,
    numbers,
    said,
    ticks_while_on,
    times,
    value_at,
)
from patchgen_training.evaluation.panel import awake, controls, fitting, pressed, streams, switch
from patchgen_training.evaluation.player import Player, near
from patchgen_training.evaluation.task import Task


def twice_a_second(player: Player) -> bool:
    """Every 500 ms, only while the toggle is on."""
    return ticks_while_on(player, 500)


def beats_per_minute(player: Player) -> bool:
    """120 is every 500 ms, 200 every 300 ms, only while it is on."""
    tempo = controls(player, "bpm", "tempo", "beats", "speed")[0]
    return all(ticks_while_on(player, 60000 / bpm, (5, tempo, bpm)) for bpm in (120, 200))


def interval(player: Player) -> bool:
    """The number is the milliseconds between bangs, only while it is on."""
    speed = controls(player, "ms", "speed", "milli", "time", "interval", "tempo", "period")[0]
    wanted = fitting(player, speed, 150, 400)
    return all(ticks_while_on(player, ms, (5, speed, ms)) for ms in wanted)


def hertz(player: Player) -> bool:
    """5 is every 200 ms, 2 every 500 ms."""
    rate = controls(player, "hz", "rate", "freq", "hertz", "speed")[0]
    for value in (5, 2):
        actions = ((5.0, rate, value), *((20.0, box, on) for _, box, on in awake(player)))
        found = [times(stream, 1100) for stream in streams(player, *actions, seconds=3.2)]
        if not any(is_regular(ticks, 1000 / value, 4) for ticks in found):
            return False
    return True


def done_later(player: Player) -> bool:
    """The word comes once, 750 ms after the click."""
    found = said(player, player.press(), seconds=1.5)
    return [text for _, text in found] == ["done"] and abs(found[0][0] - 850) <= SLACK


def seconds_later(player: Player) -> bool:
    """0.4 is 400 ms from the click, 1.2 is 1200 ms, and nothing comes without a click."""
    entry, button = player.entries()[0], player.buttons()[0]
    for value in (0.4, 1.2):
        found = streams(player, (10, entry, value), (1500, button, "bang"), seconds=3)
        came = [times(stream, 20) for stream in found]
        if not any(len(at) == 1 and abs(at[0] - 1500 - 1000 * value) <= SLACK for at in came):
            return False
    return True


def one_to_eight(player: Player) -> bool:
    """1 to 8 and again from 1, 200 ms apart, from the moment the toggle is on."""
    found = streams(player, (100, player.toggle(), 1), seconds=2.8)
    return any(
        is_regular([at for at, _ in came], 200, 12)
        and [value for _, value in came[:10]] == [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]
        for came in map(numbers, found)
    )


def every_fourth(player: Player) -> bool:
    """A tick each 400 ms while the clock is on."""
    return ticks_while_on(player, 400)


def three_words(player: Player) -> bool:
    """The words in order, 500 ms apart, and again after another click."""
    button = player.buttons()[0]
    found = said(player, (100, button, "bang"), (2000, button, "bang"), seconds=3.5)
    at = [at for at, _ in found]
    return [text for _, text in found] == 2 * ["one", "two", "three"] and all(
        is_regular(part, 500, 3) for part in (at[:3], at[3:])
    )


def between_buttons(player: Player) -> bool:
    """250 ms and 800 ms between the clicks are shown as such."""
    player = in_logical_time(player)
    starts, stops = pressed(player, "start", 0), pressed(player, "stop", 1)
    clicks = [(starts[0], stops[0])] if starts and stops else []
    if clicks and not any("start" in atom for b in player.canvas.boxes for atom in b.atoms):
        clicks += [(stops[0], starts[0])]
    return any(measures(player, start, stop) for start, stop in clicks)


def measures(player: Player, start: int, stop: int) -> bool:
    """The time between two clicks is shown, twice."""
    clicks = ((100.0, start), (350.0, stop), (500.0, start), (1300.0, stop))
    found = streams(player, *((at, box, "bang") for at, box in clicks), seconds=1.6)
    return any(
        near(value_at(stream, 400), 250, 0.02) and near(value_at(stream, 1500), 800, 0.02)
        for stream in found
    )


def tapped_tempo(player: Player) -> bool:
    """Clicks 500 ms apart show 120, 300 ms apart 200."""
    player, button = in_logical_time(player), player.buttons()[0]
    for gap in (500.0, 300.0):
        clicks = ((100 + gap * turn, button, "bang") for turn in range(6))
        found = streams(player, *clicks, seconds=0.2 + gap * 6 / 1000)
        if not any(near(value_at(stream, 1e9), 60000 / gap, 0.01) for stream in found):
            return False
    return True


def countdown(player: Player) -> bool:
    """5 4 3 2 1 0, a second apart, then nothing."""
    found = streams(player, player.press(), seconds=8.5)
    return any(
        [value for _, value in came] == [5, 4, 3, 2, 1, 0]
        and is_regular([at for at, _ in came], 1000, 6)
        for came in map(numbers, found)
    )


def ramp(player: Player) -> bool:
    """0 to 100 within 2 s of the click, half-way after one, and the same after another click."""
    button = player.buttons()[0]
    found = streams(player, (100, button, "bang"), (2600, button, "bang"), seconds=4.8)
    return any(
        all(
            value_at(stream, start + 25) <= 6
            and near(value_at(stream, start + 1010), 50, 0.06)
            and value_at(stream, start + 1940) < 99.5
            and near(value_at(stream, start + 2060), 100)
            for start in (100, 2600)
        )
        for stream in found
    )


def glide(player: Player) -> bool:
    """From 0 to 100 and back to 20: half-way after 250 ms, there after 500 ms."""
    entry = player.entries()[0]
    actions = ((10, entry, 0), (1000, entry, 100), (2000, entry, 20))
    wanted = ((1250, 50, 0.1), (1530, 100, 0.01), (2250, 60, 0.1), (2530, 20, 0.01))
    return any(
        all(near(value_at(stream, at), value, slack) for at, value, slack in wanted)
        for stream in streams(player, *actions, seconds=2.8)
    )


def idle(player: Player) -> bool:
    """One word, a second after the last of three numbers, and none in between."""
    entry = player.entries()[0]
    found = said(player, (100, entry, 1), (700, entry, 2), (1300, entry, 3), seconds=4)
    late = [(at, text) for at, text in found if at > 110 and text == "idle"]
    return len(late) == 1 and abs(late[0][0] - 2300) <= SLACK


def random_gaps(player: Player) -> bool:
    """Bangs 200 to 600 ms apart, hardly two gaps alike, only while it is on."""
    actions = (switch(player, True, 100), switch(player, False, 8000))
    for found in map(times, streams(player, *actions, seconds=9.5)):
        gaps = [later - earlier for earlier, later in pairwise(found)]
        if len(found) < 12 or found[0] < 95 or found[-1] > 8610:
            continue
        if min(gaps) >= 200 - SLACK and max(gaps) <= 600 + SLACK and max(gaps) - min(gaps) > 150:
            return True
    return False


def five_bangs(player: Player) -> bool:
    """Each click gives five bangs, 100 ms apart."""
    button = player.buttons()[0]
    found = streams(player, (100, button, "bang"), (1500, button, "bang"), seconds=3)
    return any(
        len(came) == 10 and is_regular(came[:5], 100, 5) and is_regular(came[5:], 100, 5)
        for came in map(times, found)
    )


def speeds_up(player: Player) -> bool:
    """The gaps shrink step by step from about 500 ms to 100 ms within three seconds."""
    for found in map(times, streams(player, player.press(), seconds=4)):
        gaps = [later - earlier for earlier, later in pairwise(found)]
        if len(gaps) < 10 or not all(later <= gap + SLACK for gap, later in pairwise(gaps)):
            continue
        if 380 <= gaps[0] <= 515 and gaps[2] > 200 and gaps[-1] <= 130 and gaps[-4] <= 130:
            return True
    return False


ON = '1 tgl "on"\n'
BPM = (
    '1 number "bpm"\n2 t b f < 1\n3 msg {} < 2\n4 / 120 < 3 2.1>1\n5 tgl "on"\n'
    "6 metro 500 < 5 4>1\n7 bng < 6\n"
)
SPEED = (
    "1 bng\n2 t b b < 1\n3 msg 1 < 2\n4 msg {} < 2.1\n5 line < 4\n6 metro 500 < 3 5>1\n7 bng < 6\n"
)
COUNT = ON + "2 metro {} < 1\n3 f < 2\n4 + 1 < 3\n"
STEP, TICK = COUNT.format(200), COUNT.format(100)

TASKS = (
    Task(
        "metronome-twice-a-second", 2,
        "Create a Pure Data patch that prints a bang twice a second as long as a toggle is on.",
        twice_a_second,
        (ON + "2 metro 500 < 1\n3 print < 2\n",
         ON + "2 sel 1 0 < 1\n3 t b b < 2\n4 print < 3.1\n5 delay 500 < 3\n6 msg stop < 2.1\n"
              "3 < 5\n5 < 6\n"),
        (ON + "2 metro 2 < 1\n3 print < 2\n", "1 loadbang\n2 metro 500 < 1\n3 print < 2\n4 tgl\n"),
    ),
    Task(
        "metronome-bpm", 2,
        "Create a Pure Data patch that works as a metronome with a number box for the tempo in "
        "beats per minute, a toggle to start and stop it, and a button that flashes on each beat.",
        beats_per_minute,
        (BPM.format(60000),
         '1 tgl\n2 metro 500 < 1\n3 bng < 2\n4 nbx 9 300 "bpm"\n5 expr 60000/$f1 < 4\n2 < 5>1\n'),
        ('1 number "bpm"\n2 tgl\n3 metro 500 < 2 1>1\n4 bng < 3\n', BPM.format(1000)),
    ),
    Task(
        "metronome-interval", 2,
        "a metro with on/off and a slider for how many ms between the bangs",
        interval,
        ('1 tgl\n2 hsl 50 1000 "ms"\n3 metro 500 < 1 2>1\n4 bng < 3\n',
         "1 msg 1\n2 msg stop\n3 metro 500 < 1 2\n4 print < 3\n5 vsl 100 2000\n3 < 5>1\n"),
        ('1 tgl\n2 hsl 50 1000 "ms"\n3 metro 500 < 1\n4 bng < 3\n5 number < 2\n',
         '1 hsl 50 1000 "ms"\n2 metro 500 < 1\n3 bng < 2\n4 tgl\n'),
    ),
    Task(
        "bangs-per-second", 2,
        "Create a Pure Data patch that flashes a button at a rate in hertz, which is entered in a "
        "number box.",
        hertz,
        ('1 number "Hz"\n2 expr 1000 / $f1 < 1\n3 tgl\n4 metro 1000 < 3 2>1\n5 bng < 4\n',
         '1 number\n2 t b f < 1\n3 msg 1000 < 2\n4 / 1 < 3 2.1>1\n5 t b f < 4\n6 msg 1 < 5\n'
         '7 metro 1000 < 6 5.1>1\n8 bng < 7\n'),
        ('1 number "Hz"\n2 tgl\n3 metro 1000 < 2 1>1\n4 bng < 3\n',
         '1 number "Hz"\n2 / 1000 < 1\n3 tgl\n4 metro 1000 < 3 2>1\n5 bng < 4\n'),
    ),
    Task(
        "done-after-a-while", 2,
        "Create a Pure Data patch that waits 750 milliseconds after a click on a button and then "
        "prints the word done.",
        done_later,
        ("1 bng\n2 delay 750 < 1\n3 msg done < 2\n4 print < 3\n",
         "1 msg bang\n2 del 0.75 1 second < 1\n3 symbol done < 2\n4 print < 3\n"),
        ("1 bng\n2 delay 75 < 1\n3 msg done < 2\n4 print < 3\n",
         "1 bng\n2 msg done < 1\n3 delay 750 < 1\n4 print < 2\n"),
    ),
    Task(
        "delay-in-seconds", 2,
        "i type in a time in seconds, hit a button, and after that many seconds i get a bang",
        seconds_later,
        ("1 number\n2 bng\n3 * 1000 < 1\n4 delay 1000 < 2 3>1\n5 bng < 4\n",
         "1 number\n2 bng\n3 f < 2 1>1\n4 * 1000 < 3\n5 delay < 4\n6 print < 5\n"),
        ("1 number\n2 bng\n3 delay 1000 < 2 1>1\n4 bng < 3\n",
         "1 number\n2 bng\n3 * 1000 < 1\n4 delay 1000 < 3 2\n5 bng < 4\n"),
    ),
    Task(
        "one-to-eight", 2,
        "Create a Pure Data patch that counts from 1 to 8 over and over, one number every 200 "
        "milliseconds, while a toggle is switched on, and displays the count.",
        one_to_eight,
        (STEP + "5 mod 8 < 4\n6 + 1 < 3\n7 number < 6\n3 < 5>1\n",
         ON + "2 metro 200 < 1\n3 f 1 < 2\n4 t f f < 3\n5 number < 4\n6 + 1 < 4.1\n"
              "7 moses 9 < 6\n8 msg 1 < 7.1\n3 < 7>1 8>1\n"),
        (STEP + "5 mod 8 < 4\n6 number < 3\n3 < 5>1\n",
         STEP + "5 number < 4\n3 < 4>1\n"),
    ),
    Task(
        "clock-divider", 2,
        "Create a Pure Data patch that has a clock with a tick every 100 milliseconds, switched by "
        "a toggle, and flashes a button on every fourth tick.",
        every_fourth,
        (TICK + "5 mod 4 < 4\n6 sel 0 < 3\n7 bng < 6\n3 < 5>1\n",
         TICK + "5 mod 4 < 3\n6 == 3 < 5\n7 sel 1 < 6\n8 bng < 7\n3 < 4>1\n"),
        (TICK + "5 mod 4 < 3\n6 bng < 5\n3 < 4>1\n",
         TICK + "5 mod 5 < 4\n6 sel 0 < 3\n7 bng < 6\n3 < 5>1\n"),
    ),
    Task(
        "three-words", 2,
        "Create a Pure Data patch that prints the words one, two and three, half a second apart, "
        "after a click on a button.",
        three_words,
        ("1 bng\n2 msg one < 1\n3 delay 500 < 1\n4 msg two < 3\n5 delay 500 < 3\n"
         "6 msg three < 5\n7 print < 2 4 6\n",
         "1 bng\n2 t b b b < 1\n3 delay 1000 < 2\n4 delay 500 < 2.1\n5 print three < 3\n"
         "6 print two < 4\n7 print one < 2.2\n"),
        ("1 bng\n2 msg one < 1\n3 delay 500 < 1\n4 msg two < 3\n5 delay 500 < 1\n"
         "6 msg three < 5\n7 print < 2 4 6\n",
         "1 bng\n2 msg one , two , three < 1\n3 print < 2\n"),
    ),
    Task(
        "time-between-buttons", 2,
        "Create a Pure Data patch that measures the milliseconds between a click on a start button "
        "and a click on a stop button and shows them in a number box.",
        between_buttons,
        ('1 bng "start"\n2 bng "stop"\n3 timer < 1 2>1\n4 number < 3\n',
         "1 bng\n2 bng\n3 realtime < 1 2>1\n4 number < 3\n"),
        ('1 bng "start"\n2 bng "stop"\n3 timer < 2 1>1\n4 number < 3\n',
         '1 bng "start"\n2 bng "stop"\n3 timer < 1 2>1\n4 / 1000 < 3\n5 number < 4\n'),
    ),
    Task(
        "tap-tempo", 2,
        "tap tempo: I hit a button a few times in rhythm and it tells me the bpm",
        tapped_tempo,
        ("1 bng\n2 t b b < 1\n3 timer < 2 2.1>1\n4 expr 60000 / $f1 < 3\n5 number < 4\n3 < 2\n",
         "1 bng\n2 t b b < 1\n3 timer < 2 2.1>1\n4 moses 1 < 3\n5 expr 60000 / $f1 < 4.1\n"
         "6 print < 5\n"),
        ("1 bng\n2 t b b < 1\n3 timer < 2 2.1>1\n4 number < 3\n",
         "1 bng\n2 timer < 1\n3 expr 60000 / $f1 < 2\n4 number < 3\n"),
    ),
    Task(
        "countdown-by-the-second", 2,
        "Create a Pure Data patch that counts down from 5 to 0, one number per second, after a "
        "button is pressed, and then stops.",
        countdown,
        ("1 bng\n2 t b b < 1\n3 msg 1 < 2\n4 msg 6 < 2.1\n5 metro 1000 < 3\n6 f < 5 4>1\n"
         "7 - 1 < 6\n8 t f f < 7\n9 number < 8\n10 sel 0 < 8\n11 msg stop < 10\n5 < 11\n"
         "6 < 8.1>1\n",
         "1 bng\n2 msg 5 < 1\n3 t f f < 2\n4 sel 0 < 3\n5 print < 3.1\n6 pipe 1000 < 4.1\n"
         "7 - 1 < 6\n3 < 7\n"),
        ("1 bng\n2 msg 5 < 1\n3 t f f < 2\n4 number < 3.1\n5 pipe 1000 < 3\n6 - 1 < 5\n3 < 6\n",
         "1 bng\n2 msg 5 < 1\n3 t f f < 2\n4 sel 5 < 3\n5 print < 3.1\n6 pipe 1000 < 4.1\n"
         "7 + 1 < 6\n3 < 7\n"),
    ),
    Task(
        "ramp-to-hundred", 2,
        "Create a Pure Data patch that ramps a number from 0 to 100 in 2 seconds each time a "
        "button is pressed and displays it.",
        ramp,
        ("1 bng\n2 msg 0 , 100 2000 < 1\n3 line < 2\n4 number < 3\n",
         "1 bng\n2 t b b < 1\n3 msg 100 2000 < 2\n4 msg 0 < 2.1\n5 line 0 10 < 3 4\n6 print < 5\n"),
        ("1 bng\n2 msg 100 2000 < 1\n3 line < 2\n4 number < 3\n",
         "1 bng\n2 msg 0 , 100 2 < 1\n3 line < 2\n4 number < 3\n"),
    ),
    Task(
        "number-glide", 2,
        "make a number slide to whatever I enter within half a second instead of jumping there",
        glide,
        ("1 number\n2 msg $1 500 < 1\n3 line < 2\n4 number < 3\n",
         "1 nbx\n2 pack f 500 < 1\n3 line < 2\n4 nbx < 3\n"),
        ("1 number\n2 pipe 500 < 1\n3 number < 2\n", "1 number\n2 line < 1 1>1\n3 number < 2\n"),
    ),
    Task(
        "idle-timeout", 2,
        "Create a Pure Data patch that prints idle when no new number has been entered in a number "
        "box for one second.",
        idle,
        ("1 number\n2 b < 1\n3 delay 1000 < 2\n4 msg idle < 3\n5 print < 4\n",
         "1 number\n2 t b b < 1\n3 msg stop < 2.1\n4 delay 1000 < 2 3\n5 symbol idle < 4\n"
         "6 print < 5\n"),
        ("1 number\n2 pipe 1000 < 1\n3 msg idle < 2\n4 print < 3\n",
         "1 number\n2 delay 1000 < 1\n3 msg idle < 2\n4 print < 3\n"),
    ),
    Task(
        "random-gaps", 2,
        "bangs at random, somewhere between 200 and 600 ms apart, and i can switch it on and off",
        random_gaps,
        (ON + "2 metro 400 < 1\n3 bng < 2\n4 random 401 < 2\n5 + 200 < 4\n2 < 5>1\n",
         ON + "2 sel 1 0 < 1\n3 delay 200 < 2\n4 t b b < 3\n5 print < 4\n6 random 400 < 4.1\n"
              "7 + 200 < 6\n8 msg stop < 2.1\n3 < 7 8\n"),
        (ON + "2 metro 400 < 1\n3 bng < 2\n4 random 600 < 2\n2 < 4>1\n",
         ON + "2 metro 400 < 1\n3 bng < 2\n4 random 401 < 2\n5 + 200 < 4\n6 number < 5\n"),
    ),
    Task(
        "five-bangs", 2,
        "five quick bangs a tenth of a second apart whenever I press a button, then nothing more",
        five_bangs,
        ("1 bng\n2 delay 100 < 1\n3 delay 200 < 1\n4 delay 300 < 1\n5 delay 400 < 1\n"
         "6 bng < 1 2 3 4 5\n",
         "1 bng\n2 t b b < 1\n3 msg 1 < 2\n4 msg 0 < 2.1\n5 metro 100 < 3\n6 f < 5 4>1\n"
         "7 + 1 < 6\n8 t f b < 7\n9 print < 8.1\n10 sel 5 < 8\n11 msg 0 < 10\n5 < 11\n6 < 7>1\n"),
        ("1 bng\n2 metro 100 < 1\n3 delay 500 < 1\n4 msg stop < 3\n5 bng < 2\n",
         "1 bng\n2 msg 1 < 1\n3 metro 100 < 2\n4 f < 3\n5 + 1 < 4\n6 sel 5 < 5\n7 msg 0 < 6\n"
         "8 print < 5\n3 < 7\n4 < 5>1\n"),
    ),
    Task(
        "speeding-up", 2,
        "Create a Pure Data patch that starts a metronome when a button is pressed and speeds it "
        "up from 500 to 100 milliseconds between the beats within three seconds.",
        speeds_up,
        (SPEED.format("500 , 100 3000"),
         "1 bng\n2 t b b < 1\n3 msg 500 , 100 3000 < 2.1\n4 line < 3\n5 delay 500 < 2 4>1\n"
         "6 bng < 5\n5 < 6\n"),
        (SPEED.format("100 , 500 3000"), SPEED.format("500 , 100 3")),
    ),
)  # fmt: skip
