"""The carried facts as text: what is said of the document, what it shows, of what.

The digest stands over the three texts as they lie, with a line end after each; so
anybody can compute it again with any SHA-256.
"""

import bz2
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

NAMESPACE = "urn:curriculum:facts"
FORMAT = 1
LARGEST_UNPACKED_MB = 64
_TIGHT = b"BZh"
_SIGNED = "curriculum facts {}: {}"


class UnreadableFactsError(ValueError):
    """Carried facts that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a document carries, each as text."""

    about: str
    """JSON: which document of which programme, by which version of the tool."""
    shown: str
    """Packed: what the document shows."""
    programme: str
    """Packed: the programme that it was made of."""
    digest: str = ""
    signature: str = ""

    @property
    def right_digest(self) -> str:
        """The digest that these facts have."""
        told = "".join(f"{text}\n" for text in (self.about, self.shown, self.programme))
        return sha256(told.encode()).hexdigest()

    @property
    def signed_text(self) -> bytes:
        """What a signature is made of."""
        return _SIGNED.format(FORMAT, self.digest).encode()

    def sealed(self) -> "Carried":
        """The same with its digest."""
        return replace(self, digest=self.right_digest, signature="")

    def signed(self, sign: Callable[[bytes], bytes]) -> "Carried":
        """The same with a signature."""
        return replace(self, signature=b64encode(sign(self.signed_text)).decode())

    def told(self) -> Mapping[str, Any]:
        """What is said of the document.  Raises UnreadableFactsError."""
        about = from_json(self.about)
        if not isinstance(about, dict):
            raise UnreadableFactsError("they say nothing of the document")
        return about


FIELDS = ("about", "shown", "programme", "digest", "signature")


def as_xml(carried: Carried) -> bytes:
    """The facts as a custom XML part."""
    parts = (
        f"<{name}>{escape(text)}</{name}>\n"
        for name in FIELDS
        if (text := getattr(carried, name))
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    root = f'<facts xmlns="{NAMESPACE}" format="{FORMAT}">'
    return f"{head}\n{root}\n{''.join(parts)}</facts>\n".encode()


def from_xml(content: bytes) -> Carried | None:
    """The facts of a custom XML part; None if it is a part of something else."""
    if NAMESPACE.encode() not in content or b"<!DOCTYPE" in content:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise UnreadableFactsError("their part is damaged") from None
    if root.tag != f"{{{NAMESPACE}}}facts":
        return None
    if root.get("format") != str(FORMAT):
        raise UnreadableFactsError(
            f"they are of format {root.get('format')}, which this version of the tool "
            "does not know"
        )
    texts = {n: (root.findtext(f"{{{NAMESPACE}}}{n}") or "").strip() for n in FIELDS}
    return Carried(**texts)


def as_json(value: object) -> str:
    """A value as JSON without a blank."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def packed(text: str, *, tight: bool = False) -> str:
    """A text in fewer letters; ``tight`` takes longer, and is worth it if kept."""
    content = text.encode("utf-8", "replace")
    return b64encode(
        bz2.compress(content) if tight else zlib.compress(content)
    ).decode()


def unpacked(text: str) -> str:
    """What a packed text says.  Raises UnreadableFactsError; bounded."""
    most = LARGEST_UNPACKED_MB * 1_000_000
    try:
        content = b64decode(text, validate=True)
        tight = content.startswith(_TIGHT)
        unpacker = bz2.BZ2Decompressor() if tight else zlib.decompressobj()
        told = unpacker.decompress(content, most + 1)
        said = told.decode()
    except (ValueError, OSError, EOFError, zlib.error):
        raise UnreadableFactsError("they are damaged") from None
    if len(told) > most:
        raise UnreadableFactsError(f"they unpack to more than {LARGEST_UNPACKED_MB} MB")
    if not unpacker.eof:
        raise UnreadableFactsError("a part of them is missing")
    return said


def from_json(text: str) -> Any:  # noqa: ANN401 (JSON is untyped)
    """The value of a JSON text.  Raises UnreadableFactsError."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableFactsError("they are damaged") from None
