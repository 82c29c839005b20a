"""Words of CASE: its versions, and the fields that stand for our own."""

from functools import cache

from curriculum.interchange.identity import identity

VERSION = "1.1"
CHILD = "isChildOf"
TARGET = "CASE"
NOBODY = "Unknown"
"""CASE asks for a creator even where nobody is named."""

ADOPTION = {
    "approved": "Adopted",
    "draft": "Draft",
    "in development": "Draft",
    "proposal": "Draft",
    "retired": "Deprecated",
    "withdrawn": "Deprecated",
}
"""The adoption status for the word with which a publisher's status begins."""

NOT_CARRIED = (
    "sessions with their dates, hours and texts",
    "assessments, and what they assess",
    "which module outcomes a session serves",
    "criteria of duties and whether they belong to an option",
    "choices of optional modules",
    "people, waivers and settings",
    "the policy by which a framework is judged",
)
"""What a programme holds and a package of CASE does not."""


def uri_of(identifier: str) -> str:
    """An address that needs no server: every UUID has one."""
    return f"urn:uuid:{identifier}"


@cache
def definition_id(*words: str) -> str:
    """The identity of a definition that packages share: a kind, a group."""
    return identity("definition", *words)
