"""The object reference: find an object by its name, list all names, guess what was meant."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TypedDict

from patchgen.objects.capabilities import capability
from patchgen.objects.spec import Argument, Engine, Ports, Probed, Spec

DATA = Path(__file__).with_name("data") / "objects.json"
"""Written by `python -m patchgen_training.objects_reference`."""

BOX_KINDS = frozenset({"msg", "floatatom", "symbolatom", "listbox"})
"""Entries that are kinds of boxes; no object box can be made with these names."""

ONLY = {engine: frozenset({engine}) for engine in Engine}
"""Each engine as a set of its own."""


ELSEWHERE_CALLED = {
    "saw~": "phasor~", "sawtooth~": "phasor~", "sine~": "osc~", "sin~": "osc~", "cycle~": "osc~",
    "oscillator~": "osc~", "whitenoise~": "noise~", "white~": "noise~", "rand": "random",
    "lowpass~": "lop~", "lpf~": "lop~", "onepole~": "lop~", "highpass~": "hip~", "hpf~": "hip~",
    "bandpass~": "bp~", "bpf~": "bp~", "reson~": "bp~", "filter~": "vcf~", "svf~": "vcf~",
    "add~": "+~", "sub~": "-~", "mul~": "*~", "mult~": "*~", "gain~": "*~", "div~": "/~",
    "add": "+", "sub": "-", "mul": "*", "mult": "*", "modulo": "mod", "ezdac~": "dac~",
    "speaker~": "dac~", "mic~": "adc~", "ezadc~": "adc~", "rms~": "env~", "tapin~": "delwrite~",
    "tapout~": "delread~", "buffer~": "table", "play~": "tabplay~", "index~": "tabread~",
    "wave~": "tabosc4~", "record~": "tabwrite~", "button": "bng", "slider": "hsl", "gate": "spigot",
    "forward": "send", "prepend": "list prepend", "midi": "notein",
    "round": "int", "tempo": "metro", "clocker": "metro", "sqr": "pow",
    "coll": "text", "thresh": "moses", "split": "moses", "iter": "list split",
}  # fmt: skip
"""Names that other systems, or models, give to vanilla objects."""


class Entry(TypedDict, total=False):
    """An object as it stands in objects.json; what is empty is left out."""

    words: str
    arguments: list[tuple[str, str, str]]
    required: int
    checked: str
    ports: dict[str, str]
    messages: str
    elsewhere: dict[str, dict[str, str]]
    messages_elsewhere: dict[str, str]
    engines: str
    library: str
    source: str
    licence: str


class Table(TypedDict):
    """The part of objects.json that lookups need."""

    aliases: dict[str, str]
    objects: dict[str, Entry]


@cache
def _table() -> Table:
    table: Table = json.loads(DATA.read_bytes())
    return table


@cache
def find(name: str) -> Spec | None:
    """The object of this name or alias; two-word names (`text define`) have their own entry."""
    table = _table()
    full = table["aliases"].get(name, name)
    entry = table["objects"].get(full)
    return None if entry is None else _spec(full, entry)


def _spec(name: str, entry: Entry) -> Spec:
    required = entry.get("required", 0)
    return Spec(
        name=name,
        aliases=_aliases().get(name, ()),
        description=entry.get("words", ""),
        arguments=tuple(
            Argument(kind, words, default, index < required)
            for index, (kind, words, default) in enumerate(entry.get("arguments", ()))
        ),
        probed=_probed(entry.get("ports", {})),
        checked=entry.get("checked", ""),
        messages=tuple(entry.get("messages", "").split()),
        carried=tuple((int(n), text) for n, text in entry.get("ports", {}).items()),
        engines=frozenset(Engine(letter) for letter in entry.get("engines", "")),
        library=entry.get("library", "vanilla"),
        capability=capability(name, ()),
        elsewhere=tuple(
            (Engine(letter), _probed(table)) for letter, table in entry.get("elsewhere", {}).items()
        ),
        messages_elsewhere=tuple(
            (Engine(letter), tuple(words.split()))
            for letter, words in entry.get("messages_elsewhere", {}).items()
        ),
        source=entry.get("source", ""),
        licence=entry.get("licence", ""),
    )


def _probed(table: Mapping[str, str]) -> Probed:
    return tuple((int(count), _ports(text)) for count, text in table.items())


def _ports(text: str) -> Ports:
    """Reads `~f:~`: a signal and a control inlet, a signal outlet."""
    inlets, outlets = text.split(":")
    return Ports(tuple(c == "~" for c in inlets), tuple(c == "~" for c in outlets))


@cache
def _aliases() -> Mapping[str, tuple[str, ...]]:
    short: dict[str, tuple[str, ...]] = {}
    for alias, name in _table()["aliases"].items():
        short[name] = (*short.get(name, ()), alias)
    return short


def full_name(
    name: str, args: tuple[str, ...], engine: Engine = Engine.VANILLA
) -> tuple[str, tuple[str, ...]]:
    """The entry that a box uses, and the arguments left: `("text", ("get", "a"))` is `text get`."""
    name = _table()["aliases"].get(name, name)
    if args and args[0] in second_words(name, ONLY[engine]):
        return f"{name} {args[0]}", args[1:]
    return name, args


def names(
    engines: Collection[Engine] = (Engine.VANILLA,), *, with_extra: bool = False
) -> frozenset[str]:
    """First words and aliases that all the given engines can create.

    Pd's own externals (`sigmund~`, `rev2~`) are left out unless asked for: Debian packs them apart.
    """
    return _names(frozenset(engines), with_extra)


@cache
def _names(engines: frozenset[Engine], with_extra: bool) -> frozenset[str]:
    table = _table()
    letters = {engine.value for engine in engines}
    libraries = {"vanilla", "purr-data core"} | ({"extra"} if with_extra else set())
    full = {
        name
        for name, entry in table["objects"].items()
        if letters <= set(entry.get("engines", "")) and entry.get("library", "vanilla") in libraries
    }
    aliases = {alias for alias, name in table["aliases"].items() if name in full}
    return frozenset(name.split(" ")[0] for name in full - BOX_KINDS) | aliases


@cache
def second_words(name: str, engines: frozenset[Engine] = ONLY[Engine.VANILLA]) -> frozenset[str]:
    """Words that may follow `list`, `text`, `array`, `scalar` and `file`; empty for other names."""
    letters = {engine.value for engine in engines}
    return frozenset(
        full.split(" ")[1]
        for full in _two_words().get(name, ())
        if letters <= set(_table()["objects"][full].get("engines", ""))
    )


@cache
def _two_words() -> Mapping[str, tuple[str, ...]]:
    full: dict[str, tuple[str, ...]] = {}
    for name in _table()["objects"]:
        first, blank, _ = name.partition(" ")
        if blank:
            full[first] = (*full.get(first, ()), name)
    return full


@cache
def suggest(name: str, also: frozenset[str] = frozenset()) -> str | None:
    """The name of vanilla, or among `also`, most like an unknown one, where one is near enough."""
    known = names(with_extra=True) | also
    for candidate in (name.lower(), f"{name}~", name.removesuffix("~")):
        if candidate != name and candidate in known:
            return candidate
    if name.lower() in ELSEWHERE_CALLED:
        return ELSEWHERE_CALLED[name.lower()]
    close = get_close_matches(name.lower(), sorted(known), n=1, cutoff=0.7)
    return close[0] if close else None
