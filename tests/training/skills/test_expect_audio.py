"""The ears of the audio skills: what they must hear, and what they must not be fooled by."""

from array import array
from collections.abc import Sequence

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.skills.expect_audio import (
    SAMPLE_RATE,
    Sound,
    Step,
    bypassed,
    centroid,
    dominant,
    goes_silent,
    is_repeated_after,
    louder,
    trial,
)
from patchgen_training.skills.expect_audio_time import beats, glides, strikes


def tone(frequency: float, seconds: float = 0.5, amplitude: float = 0.2) -> Sound:
    """A sine on one channel."""
    time = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return amplitude * np.sin(2 * np.pi * frequency * time)[None, :]


def silence(seconds: float) -> Sound:
    """Nothing."""
    return np.zeros((1, int(seconds * SAMPLE_RATE)))


def observed(*parts: Sound) -> Observation:
    """What Pd would have recorded: the parts one after the other on both channels."""
    mono = array("f", np.concatenate(parts, axis=1)[0].tolist())
    return Observation((), (), {}, (mono, mono), True)


def joined(parts: Sequence[Sound]) -> Sound:
    """The parts one after the other."""
    return np.concatenate(parts, axis=1)


def test_dominant_frequency_of_a_sine_is_its_own() -> None:
    found = dominant(tone(440))

    assert abs(found - 440) < 3


def test_noise_is_brighter_than_a_low_tone() -> None:
    noise = np.random.default_rng(1).uniform(-0.2, 0.2, (1, 20000))

    assert centroid(noise) > 5 * centroid(tone(110))


def test_trial_fails_when_the_volume_step_does_not_silence() -> None:
    chosen = trial([Step(3, "0", goes_silent)])

    deaf_slider = observed(tone(440, chosen.seconds))
    working = observed(tone(440, 0.36), silence(chosen.seconds - 0.36))

    assert not chosen.holds(deaf_slider)
    assert chosen.holds(working)


def test_trial_fails_on_a_patch_that_never_sounds() -> None:
    chosen = trial([Step(3, "1", louder, "0")])

    assert not chosen.holds(observed(silence(chosen.seconds)))


def test_echo_must_not_sound_before_its_time() -> None:
    dry = tone(440)
    late, early = dry.copy(), dry.copy()
    late[:, 8820:] *= 1.5
    early[:, 2000:] *= 1.5

    check = is_repeated_after(200)

    assert check(dry, late)
    assert not check(dry, early)


def test_strike_must_die_away() -> None:
    fading = tone(300, 0.4) * np.linspace(1, 0, int(0.4 * SAMPLE_RATE))

    check = strikes(0.1, 0.45)

    assert check(joined([silence(0.1), fading, silence(0.2)]))
    assert not check(joined([silence(0.1), tone(300, 0.6)]))


def test_glide_has_a_direction() -> None:
    rising = joined([tone(200, 0.25), tone(800, 0.25)])

    assert glides(0, 0.5, True)(rising)
    assert not glides(0, 0.5, False)(rising)


def test_beats_are_counted_from_their_times() -> None:
    beat = joined([tone(200, 0.05), silence(0.15)])
    rhythm = joined([silence(0.1), beat, beat, beat])

    assert beats(0.1, 0.2, 3)(rhythm)
    assert not beats(0.2, 0.2, 3)(rhythm)


def test_bypass_rewires_only_the_cords_of_the_effect() -> None:
    text = "1 noise~\n2 lop~ 500 < 1\n12 *~ 0.2 < 2\n13 dac~ < 12 2>1\n"

    found = bypassed(text, 1, 2)

    assert found == "1 noise~\n2 lop~ 500 < 1\n12 *~ 0.2 < 1\n13 dac~ < 12 1>1\n"
