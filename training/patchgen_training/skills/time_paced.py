"""Counting, random numbers and words at any pace: adjustable tempi, ends after some times, keys, buttons, load."""

from __future__ import annotations

from patchgen_training.skills.chance_choices import (
    chance_gate,
    maximum_of_two,
    no_repeat,
    random_value,
    random_walk,
    random_word,
    weighted,
)
from patchgen_training.skills.chance_numbers import (
    bell_curve,
    coin,
    dice,
    dice_sum,
    multiples,
    random_fraction,
    random_integer,
    random_slider,
    two_numbers,
)
from patchgen_training.skills.example import Skill
from patchgen_training.skills.time_compose import paced
from patchgen_training.skills.time_count import (
    around,
    bounce,
    free_count,
    steps_of_values,
    two_in_turn,
)
from patchgen_training.skills.time_metro import flash, print_word
from patchgen_training.skills.time_pace import beating

SKILLS: dict[str, Skill] = {
    "paced-flash": paced(flash, beating),
    "paced-word": paced(print_word, beating),
    "paced-count": paced(free_count),
    "paced-count-around": paced(around),
    "paced-count-to-and-fro": paced(bounce),
    "paced-values": paced(steps_of_values),
    "paced-two-values": paced(two_in_turn),
    "paced-random-integer": paced(random_integer),
    "paced-random-integer-beating": paced(random_integer, beating),
    "paced-random-fraction": paced(random_fraction),
    "paced-dice": paced(dice),
    "paced-dice-sum": paced(dice_sum),
    "paced-coin": paced(coin),
    "paced-bell-curve": paced(bell_curve),
    "paced-random-multiple": paced(multiples),
    "paced-random-slider": paced(random_slider),
    "paced-random-pair": paced(two_numbers),
    "paced-random-value": paced(random_value),
    "paced-random-word": paced(random_word),
    "paced-weighted": paced(weighted),
    "paced-gate": paced(chance_gate),
    "paced-no-repeat": paced(no_repeat),
    "paced-random-walk": paced(random_walk),
    "paced-extreme": paced(maximum_of_two),
}
