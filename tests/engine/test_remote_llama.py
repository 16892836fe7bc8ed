"""The remote engine on llama.cpp's own server with the bundled model: the whole path by HTTP."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from patchgen.app import build, sampling
from patchgen.catalog.find import CATALOG
from patchgen.config import Settings
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.engine.base import Control, Request, Sampling, Text
from patchgen.engine.options import Server, Speaks
from patchgen.engine.remote import RemoteEngine
from patchgen.errors import Cancelled, RemoteFailed
from patchgen.pd.parse import parse
from patchgen.pipeline.steps import Order, Written

PATIENCE = 120.0
"""Seconds until the server must answer; a busy machine takes long to import it."""
KEY = "a secret"
PROMPT = (Control("<|prompt|>"), Text("a sine wave at 220 Hz"), Control("<|patch|>"))


TEMPLATE = {
    "chat_template": "<|prompt|>{{ messages[0].content }}<|patch|>",
    "bos_token": "<s>",
    "eos_token": "</s>",
}
"""How the server makes a prompt of a chat."""


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where llama.cpp's server answers for the bundled model; a key is asked for."""
    port = free_port()
    log = tmp_path_factory.mktemp("server") / "log"
    template = log.with_name("tokenizer_config.json")
    template.write_text(json.dumps(TEMPLATE), "utf-8")
    words = (
        "-m", "llama_cpp.server", "--model", CATALOG.parent / "bundled/patchgen-small.gguf",
        "--host", "127.0.0.1", "--port", str(port), "--n_ctx", "1024", "--api_key", KEY,
        "--n_threads", "1", "--n_threads_batch", "1", "--chat_format", "hf-tokenizer-config",
        "--hf_tokenizer_config_path", template,
    )  # fmt: skip
    with log.open("wb") as out:
        process = subprocess.Popen((sys.executable, *words), stdout=out, stderr=out)
    try:
        wait_for(f"http://127.0.0.1:{port}/docs", process, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.kill()
        process.wait()


def wait_for(page: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the page is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(page, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8", "replace"))


@pytest.fixture
def settings(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The usual settings, but the model runs on the server."""
    monkeypatch.setenv("PATCHGEN_API_KEY", KEY)
    return Settings.model_validate(
        {"remote_url": url, "output_folder": tmp_path / "out", "history": False}
    )


def test_a_sentence_becomes_a_patch_by_way_of_the_server(settings: Settings) -> None:
    with closing(build(settings)) as pipeline:
        order = Order("a sine wave at 220 Hz", sampling(settings, 3), settings.candidates)
        last = list(pipeline.run(order))[-1]

    assert isinstance(last, Written)
    names = {box.name for box in parse(last.result.path.read_text("utf-8")).boxes}
    assert {"osc~", "dac~"} <= names
    assert last.result.tokens > 0
    assert last.result.model == "patchgen-small"


def test_a_sentence_becomes_a_patch_in_a_chat(settings: Settings) -> None:
    chatting = settings.model_copy(update={"remote_speaks": "chat"})

    with closing(build(chatting)) as pipeline:
        order = Order("a sine wave at 220 Hz", sampling(chatting, 3), chatting.candidates)
        last = list(pipeline.run(order))[-1]

    assert isinstance(last, Written)
    names = {box.name for box in parse(last.result.path.read_text("utf-8")).boxes}
    assert {"osc~", "dac~"} <= names


def test_drafts_obey_the_constraint(url: str) -> None:
    engine = RemoteEngine(Server(url, key=KEY))

    for seed in range(5):
        wild = Sampling(temperature=1.6, top_k=0, top_p=1, min_p=0, max_tokens=150, seed=seed)
        draft = engine.generate(Request(PROMPT, wild, PatchConstraint))

        constraint = PatchConstraint()
        assert constraint.allows(draft.text), draft
        assert not draft.text or constraint.may_end(draft.text), draft


def test_a_beginning_is_kept(url: str) -> None:
    request = Request(PROMPT, Sampling(seed=1), PatchConstraint, beginning="1 osc~ 220\n")

    draft = RemoteEngine(Server(url, key=KEY)).generate(request)

    assert draft.text.startswith("1 osc~ 220\n2 ")


def test_a_wrong_key_is_told(url: str) -> None:
    with pytest.raises(RemoteFailed, match="401") as caught:
        RemoteEngine(Server(url, key="wrong")).describe()

    assert "PATCHGEN_API_KEY" in caught.value.hint


@pytest.mark.parametrize("speaks", ["completions", "chat"])
def test_after_a_cancel_the_server_is_free_for_the_next(url: str, speaks: Speaks) -> None:
    engine = RemoteEngine(Server(url, key=KEY, speaks=speaks))
    begun = threading.Event()
    endless = Request(PROMPT, Sampling(temperature=2, top_k=0, min_p=0, max_tokens=900, seed=1))

    with pytest.raises(Cancelled):
        engine.generate(endless, on_progress=lambda _: begun.set(), cancelled=begun.is_set)

    assert engine.generate(Request(PROMPT, Sampling(seed=2), PatchConstraint)).text
