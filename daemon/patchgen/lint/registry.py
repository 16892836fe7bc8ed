"""All rules by their codes, in the order in which their findings matter."""

from __future__ import annotations

from collections.abc import Mapping

from patchgen.lint.mend import Dropping, Mender
from patchgen.lint.rule import CordRule, Rule
from patchgen.lint.rules import (
    argument_alone,
    atom_framing,
    bad_arguments,
    block_conflict,
    cold_after_hot,
    comma_argument,
    connection_nowhere,
    connection_port,
    control_loop,
    dead_end,
    dollar_zero_message,
    dsp_loop,
    duplicate_connection,
    endless_work,
    engine_difference,
    fan_out,
    feedback_gain,
    hidden_box,
    inlet_type,
    lonely_value,
    loud_output,
    message_argument,
    metro_time,
    missing_argument,
    missing_partner,
    missing_source,
    name_twice,
    never_triggered,
    no_method,
    off_canvas,
    overlapping_boxes,
    record_kind,
    self_connection,
    signal_to_control,
    size_limit,
    sound_at_start,
    template_loop,
    top_level_port,
    unconnected_box,
    unknown_object,
    until_without_stop,
)

SAFETY: Mapping[str, Rule] = {
    "record-kind": record_kind,
    "atom-framing": atom_framing,
    "size-limit": size_limit,
    "endless-work": endless_work,
    "template-loop": template_loop,
}
"""What must hold before any Pd may see the file; the gate asks these too."""

REFUSED_CORDS: Mapping[str, CordRule] = {
    "connection-nowhere": connection_nowhere,
    "connection-port": connection_port,
    "signal-to-control": signal_to_control,
    "duplicate-connection": duplicate_connection,
}
"""Connections that Pd drops by itself: leaving them out is a safe fix."""

RULES: Mapping[str, Rule] = {
    **SAFETY,
    "unknown-object": unknown_object,
    "bad-arguments": bad_arguments,
    **REFUSED_CORDS,
    "control-loop": control_loop,
    "dsp-loop": dsp_loop,
    "until-without-stop": until_without_stop,
    "missing-source": missing_source,
    "block-conflict": block_conflict,
    "missing-argument": missing_argument,
    "missing-partner": missing_partner,
    "lonely-value": lonely_value,
    "name-twice": name_twice,
    "self-connection": self_connection,
    "no-method": no_method,
    "inlet-type": inlet_type,
    "message-argument": message_argument,
    "comma-argument": comma_argument,
    "unconnected-box": unconnected_box,
    "never-triggered": never_triggered,
    "sound-at-start": sound_at_start,
    "loud-output": loud_output,
    "feedback-gain": feedback_gain,
    "metro-time": metro_time,
    "dollar-zero-message": dollar_zero_message,
    "engine-difference": engine_difference,
    "fan-out": fan_out,
    "cold-after-hot": cold_after_hot,
    "dead-end": dead_end,
    "top-level-port": top_level_port,
    "argument-alone": argument_alone,
    "off-canvas": off_canvas,
    "hidden-box": hidden_box,
    "overlapping-boxes": overlapping_boxes,
}

ABOUT_PLACES = frozenset({"hidden-box", "off-canvas", "overlapping-boxes"})
"""Rules that mean nothing before a patch has been laid out."""

ON_REQUEST = frozenset({"overlapping-boxes"})
"""Rules that only run when they are selected."""

MENDERS: Mapping[str, Mender] = {
    **{code: Dropping(rule) for code, rule in REFUSED_CORDS.items()},
    "atom-framing": atom_framing,
    "unknown-object": unknown_object,
    "loud-output": loud_output,
    "cold-after-hot": cold_after_hot,
    "fan-out": fan_out,
}
"""What can be mended; where two touch the same cords, the first of them does."""
