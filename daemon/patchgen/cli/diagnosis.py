"""What PatchGen needs of a machine: each check says whether it is there and how to get it."""

from __future__ import annotations

import platform
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from patchgen import app
from patchgen.catalog.find import find
from patchgen.catalog.metadata import read
from patchgen.cli.llama_build import (
    LLAMA,
    SWITCHES,
    Device,
    build_command,
    card_switch,
    llama_facts,
)
from patchgen.cli.open_patch import has_display
from patchgen.config import Settings
from patchgen.errors import PatchgenError, PdMissing
from patchgen.headless.engine import find_pd
from patchgen.headless.load import load
from patchgen.headless.version import pd_version

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
    """Whether the library loads, and what it was built with."""
    try:
        facts = llama_facts()
    except PatchgenError as error:
        return Check(LLAMA, False, error.message, error.hint, is_vital=True)
    return Check(LLAMA, True, f"{facts.version}, built with {facts.built_with}", is_vital=True)


def graphics_card(settings: Settings) -> Check:
    """Whether a graphics card is there and llama.cpp can use it. Models run without one, too."""
    name, switch = "graphics card", card_switch()
    try:
        facts = llama_facts()
    except PatchgenError:
        return Check(name, False, f"unknown while {LLAMA} does not load")
    if facts.cards:
        layers = f"n_gpu_layers is {settings.n_gpu_layers}"
        return Check(name, True, f"{', '.join(map(device_line, facts.cards))}; {layers}")
    if facts.uses_card:
        return Check(name, True, "llama.cpp would use one, and finds none")
    if switch is None:
        (first, how), *others = SWITCHES.items()
        more = ", ".join(f"{kind}: {other}" for kind, other in others)
        said = "none found; the processor does the work. llama.cpp for a card"
        return Check(name, True, f"{said}: {build_command(how)} ({first}; {more})")
    return Check(name, False, "llama.cpp was built without it", build_command(switch))


def device_line(device: Device) -> str:
    """A card and its memory."""
    memory = f"{device.free / 1e9:.1f} of {device.total / 1e9:.1f} GB free"
    return f"{device.name} {device.description} ({memory})"


def memory(settings: Settings) -> Check:
    """Whether the model has room, as far as its file tells; checked before it is loaded."""
    if settings.remote_url is not None:
        return Check("memory", True, "the model runs elsewhere")
    try:
        needed = needed_memory(settings)
        facts = llama_facts()
    except PatchgenError as error:
        return Check("memory", False, error.message, error.hint)
    device = next(iter(facts.cards or facts.devices), None)
    if settings.n_gpu_layers == 0 or device is None:
        device = next((each for each in facts.devices if not each.is_card), device)
    said = f"about {needed / 1e6:.0f} MB for the model with n_ctx {settings.n_ctx}"
    if device is None or not device.total:
        return Check("memory", True, said)
    said += f"; {device.name} has {device.free / 1e9:.1f} GB free"
    remedy = "a smaller n_ctx, fewer n_gpu_layers, or a model with stronger quantisation"
    return Check("memory", needed < device.free, said, remedy)


def needed_memory(settings: Settings) -> int:
    """Bytes for the model and its adapter. Raises PatchgenError."""
    found = find(settings.model, settings.models_folder)
    adapter = settings.lora or found.lora
    more = adapter.stat().st_size if adapter is not None and adapter.is_file() else 0
    return read(found.path).memory(settings.n_ctx) + more


def model(settings: Settings) -> Check:
    """Loads the model as a job would, in a process of its own, and lets it write a few tokens."""
    try:
        with closing(app.build(settings)) as pipeline:
            facts = pipeline.engine.describe()
    except PatchgenError as error:
        return Check("model", False, error.message, error.hint, is_vital=True)
    size = f"{facts.parameters / 1e6:.1f} million parameters, {facts.context} tokens"
    if settings.remote_url is not None:
        said = f"{facts.name or 'a model'} at {settings.remote_url}, asked as {settings.model}"
        return Check("model", True, said, is_vital=True)
    path = find(settings.model, settings.models_folder).path
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
    python, llama, graphics_card, memory, model, output_folder, pd, library, display, port,
)  # fmt: skip
