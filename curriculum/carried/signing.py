"""Signatures with Ed25519, for a body that wants more than a digest.

The library that makes them is an optional extra, so it is imported when needed.
"""

from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from curriculum.carried.facts import Carried
from curriculum.errors import SourceError
from curriculum.files import bytes_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

_LARGEST_KEY_MB = 1
_MISSING = (
    "signatures need the library cryptography, which is not installed: "
    'pip install "curriculum[sign]"'
)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that says whose signature it is."""

    name: str
    _key: "Ed25519PublicKey"

    def objection(self, facts: Carried) -> str:
        """Why the facts are not signed by this key, or nothing."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 (optional)

        if not facts.signature:
            return "it is not signed"
        try:
            self._key.verify(
                b64decode(facts.signature, validate=True), facts.signed_text
            )
        except (InvalidSignature, Base64Error, ValueError):
            return f"its signature is not of {self.name}"
        if facts.digest != facts.right_digest:
            return "what it carries is not what was signed"
        return ""


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A key that signs."""

    _key: "Ed25519PrivateKey"

    def __call__(self, text: bytes) -> bytes:
        """The signature of a text."""
        return self._key.sign(text)


def private_key(path: Path) -> PrivateKey:
    """The private key in a file, as PEM or as OpenSSH writes it."""
    try:
        from cryptography.hazmat.primitives import serialization as keys  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PrivateKey,
        )
    except ImportError:
        raise SourceError(_MISSING) from None
    data = bytes_of(path, _LARGEST_KEY_MB)
    ssh = b"OPENSSH PRIVATE KEY" in data
    read = keys.load_ssh_private_key if ssh else keys.load_pem_private_key
    try:
        key = read(data, None)
    except TypeError:
        raise SourceError(
            f"{path.name}: is protected by a password; give a key without one"
        ) from None
    except Exception:  # noqa: BLE001 (the library raises many kinds for what is no key)
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise SourceError(
            f"{path.name}: is no private key of Ed25519, such as "
            "openssl genpkey -algorithm ed25519 writes"
        )
    return PrivateKey(key)


def public_key(path: Path) -> PublicKey:
    """The public key in a file, as PEM or as OpenSSH writes it."""
    try:
        from cryptography.hazmat.primitives import serialization as keys  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PublicKey,
        )
    except ImportError:
        raise SourceError(_MISSING) from None
    data = bytes_of(path, _LARGEST_KEY_MB)
    ssh = data.lstrip().startswith(b"ssh-")
    read = keys.load_ssh_public_key if ssh else keys.load_pem_public_key
    try:
        key = read(data)
    except Exception:  # noqa: BLE001 (the library raises many kinds for what is no key)
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise SourceError(
            f"{path.name}: is no public key of Ed25519, such as "
            "openssl pkey -pubout writes"
        )
    return PublicKey(path.name, key)
