"""All rules by their codes, in the order in which their findings matter."""

from __future__ import annotations

from collections.abc import Mapping

from patchgen.lint.rule import CordRule, Rule
from patchgen.lint.rules import (
    atom_framing,
    bad_arguments,
    block_conflict,
    cold_after_hot,
    connection_nowhere,
    connection_port,
    control_loop,
    dead_end,
    dollar_zero_message,
    dsp_loop,
    duplicate_connection,
    engine_difference,
    fan_out,
    feedback_gain,
    loud_output,
    metro_time,
    missing_argument,
    missing_partner,
    missing_source,
    name_twice,
    no_method,
    overlapping_boxes,
    record_kind,
    self_connection,
    signal_to_control,
    size_limit,
    top_level_port,
    unconnected_box,
    unknown_object,
    until_without_stop,
)

SAFETY: Mapping[str, Rule] = {
    "record-kind": record_kind,
    "atom-framing": atom_framing,
    "size-limit": size_limit,
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
    "name-twice": name_twice,
    "self-connection": self_connection,
    "no-method": no_method,
    "unconnected-box": unconnected_box,
    "loud-output": loud_output,
    "feedback-gain": feedback_gain,
    "metro-time": metro_time,
    "dollar-zero-message": dollar_zero_message,
    "engine-difference": engine_difference,
    "fan-out": fan_out,
    "cold-after-hot": cold_after_hot,
    "dead-end": dead_end,
    "top-level-port": top_level_port,
    "overlapping-boxes": overlapping_boxes,
}

ON_REQUEST = frozenset({"overlapping-boxes"})
"""Rules that only run when they are selected."""
