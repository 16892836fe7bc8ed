"""The door to httpx2: what an OpenAI-compatible server says, piece by piece as it is written."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from patchgen.engine.base import ModelFacts, Sampling
from patchgen.engine.options import Server
from patchgen.engine.remote_faults import (
    LOOK,
    Interrupted,
    complaint,
    not_understood,
    refused,
    translated,
)
from patchgen.errors import RemoteFailed

if TYPE_CHECKING:
    import httpx2

TO_CONNECT = 10.0
"""Seconds until a server counts as unreachable."""
DONE = "[DONE]"


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece of the answer."""

    text: str
    reason: str | None = None
    """Why the answer ends, with the last piece."""


class Delta(BaseModel):
    """A piece of an answer in a chat."""

    content: str | None = None


class Choice(BaseModel):
    """One answer of a completion, or a piece of it."""

    text: str = ""
    delta: Delta = Delta()
    """Of a chat, in the place of the text."""
    finish_reason: str | None = None

    @property
    def written(self) -> str:
        """The piece, however it came."""
        return self.text or self.delta.content or ""


class Completion(BaseModel):
    """One event of the stream."""

    choices: tuple[Choice, ...] = ()
    error: object = None


class Numbers(BaseModel):
    """What llama.cpp's server tells of a model."""

    n_params: int = 0
    n_vocab: int = 0
    n_ctx_train: int = 0


class Listed(BaseModel):
    """A model of a server."""

    id: str
    max_model_len: int | None = None
    """vLLM: tokens of prompt and answer together."""
    meta: Numbers | None = None


class Listing(BaseModel):
    """All models of a server."""

    data: tuple[Listed, ...]


async def facts(http: httpx2.AsyncClient, server: Server) -> ModelFacts:
    """What the server says about its model. Raises RemoteFailed or Interrupted."""
    with translated(server):
        answer = await http.get("models")
    if answer.status_code == 404:
        return facts_of(Listed(id=server.model))
    if not answer.is_success:
        raise refused(server, answer.status_code, answer.text, answer.headers, "models")
    try:
        models = Listing.model_validate_json(answer.content).data
    except ValidationError as error:
        raise not_understood(server, answer.text) from error
    return facts_of(chosen(models, server))


def chosen(models: tuple[Listed, ...], server: Server) -> Listed:
    """The model that is meant. Raises RemoteFailed where that is not clear."""
    if server.model:
        return next((m for m in models if m.id == server.model), Listed(id=server.model))
    if len(models) == 1:
        return models[0]
    names = ", ".join(model.id for model in models) or "none"
    raise RemoteFailed(
        f"{server.url} has {len(models)} models: {names}", hint="Name one: setting remote_model."
    )


def facts_of(model: Listed) -> ModelFacts:
    """The facts as every engine gives them; what a server does not tell is 0."""
    numbers = model.meta or Numbers()
    return ModelFacts(
        name=model.id,
        architecture="remote",
        parameters=numbers.n_params,
        vocabulary=numbers.n_vocab,
        trained_context=numbers.n_ctx_train,
        context=model.max_model_len or numbers.n_ctx_train,
        gpu_layers=0,
    )


Asked = Mapping[str, object]
"""The fields of a request that hold the prompt."""


async def streamed(
    http: httpx2.AsyncClient, server: Server, place: str, prompt: Asked, sampling: Sampling
) -> AsyncGenerator[Heard, None]:
    """The answer as it is written. Raises RemoteFailed, PromptInvalid, or Interrupted.

    Whoever stops listening closes the connection, and with it the server's work.
    """
    asked = {
        **prompt,
        "stream": True,
        "max_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "top_k": sampling.top_k,
        "min_p": sampling.min_p,
        "seed": sampling.seed,
    }
    with translated(server):
        async with http.sse(place, method="POST", json=asked) as source:
            answer = source.response
            if not answer.is_success:
                said = (await answer.aread()).decode("utf-8", "replace")
                raise refused(server, answer.status_code, said, answer.headers, place)
            async for event in source:
                if event.data == DONE:
                    return
                heard = understood(server, event.data)
                yield heard
                if heard.reason is not None:
                    return
    raise Interrupted(RemoteFailed(f"{server.url} stopped in mid-answer", hint=LOOK))


def client(server: Server) -> httpx2.AsyncClient:
    """Connections for one job; plain HTTP needs no certificates, which take long to read."""
    import httpx2

    return httpx2.AsyncClient(
        base_url=server.url,
        verify=server.url.startswith("https:"),
        headers={"Authorization": f"Bearer {server.key}"} if server.key else {},
        timeout=httpx2.Timeout(server.patience, connect=min(TO_CONNECT, server.patience)),
    )


def understood(server: Server, data: str) -> Heard:
    """One event. Raises RemoteFailed where it is none, Interrupted where it tells of an error."""
    try:
        said = Completion.model_validate_json(data)
    except ValidationError as error:
        raise not_understood(server, data) from error
    if said.error:
        raise Interrupted(
            RemoteFailed(f"{server.url} failed: {complaint(data)}", hint=LOOK),
        )
    if not said.choices:
        return Heard("")
    return Heard(said.choices[0].written, said.choices[0].finish_reason)
