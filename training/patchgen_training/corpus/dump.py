"""Patches in the dump of a forum or of a patch repository: posts as JSON, files beside them.

A dump is a folder; its .json and .jsonl files hold posts, one, a list of them, or one a line. The
names of their fields differ from site to site: FIELDS has those that are understood.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from patchgen_training.corpus.archives import Found
from patchgen_training.corpus.label import patches
from patchgen_training.corpus.licences import Label, licence
from patchgen_training.corpus.mail import written_out
from patchgen_training.corpus.patch import Patch
from patchgen_training.corpus.tree import in_file

FIELDS = {
    "name": ("id", "slug", "url", "link"),
    "title": ("title", "name", "subject"),
    "text": ("excerpt", "description", "content", "body", "text"),
    "license": ("license", "licence"),
    "author": ("author", "user", "username"),
    "keywords": ("tags", "keywords"),
    "files": ("files", "attachments"),
}
WORDS = ("rendered", "name", "filename", "path", "title", "slug")
"""Where a value is an object, the field of it that counts."""
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def post_files(root: Path) -> list[Path]:
    """The files of a dump that may hold posts."""
    return sorted(path for path in root.rglob("*.json*") if path.suffix in (".json", ".jsonl"))


def in_posts(root: Path, path: Path) -> Iterator[Patch]:
    """The patches of all posts in one file."""
    for number, post in enumerate(posts(path)):
        if isinstance(post, dict):
            yield from in_post(root, path, post, f"{path.stem}/{number}")
        else:
            yield Patch("", root.name, path.name, trouble="dump: no post")


def posts(path: Path) -> Iterator[Any]:
    """What a file holds: a post, a list of posts, or a post a line; None for what is no JSON."""
    try:
        with path.open(encoding="utf-8") as file:
            if path.suffix == ".jsonl":
                yield from (json.loads(line) for line in file if line.strip())
                return
            read = json.load(file)
    except (ValueError, OSError):
        yield None
        return
    yield from read if isinstance(read, list) else [read]


def in_post(root: Path, path: Path, post: Mapping[str, Any], name: str) -> Iterator[Patch]:
    """The patches of one post: its files, and what is written in its text."""
    said = {field: first(post, names) for field, names in FIELDS.items()}
    source = f"{root.resolve().name}/{word(said['name']) or name}"
    own = licence(word(said["license"]))
    found = [*named(root, path, said["files"]), *written_out(body(post), name)]
    title, text = word(said["title"]), told(word(said["text"]))
    for patch in patches(found, source, Label(own, "post" if own else "")):
        yield replace(
            patch,
            author=patch.author or word(said["author"]),
            description=patch.description or ": ".join(filter(None, (title, text))),
            keywords=patch.keywords or tuple(map(word, listed(said["keywords"]))),
        )


def named(root: Path, path: Path, files: Any) -> Iterator[Found]:
    """What is found in the files that a post names, which must lie in the dump."""
    for name in map(word, listed(files)):
        place = (path.parent / name).resolve()
        if not place.is_relative_to(root.resolve()):
            yield Found(name, trouble="dump: file outside the dump")
        elif not place.is_file():
            yield Found(name, trouble="dump: file missing")
        else:
            yield from in_file(place, root.resolve())


def first(post: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first of the fields that holds something."""
    return next((post[name] for name in names if post.get(name)), "")


def word(value: Any) -> str:
    """A value as text; of an object the field that names it."""
    if isinstance(value, dict):
        return word(first(value, WORDS))
    return str(value) if isinstance(value, str | int) else ""


def listed(value: Any) -> list[Any]:
    """A list as it is; anything else as a list of it; nothing as none."""
    return value if isinstance(value, list) else [value] if value else []


def body(post: Mapping[str, Any]) -> str:
    """The text of a post with its marks of HTML taken away."""
    texts = (word(post[name]) for name in FIELDS["text"] if post.get(name))
    return "\n".join(html.unescape(TAG.sub("\n", text)) for text in texts)


def told(text: str) -> str:
    """A text for people, without marks, patches and line breaks."""
    plain = html.unescape(TAG.sub(" ", text))
    return " ".join(plain.split("#N canvas")[0].split())
