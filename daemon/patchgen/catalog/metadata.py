"""What a GGUF file says about itself: the one door to the gguf library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from patchgen.errors import ModelBroken

if TYPE_CHECKING:
    from gguf import GGUFReader

MAGIC = b"GGUF"
BYTES_A_VALUE = 2
"""llama.cpp keeps what it has read in 16-bit floats."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The header of a model file, as far as a user has a use for it."""

    name: str
    architecture: str
    kind: str
    """`model`, or `adapter` for a LoRA."""
    parameters: int
    quantisation: str
    """Of most weights: Q8_0, F16, ..."""
    context: int
    """Tokens it saw at once in training; 0 where the file does not say."""
    layers: int
    vocabulary: int
    cache_values: int
    """Numbers that are kept for each token that was read."""
    licence: str
    template: str
    """The chat template, in Jinja; empty where there is none."""
    size: int
    """Bytes of the file."""

    def memory(self, context: int) -> int:
        """Bytes that the model needs with so many tokens: weights and cache, nothing else."""
        tokens = min(context, self.context) if self.context else context
        return self.size + tokens * self.cache_values * BYTES_A_VALUE


def read(path: Path) -> Metadata:
    """The metadata of a file whose tensors are all there. Raises ModelBroken."""
    from gguf import GGUFReader

    try:
        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise broken(path, "it is no GGUF file")
        return metadata(GGUFReader(path), path)
    except OSError as error:
        raise broken(path, error.strerror or str(error)) from error
    except (ValueError, IndexError, KeyError, OverflowError, MemoryError, TypeError) as error:
        raise broken(path, "it is cut short or damaged") from error


def metadata(reader: GGUFReader, path: Path) -> Metadata:
    """The metadata of an opened file. Raises ModelBroken where tensors are missing."""
    size = path.stat().st_size
    tensors = reader.tensors
    if any(tensor.data_offset + tensor.n_bytes > size for tensor in tensors):
        raise broken(path, "it is cut short")
    architecture = text(reader, "general.architecture")
    return Metadata(
        name=text(reader, "general.name"),
        architecture=architecture,
        kind=text(reader, "general.type") or "model",
        parameters=sum(int(tensor.n_elements) for tensor in tensors),
        quantisation=quantisation(reader),
        context=number(reader, f"{architecture}.context_length"),
        layers=number(reader, f"{architecture}.block_count"),
        vocabulary=length(reader, "tokenizer.ggml.tokens"),
        cache_values=cache_values(reader, architecture),
        licence=text(reader, "general.license"),
        template=text(reader, "tokenizer.chat_template"),
        size=size,
    )


def cache_values(reader: GGUFReader, architecture: str) -> int:
    """Keys and values of all layers for one token; heads may differ from layer to layer."""
    layers = number(reader, f"{architecture}.block_count")
    heads = number(reader, f"{architecture}.attention.head_count")
    width = number(reader, f"{architecture}.embedding_length")
    key = number(reader, f"{architecture}.attention.key_length") or (width // heads if heads else 0)
    value = number(reader, f"{architecture}.attention.value_length") or key
    kept = contents(reader, f"{architecture}.attention.head_count_kv")
    if isinstance(kept, list):
        return sum(kept) * (key + value)
    return layers * (kept if isinstance(kept, int) else heads) * (key + value)


def quantisation(reader: GGUFReader) -> str:
    """How most weights are stored."""
    from gguf import LlamaFileType

    try:
        name = LlamaFileType(number(reader, "general.file_type")).name
    except ValueError:
        return ""
    return name.removeprefix("MOSTLY_").removeprefix("ALL_")


def contents(reader: GGUFReader, key: str) -> object:
    """The value of a key; None where it is missing."""
    field = reader.get_field(key)
    return None if field is None else field.contents()


def text(reader: GGUFReader, key: str) -> str:
    """A text; empty where it is missing."""
    value = contents(reader, key)
    return value if isinstance(value, str) else ""


def number(reader: GGUFReader, key: str) -> int:
    """A whole number; 0 where it is missing or differs from layer to layer."""
    value = contents(reader, key)
    return value if isinstance(value, int) else 0


def length(reader: GGUFReader, key: str) -> int:
    """How many entries a list has, without reading them."""
    field = reader.get_field(key)
    return 0 if field is None else len(field.data)


def broken(path: Path, why: str) -> ModelBroken:
    """The error for a file that is no whole model."""
    return ModelBroken(
        f"{path} cannot be used: {why}",
        hint="Download it again; `patchgen models verify NAME` compares checksums.",
    )
