"""What PatchGen needs of a machine: each check says whether it is there and how to get it."""

from __future__ import annotations

import json
import platform
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from patchgen import app
from patchgen.cli.open_patch import has_display
from patchgen.config import Settings
from patchgen.errors import PatchgenError, PdMissing
from patchgen.headless.engine import find_pd
from patchgen.headless.load import load
from patchgen.headless.version import pd_version

PIP = f"{sys.executable} -m pip install"
LLAMA = "llama-cpp-python"

PROBE = """
import json, llama_cpp
print(json.dumps([llama_cpp.__version__, bool(llama_cpp.llama_supports_gpu_offload())]))
"""
"""Run in a child: a library built for another processor kills the process that loads it."""
PATIENCE = 60
"""Seconds for a child to answer; a first import from a slow disk may take ten."""

NVIDIA = Path("/dev/nvidiactl")
OTHER_CARDS = Path("/dev/dri")
"""Where Linux has its doors to graphics cards."""

EMPTY_PATCH = "#N canvas 0 50 450 300 12;\n"


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to one question about the machine."""

    name: str
    is_ok: bool
    says: str
    """What is there, or what is wrong."""
    remedy: str = ""
    """The exact command, or what to do where there is none."""
    is_vital: bool = False
    """Whether no patch can be made without it."""


def checks(settings: Settings) -> Iterator[Check]:
    """All checks, in the order in which one needs the other."""
    for check in CHECKS:
        yield check(settings)


def python(_settings: Settings) -> Check:
    """This very Python; an older one could not have come so far."""
    return Check("Python", True, f"{platform.python_version()} ({sys.executable})", is_vital=True)


def llama(_settings: Settings) -> Check:
    """Whether the library loads."""
    try:
        return Check(LLAMA, True, llama_facts().version, is_vital=True)
    except PatchgenError as error:
        return Check(LLAMA, False, error.message, error.hint, is_vital=True)


def graphics_card(_settings: Settings) -> Check:
    """Whether a graphics card is there and llama.cpp can use it. Models run without one, too."""
    switch = card_switch()
    try:
        is_used = llama_facts().uses_card
    except PatchgenError:
        return Check("graphics card", False, "unknown while llama-cpp-python does not load")
    if is_used:
        return Check("graphics card", True, "llama.cpp uses it where there is one")
    if switch is None:
        return Check("graphics card", True, "none found; the processor does the work")
    return Check("graphics card", False, "llama.cpp was built without it", build_command(switch))


def card_switch() -> str | None:
    """The switch that builds llama.cpp for the card of this machine; None where none is seen."""
    if sys.platform == "darwin":
        return "-DGGML_METAL=on"
    if NVIDIA.exists():
        return "-DGGML_CUDA=on"
    return "-DGGML_VULKAN=on" if any(OTHER_CARDS.glob("renderD*")) else None


@dataclass(frozen=True, slots=True)
class LlamaFacts:
    """What llama-cpp-python says about itself."""

    version: str
    uses_card: bool


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
    return LlamaFacts(*json.loads(run.stdout))


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


def model(settings: Settings) -> Check:
    """Loads the model as a job would, in a process of its own, and lets it write a few tokens."""
    try:
        with closing(app.build(settings)) as pipeline:
            facts = pipeline.engine.describe()
            path = pipeline.model.path
    except PatchgenError as error:
        return Check("model", False, error.message, error.hint, is_vital=True)
    size = f"{facts.parameters / 1e6:.1f} million parameters, {facts.context} tokens"
    return Check("model", True, f"{settings.model}: {size} ({path})", is_vital=True)


def pd(settings: Settings) -> Check:
    """Whether a Pd is there to try patches in, and works without a window."""
    try:
        program = find_pd(settings.pd)
        report = load(EMPTY_PATCH, program)
    except PatchgenError as error:
        remedy = pd_command() if isinstance(error, PdMissing) and not settings.pd else error.hint
        return Check("Pd", False, f"{error.message}; patches are not tried before use", remedy)
    if not report.is_silent:
        said = (*report.not_created, *report.failed_connections, *report.complaints)[0]
        return Check("Pd", False, f"{program} complains about an empty patch: {said}")
    return Check("Pd", True, f"{pd_version(program)} ({program})")


def pd_command() -> str:
    """How to get Pd here."""
    if sys.platform == "linux":
        return "sudo apt install puredata"
    return "download it from https://puredata.info/downloads"


def library(_settings: Settings) -> Check:
    """Whether [patchgen] is where Pd looks for it."""
    from patchgen.service.places import library_folders

    folders = library_folders().values()
    found = [str(folder) for folder in folders if (folder / "patchgen.pd").is_file()]
    if not found:
        return Check("[patchgen] in Pd", False, "not installed", "patchgen install-pd")
    return Check("[patchgen] in Pd", True, ", ".join(found))


def display(_settings: Settings) -> Check:
    """Whether `--open` can show a window."""
    if has_display():
        return Check("display", True, "there is one")
    remedy = "log in on a desktop, or connect with `ssh -X`"
    return Check("display", False, "none, so `--open` shows nothing", remedy)


def port(settings: Settings) -> Check:
    """Whether the daemon could start now."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind(("127.0.0.1", settings.port))
        except OSError as error:
            said = f"{settings.port} cannot be used ({error.strerror}); is the daemon running?"
            free = settings.port % 65535 + 1
            return Check("port", False, said, f"patchgen serve --port {free}")
    return Check("port", True, f"UDP {settings.port} is free")


def output_folder(settings: Settings) -> Check:
    """Whether patches can be written; the folder itself is made by the first job."""
    folder = settings.output_folder
    there = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        said = f"{folder} cannot be written: {error.strerror}"
        remedy = "PATCHGEN_OUTPUT_FOLDER=FOLDER, or output_folder in the configuration file"
        return Check("output folder", False, said, remedy, is_vital=True)
    return Check("output folder", True, str(folder), is_vital=True)


CHECKS: tuple[Callable[[Settings], Check], ...] = (
    python, llama, graphics_card, model, output_folder, pd, library, display, port,
)  # fmt: skip
