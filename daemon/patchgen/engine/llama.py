"""The one door to llama.cpp: load a GGUF file, tokenise, read tokens, give logits."""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import numpy

from patchgen.engine.base import Control, ModelFacts, Piece
from patchgen.engine.options import LoadOptions, reading_threads, writing_threads
from patchgen.engine.sampling import Logits
from patchgen.engine.vocabulary import Vocabulary
from patchgen.errors import ModelBroken, ModelUnknown, PromptInvalid

CHUNK = 64
"""Prompt tokens read at once, always from a multiple of it: so the same prompt goes through the
same arithmetic whether its beginning was in the cache or not, and gives the same logits."""
SELF_TEST_TOKENS = 4
_CONTROL_NAME = re.compile(r"<\|[^|>]*\|>")
_CONTROL_START = re.compile(r"(?<=<)(?=\|[^|>]*\|>)")
"""Between `<` and `|start|>`: text is tokenised in stretches cut here, so that it spells the name
of a control token but never is one, even where llama.cpp takes the token for plain text."""
_ERROR_LEVEL = 4
_SPEAKER = re.compile(r"^(?:\w+: )+(?:error loading model: )?")
"""What llama.cpp puts before what it says: the function that says it."""
_FLASH_ATTENTION_OFF = 0


class Log:
    """What llama.cpp prints, kept silent; one line of it explains a failure."""

    def __init__(self, native: ModuleType) -> None:
        """Take over llama.cpp's log of this process."""
        self._lines: deque[tuple[int, str]] = deque(maxlen=200)
        # Kept here because llama.cpp holds no reference to the callback.
        self._callback = native.llama_log_callback(self._keep)
        native.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _keep(self, level: int, text: bytes, _data: object) -> None:
        line = text.decode("utf-8", "replace").strip()
        if line.strip("."):
            self._lines.append((level, line))

    def cause(self) -> str:
        """The first error, from which all later ones follow; the last line where there is none."""
        errors = [line for level, line in self._lines if level == _ERROR_LEVEL]
        lines = errors[:1] or [line for _, line in self._lines][-1:]
        self._lines.clear()
        return "".join(_SPEAKER.sub("", line) for line in lines)


class LlamaModel:
    """A loaded model with one context. The prompt stays in its cache between requests."""

    def __init__(self, options: LoadOptions) -> None:
        """Load the file; raises ModelUnknown or ModelBroken. A bad file may end the process."""
        for path in (options.path, options.lora):
            if path is not None:
                _check_file(path)
        import llama_cpp.llama_cpp as native

        self._native: ModuleType = native
        self._log = Log(native)
        native.llama_backend_init()
        self._gpu_layers = _gpu_layers(native, options)
        self._model = self._load(options)
        self._vocab = self._native.llama_model_get_vocab(self._model)
        self._size = int(self._native.llama_vocab_n_tokens(self._vocab))
        self._trained = int(self._native.llama_model_n_ctx_train(self._model))
        self._n_ctx = min(options.n_ctx, self._trained) if self._trained > 0 else options.n_ctx
        self._context = self._open_context(options)
        if options.lora is not None:
            self._lay_over(options.lora, options.lora_scale)
        self._memory = self._native.llama_get_memory(self._context)
        self.vocabulary = self._read_vocabulary()
        self._prompt: list[int] = []
        self._answer: list[int] = []

    def _load(self, options: LoadOptions) -> int:
        params = self._native.llama_model_default_params()
        params.n_gpu_layers = self._gpu_layers
        # The default build crashes on quantised models where the processor has AMX: llama.cpp
        # issue 20824. Repacked weights are its only gain, so it is never worth the risk.
        params.use_extra_bufts = False
        if not options.memory_map:
            params.load_mode = self._native.LLAMA_LOAD_MODE_NONE
        model = self._native.llama_model_load_from_file(str(options.path).encode(), params)
        if not model:
            raise ModelBroken(
                f"llama.cpp cannot load {options.path}: {self._log.cause()}",
                hint="Download the model again; the file may be cut short or of a newer kind.",
            )
        return int(model)

    def _open_context(self, options: LoadOptions) -> int:
        params = self._native.llama_context_default_params()
        params.n_ctx = self._n_ctx
        params.n_batch = params.n_ubatch = CHUNK
        params.n_threads = writing_threads(options)
        params.n_threads_batch = reading_threads(options)
        # The default is automatic, which means on: 1.4 to 3 times slower for small models.
        params.flash_attn_type = _FLASH_ATTENTION_OFF
        params.no_perf = True
        context = self._native.llama_init_from_model(self._model, params)
        if not context:
            raise ModelBroken(
                f"no room to run {options.path} with {self._n_ctx} tokens: {self._log.cause()}",
                hint="Set a smaller context, or fewer layers on the graphics card.",
            )
        return int(context)

    def _lay_over(self, lora: Path, scale: float) -> None:
        """Put an adapter over the model; llama.cpp frees it together with the model."""
        adapter = self._native.llama_adapter_lora_init(self._model, str(lora).encode())
        if not adapter:
            raise ModelBroken(
                f"llama.cpp cannot lay {lora} over the model: {self._log.cause()}",
                hint="An adapter fits only the model that it was trained on. See setting lora.",
            )
        adapters = (self._native.llama_adapter_lora_p_ctypes * 1)(adapter)
        scales = (ctypes.c_float * 1)(scale)
        status = int(self._native.llama_set_adapters_lora(self._context, adapters, 1, scales))
        assert status == 0, "an adapter that was made for this model fits its context"

    def _read_vocabulary(self) -> Vocabulary:
        native, vocab = self._native, self._vocab
        never = native.LLAMA_TOKEN_ATTR_UNKNOWN | native.LLAMA_TOKEN_ATTR_UNUSED
        ends, hidden, controls, pieces = set(), [], {}, []
        for token in range(self._size):
            attributes = int(native.llama_vocab_get_attr(vocab, token))
            is_end = bool(native.llama_vocab_is_eog(vocab, token))
            name = native.llama_vocab_get_text(vocab, token).decode("utf-8", "replace")
            is_control = is_end or bool(attributes & native.LLAMA_TOKEN_ATTR_CONTROL)
            # llama.cpp turns some of them (<|start|>, <|message|>) into plain added tokens.
            is_control |= bool(_CONTROL_NAME.fullmatch(name))
            piece = b"" if is_control else self._piece(token)
            if is_control:
                controls[name] = token
            if is_end:
                ends.add(token)
            elif attributes & never or not piece:
                hidden.append(token)
            pieces.append(piece)
        return Vocabulary(tuple(pieces), frozenset(ends), tuple(hidden), controls)

    def _piece(self, token: int) -> bytes:
        size = 64
        while True:
            buffer = ctypes.create_string_buffer(size)
            used = self._native.llama_token_to_piece(self._vocab, token, buffer, size, 0, False)
            if used >= 0:
                return buffer.raw[:used]
            size = -used

    def encode(self, prompt: tuple[Piece, ...]) -> list[int]:
        """Tokens of a prompt: text never becomes a control token, controls go in by their id."""
        tokens: list[int] = []
        for part in _joined(prompt):
            if isinstance(part, str):
                for stretch in _CONTROL_START.split(part):
                    tokens.extend(self._tokenise(stretch))
            else:
                tokens.append(self.vocabulary.control(part.name))
        first = int(self._native.llama_vocab_bos(self._vocab))
        wants_first = bool(self._native.llama_vocab_get_add_bos(self._vocab))
        if first >= 0 and tokens[:1] != [first] and (wants_first or not tokens):
            tokens.insert(0, first)
        if not tokens:
            raise PromptInvalid("the prompt is empty", hint="Say what the patch should do.")
        return tokens

    def _tokenise(self, text: str) -> list[int]:
        data = text.encode("utf-8", "replace")
        if not data:
            return []
        size = len(data) + 8
        buffer = (self._native.llama_token * size)()
        count = self._native.llama_tokenize(
            self._vocab, data, len(data), buffer, size, False, False
        )
        assert count >= 0, "a token is at least one byte"
        return [int(token) for token in buffer[:count]]

    @property
    def room(self) -> int:
        """Tokens that still fit into the context."""
        return self._n_ctx - len(self._prompt) - len(self._answer)

    def begin(self, tokens: list[int], tick: Callable[[], None]) -> None:
        """Read a prompt; whole chunks that stand in the cache already are not read again."""
        if len(tokens) >= self._n_ctx:
            raise PromptInvalid(
                f"the prompt has {len(tokens)} tokens, the model reads {self._n_ctx}",
                hint="Shorten the prompt.",
            )
        shared = _common_length(self._prompt, tokens[:-1])
        self._forget_from(shared - shared % CHUNK)
        self._answer = []
        for start in range(len(self._prompt), len(tokens), CHUNK):
            tick()
            chunk = tokens[start : start + CHUNK]
            self._read(chunk)
            self._prompt = tokens[: start + len(chunk)]

    def _forget_from(self, kept: int) -> None:
        if self._native.llama_memory_seq_rm(self._memory, 0, kept, -1):
            self._prompt = self._prompt[:kept]
        else:
            # Recurrent models cannot forget a part.
            self._native.llama_memory_clear(self._memory, False)
            self._prompt = []

    def advance(self, token: int) -> None:
        """Read one token of the answer."""
        self._read([token])
        self._answer.append(token)

    def retreat(self) -> None:
        """Forget the last token of the answer."""
        prompt, answer = self._prompt, self._answer[:-1]
        self._forget_from(len(prompt) + len(answer))
        self._answer = answer
        if self._prompt != prompt:
            self.begin(prompt, lambda: None)
            for token in answer:
                self.advance(token)

    def _read(self, tokens: list[int]) -> None:
        array = (self._native.llama_token * len(tokens))(*tokens)
        batch = self._native.llama_batch_get_one(array, len(tokens))
        status = int(self._native.llama_decode(self._context, batch))
        if status != 0:
            self._native.llama_memory_clear(self._memory, False)
            self._prompt, self._answer = [], []
            raise ModelBroken(
                f"llama.cpp could not read a token (status {status}): {self._log.cause()}",
                hint="Restart the daemon; if it happens again, try another model.",
            )

    def logits(self) -> Logits:
        """A copy of the logits after the last token read."""
        row = self._native.llama_get_logits_ith(self._context, -1)
        return numpy.ctypeslib.as_array(row, shape=(self._size,)).astype(numpy.float32)

    def self_test(self) -> None:
        """Read and write a few tokens, so that a crash happens now and not in a job."""
        ends = self.vocabulary.ends
        tokens = [token for token in range(self._size) if token not in ends]
        self.begin(tokens[: min(CHUNK, self._n_ctx - SELF_TEST_TOKENS - 1)], lambda: None)
        for _ in range(SELF_TEST_TOKENS):
            logits = self.logits()
            if not numpy.isfinite(logits).all():
                raise ModelBroken(
                    "the model computes no finite numbers",
                    hint="Download the model again; its weights may be damaged.",
                )
            self.advance(int(logits.argmax()))
        self._forget_from(0)
        self._answer = []

    def facts(self) -> ModelFacts:
        """What the file says about the model."""
        return ModelFacts(
            name=self._metadata("general.name") or self._metadata("general.basename"),
            architecture=self._metadata("general.architecture"),
            parameters=int(self._native.llama_model_n_params(self._model)),
            vocabulary=self._size,
            trained_context=self._trained,
            context=self._n_ctx,
            gpu_layers=self._gpu_layers,
            chat_template=self._metadata("tokenizer.chat_template"),
        )

    def _metadata(self, key: str) -> str:
        size = 256
        while True:
            buffer = ctypes.create_string_buffer(size)
            used = self._native.llama_model_meta_val_str(self._model, key.encode(), buffer, size)
            if used < size:
                return buffer.value.decode("utf-8", "replace")
            size = used + 1


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise ModelUnknown(
            f"there is no model file {path}", hint="See `patchgen models` for what exists."
        )
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise ModelBroken(
            f"{path} cannot be read: {error.strerror}", hint="Check its permissions."
        ) from error
    if magic != b"GGUF":
        raise ModelBroken(
            f"{path} is no GGUF file", hint="Download the model again, as a .gguf file."
        )


def _gpu_layers(native: ModuleType, options: LoadOptions) -> int:
    if options.n_gpu_layers == "auto":
        return -1 if native.llama_supports_gpu_offload() else 0
    return options.n_gpu_layers


def _joined(prompt: tuple[Piece, ...]) -> Iterator[str | Control]:
    """Neighbouring texts as one, for tokens may reach across the seam."""
    text = ""
    for part in prompt:
        if not isinstance(part, Control):
            text += part.text
            continue
        if text:
            yield text
        text = ""
        yield part
    if text:
        yield text


def _common_length(one: list[int], other: list[int]) -> int:
    """How many first tokens two lists share."""
    for i, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return i
    return min(len(one), len(other))
