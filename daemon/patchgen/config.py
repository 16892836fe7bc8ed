"""Every setting, once: default, bounds and help; from file, environment and command line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit, urlunsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from patchgen.engine.options import KEY_VARIABLE, Speaks
from patchgen.errors import ConfigInvalid
from patchgen.objects.capabilities import ALLOWABLE, Capability

PREFIX = "PATCHGEN_"
FILE_VARIABLE = "PATCHGEN_CONFIG"
"""Names another file than the usual one."""

NO_SETTINGS = frozenset({FILE_VARIABLE, KEY_VARIABLE})
"""Variables that begin like settings. The key is in no file, and no listing shows it."""


def absolute(path: Path) -> Path:
    """`~` and relative paths made absolute: Pd opens a patch only by its absolute folder."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as error:
        raise ValueError("there is no home folder for `~`") from error


UserPath = Annotated[Path, AfterValidator(absolute)]


def address(url: str) -> str:
    """The place below which an OpenAI-compatible server has its paths: `http://HOST:8080/v1`."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address as http://HOST:8080/v1")
    if parts.username or parts.password:
        raise ValueError(f"must hold no password; the key is read from {KEY_VARIABLE}")
    path = parts.path.rstrip("/") or "/v1"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


Address = Annotated[str, AfterValidator(address)]


def words(value: object) -> object:
    """A list in the file as the words on the command line: `["read", "network"]`."""
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return " ".join(value)
    return value


def reaches(text: str) -> str:
    """Names of what a patch may reach, each once; none of those that nobody may allow."""
    wanted = dict.fromkeys(text.replace(",", " ").split())
    may_be = sorted(capability.value for capability in ALLOWABLE)
    for word in wanted:
        if word not in may_be:
            is_known = word in {capability.value for capability in Capability}
            why = f"is never allowed: `{word}`" if is_known else f"cannot be `{word}`"
            raise ValueError(f"{why}; what can be said is {', '.join(may_be)}")
    return " ".join(wanted)


Reaches = Annotated[str, BeforeValidator(words), AfterValidator(reaches)]


def listed(text: str) -> frozenset[Capability]:
    """The capabilities in a checked setting."""
    return frozenset(map(Capability, text.split()))


class Settings(BaseModel):
    """All settings. Only `app`, `service` and `cli` see this; everything below gets the value."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    model: str = Field(
        default="patchgen-small", min_length=1, description="Model: a name or a .gguf file."
    )
    music_model: str = Field(
        default="patchgen-music",
        min_length=1,
        description="Model for sentences that begin with piano or chords: a name or a .gguf file.",
    )
    output_folder: UserPath = Field(
        default=Path("~/patchgen"),
        validate_default=True,
        description="Folder for generated patches.",
    )
    models_folder: UserPath = Field(
        default=Path("~/.local/share/patchgen/models"),
        validate_default=True,
        description="Folder for further models (.gguf files).",
    )
    port: int = Field(
        default=9340,
        ge=0,
        le=65535,
        description="UDP port of the daemon on 127.0.0.1; 0 takes a free one.",
    )
    temperature: float = Field(
        default=0.8,
        ge=0,
        le=2,
        description="How freely to choose; 0 takes the likeliest word every time.",
    )
    top_k: int = Field(
        default=40,
        ge=0,
        le=100_000,
        description="Choose among this many likeliest words; 0 means all.",
    )
    max_tokens: int = Field(
        default=1024, ge=1, le=32_768, description="Longest answer of the model, in tokens."
    )
    candidates: int = Field(
        default=4,
        ge=1,
        le=64,
        description="At most this many drafts; the first that passes is taken.",
    )
    seed: int | None = Field(
        default=None,
        ge=0,
        le=2**31 - 1,
        description="Seed; the same one gives the same patch. Unset: random.",
    )
    n_gpu_layers: Literal["auto"] | Annotated[int, Field(ge=0, le=1000)] = Field(
        default="auto", description="Layers on the graphics card: auto, or a number; 0 means none."
    )
    n_ctx: int = Field(
        default=2048, ge=256, le=1_048_576, description="Tokens of prompt and answer together."
    )
    threads: int | None = Field(
        default=None,
        ge=1,
        le=1024,
        description="Processor threads. Unset: fitted to the model's size.",
    )
    lora: UserPath | None = Field(
        default=None,
        description="LoRA adapter (.gguf) to lay over the model. Unset: that of its card, if any.",
    )
    lora_scale: float = Field(
        default=1.0, ge=-10, le=10, description="How strongly the LoRA adapter counts."
    )
    remote_url: Address | None = Field(
        default=None,
        description="OpenAI-compatible server that runs the model instead: http://HOST:8080/v1.",
    )
    remote_model: str = Field(
        default="", description="The model's name on that server; empty: the only one there."
    )
    remote_seconds: float = Field(
        default=120,
        gt=0,
        le=86_400,
        description="Seconds without a word from that server until it counts as hung.",
    )
    remote_speaks: Speaks = Field(
        default="auto",
        description="How that server is asked: completions, chat, or auto: a chat where it has "
        "no completions.",
    )
    offline: bool = Field(
        default=False, description="Whether models are never downloaded: true or false."
    )
    allow: Reaches = Field(
        default="",
        description="What patches may reach besides audio and midi: read, file, network.",
    )
    deny: Reaches = Field(
        default="", description="What patches may not reach, such as midi; wins over allow."
    )
    pd: UserPath | None = Field(
        default=None,
        description="The pd program that tries patches. Unset: the one on the search path.",
    )
    idle_seconds: float = Field(
        default=900,
        ge=0,
        description="Seconds without work until the daemon unloads the model; 0: never.",
    )
    job_seconds: float = Field(
        default=900,
        ge=0,
        description="Seconds after which a job is given up; 0: never.",
    )
    history: bool = Field(
        default=True, description="Whether every job is kept in the history: true or false."
    )
    corrections: bool = Field(
        default=True,
        description="Whether the history keeps what you change in generated patches: true or "
        "false.",
    )
    history_file: UserPath = Field(
        default=Path("~/.local/state/patchgen/history.db"),
        validate_default=True,
        description="File of the history.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="How much is told on the error stream."
    )


@dataclass(frozen=True, slots=True)
class Given:
    """A raw value and where it came from, as an error names it."""

    value: object
    source: str


def default_file(environment: Mapping[str, str]) -> Path:
    """Where the configuration file is looked for; it need not exist."""
    if named := environment.get(FILE_VARIABLE):
        return absolute(Path(named))
    base = environment.get("XDG_CONFIG_HOME") or "~/.config"
    return absolute(Path(base) / "patchgen" / "config.toml")


def find_file(environment: Mapping[str, str]) -> Path | None:
    """The configuration file, if there is one. Raises ConfigInvalid where a named one is gone."""
    path = default_file(environment)
    if path.is_file():
        return path
    if environment.get(FILE_VARIABLE):
        raise ConfigInvalid(
            f"there is no configuration file {path}", hint=f"Correct or unset {FILE_VARIABLE}."
        )
    return None


def load(
    file: Path | None, environment: Mapping[str, str], overrides: Mapping[str, object]
) -> Settings:
    """Defaults, then the file, then PATCHGEN_* variables, then overrides that are not None.

    `file` None means no file. Raises ConfigInvalid with the key, its value and what it may be.
    """
    return settings_from(gathered(file, environment, overrides))


def gathered(
    file: Path | None, environment: Mapping[str, str], overrides: Mapping[str, object]
) -> dict[str, Given]:
    """What was given, each key by its strongest source. Raises ConfigInvalid for an unknown key."""
    given: dict[str, Given] = {}
    if file is not None:
        for key, value in read_file(file).items():
            check_key(key, str(file))
            given[key] = Given(value, str(file))
    for variable, (key, text) in variables(environment).items():
        check_key(key, variable, shown=variable)
        given[key] = Given(text, variable)
    for key, value in overrides.items():
        check_key(key, "the command line")
        if value is not None:
            given[key] = Given(value, f"--{key.replace('_', '-')}")
    return given


def variables(environment: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The variables that mean settings: key and text by the variable's name."""
    return {
        variable: (variable.removeprefix(PREFIX).lower(), text)
        for variable, text in environment.items()
        if variable.startswith(PREFIX) and variable not in NO_SETTINGS and text
    }


def problems(
    values: Mapping[str, object], source: str, environment: Mapping[str, str]
) -> Iterator[ConfigInvalid]:
    """Every mistake in the values of a file and in the variables, each by itself."""
    given = [(key, Given(value, source), None) for key, value in values.items()]
    named = variables(environment).items()
    told = [(key, Given(text, variable), variable) for variable, (key, text) in named]
    for key, item, shown in (*given, *told):
        try:
            check_key(key, item.source, shown=shown)
            settings_from({key: item})
        except ConfigInvalid as error:
            yield error


def settings_from(given: Mapping[str, Given]) -> Settings:
    """Checks the values. Raises ConfigInvalid for the first bad one."""
    try:
        return Settings.model_validate({key: item.value for key, item in given.items()})
    except ValidationError as error:
        # The last one: of the alternatives of a union it is the most telling.
        problem = error.errors(include_url=False)[-1]
        key = str(problem["loc"][0])
        item = given.get(key)
        value, source = ("", "the defaults") if item is None else (item.value, item.source)
        raise ConfigInvalid(
            f"{key} = {value} ({source}): {spoken(problem['msg'])}",
            hint=f"{key}: {Settings.model_fields[key].description}",
        ) from error


def read_file(path: Path) -> dict[str, object]:
    """The keys of a TOML file. Raises ConfigInvalid when it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigInvalid(
            f"the configuration file {path} cannot be read: {error}",
            hint="It is TOML: one `key = value` a line. `patchgen config show` prints a whole one.",
        ) from error


def check_key(key: str, source: str, *, shown: str | None = None) -> None:
    """Raises ConfigInvalid, with the nearest name, for a key that is no setting."""
    if key in Settings.model_fields:
        return
    near = nearest(key, Settings.model_fields)
    if near and shown:
        near = PREFIX + near.upper()
    guess = f"Did you mean {near!r}? " if near else ""
    where = "" if shown else f" in {source}"
    raise ConfigInvalid(
        f"no setting named {shown or key!r}{where}", hint=f"{guess}See `patchgen config show`."
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def spoken(message: str) -> str:
    """Pydantic's sentence as the second half of ours: `must be less than or equal to 2`."""
    for opening in ("Input should ", "String should ", "Value error, "):
        if message.startswith(opening):
            rest = message.removeprefix(opening)
            return rest if opening.startswith("Value") else f"must {rest}"
    return message
