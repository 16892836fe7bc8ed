"""llama.cpp on this machine: what it was built with, what it sees, how to build it anew."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from patchgen.errors import PatchgenError

PIP = f"{sys.executable} -m pip install"
LLAMA = "llama-cpp-python"

PROBE = """
import ctypes, json, llama_cpp
from llama_cpp import _ggml
llama_cpp.llama_backend_init()
ggml, devices = _ggml.libggml, []
ggml.ggml_backend_dev_count.restype = ctypes.c_size_t
ggml.ggml_backend_dev_get.restype = ctypes.c_void_p
for i in range(ggml.ggml_backend_dev_count()):
    device = ctypes.c_void_p(ggml.ggml_backend_dev_get(ctypes.c_size_t(i)))
    said, free, total = [], ctypes.c_size_t(), ctypes.c_size_t()
    for name in ("name", "description"):
        ask = getattr(ggml, "ggml_backend_dev_" + name)
        ask.restype = ctypes.c_char_p
        said.append(ask(device).decode("utf-8", "replace"))
    ggml.ggml_backend_dev_memory(device, ctypes.byref(free), ctypes.byref(total))
    devices.append([*said, free.value, total.value])
print(json.dumps([
    llama_cpp.__version__, bool(llama_cpp.llama_supports_gpu_offload()),
    llama_cpp.llama_print_system_info().decode("utf-8", "replace"), devices,
]))
"""
"""Run in a child: a library built for another processor kills the process that loads it."""
PATIENCE = 60
"""Seconds for a child to answer; a first import from a slow disk may take ten."""

SWITCHES = {
    "CUDA": "-DGGML_CUDA=on",
    "Metal": "-DGGML_METAL=on",
    "Vulkan": "-DGGML_VULKAN=on",
}
"""What builds llama.cpp for each kind of graphics card."""
NVIDIA = Path("/dev/nvidiactl")
OTHER_CARDS = Path("/dev/dri")
"""Where Linux has its doors to graphics cards."""


@dataclass(frozen=True, slots=True)
class Device:
    """A processor or a graphics card that llama.cpp sees."""

    name: str
    """CPU, CUDA0, Metal, Vulkan0, ..."""
    description: str
    free: int
    """Bytes of its memory that nobody uses."""
    total: int

    @property
    def is_card(self) -> bool:
        """Whether it is no processor."""
        return not self.name.startswith(("CPU", "BLAS"))


@dataclass(frozen=True, slots=True)
class LlamaFacts:
    """What llama-cpp-python says about itself."""

    version: str
    uses_card: bool
    system: str
    """What it was built with, in llama.cpp's own words."""
    devices: tuple[Device, ...]

    @property
    def built_with(self) -> str:
        """Kinds of devices, and what it uses of the processor."""
        parts = [part.strip() for part in self.system.replace(" : ", " | ").split("|")]
        names = (part.removesuffix(" = 1") for part in parts if part and not part.endswith("= 0"))
        return " ".join(names)

    @property
    def cards(self) -> tuple[Device, ...]:
        """The graphics cards."""
        return tuple(device for device in self.devices if device.is_card)


@cache
def llama_facts() -> LlamaFacts:
    """Asks once, in a child. Raises PatchgenError with the command that builds it anew."""
    child = (sys.executable, "-c", PROBE)
    hint = build_command("-DLLAVA_BUILD=OFF")
    try:
        run = subprocess.run(child, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise PatchgenError(f"no answer in {PATIENCE} s", hint=hint) from error
    if run.returncode != 0:
        raise PatchgenError(last_words(run), hint=hint)
    version, uses_card, system, devices = json.loads(run.stdout.splitlines()[-1])
    return LlamaFacts(version, uses_card, system, tuple(Device(*each) for each in devices))


def card_switch() -> str | None:
    """The switch that builds llama.cpp for the card of this machine; None where none is seen."""
    if sys.platform == "darwin":
        return SWITCHES["Metal"]
    if NVIDIA.exists():
        return SWITCHES["CUDA"]
    return SWITCHES["Vulkan"] if any(OTHER_CARDS.glob("renderD*")) else None


def build_command(switch: str) -> str:
    """How to compile llama-cpp-python with this switch, in the version this package asks for."""
    try:
        stated = requires("patchgen") or ()
    except PackageNotFoundError:
        stated = ()
    wanted = next((line for line in stated if line.startswith(LLAMA)), LLAMA)
    return f'CMAKE_ARGS="{switch}" {PIP} --force-reinstall --no-cache-dir --no-deps {wanted}'


def last_words(run: subprocess.CompletedProcess[str]) -> str:
    """Why a child ended: its last line, or the signal that killed it."""
    if run.returncode < 0:
        name = signal.Signals(-run.returncode).name
        return f"loading it crashes ({name}): it was built for another processor"
    return (run.stderr.strip().splitlines() or ["it does not load"])[-1]
