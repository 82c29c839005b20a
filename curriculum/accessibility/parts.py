"""Parts of an Office package as trees, and how they are related."""

from dataclasses import dataclass

from lxml import etree

from curriculum.errors import SourceError
from curriculum.office.package import Package, place_of

Element = etree._Element  # noqa: SLF001 - the name that lxml's stubs give it

LARGEST_PART_MB = 64
"""A tree takes several times the memory of its text."""
MOST_TAGS = 1_000_000
"""Signs that begin a tag; a document of a thousand pages has some 600,000."""
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
)
"""Names of Strict Open XML, which says the same in other words."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    kind: str
    """The last word of its type: "hyperlink", "comments", "table"."""
    target: str
    external: bool


def tree(package: Package, part: str) -> Element | None:
    """A part's tree, or nothing where there is no such part.

    Raises SourceError for what is damaged, too large or declares entities.
    """
    if part not in package.parts:
        return None
    content = package.read(part)
    if len(content) > LARGEST_PART_MB * 1_000_000 or content.count(b"<") > MOST_TAGS:
        raise SourceError(
            f"{package.name}: the part {part} is larger than is looked at: more than "
            f"{LARGEST_PART_MB} MB or {MOST_TAGS:,} marks"
        )
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise SourceError(
            f"{package.name}: the part {part} has a document type, as no Office file "
            "does"
        )
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise SourceError(f"{package.name}: the part {part} is damaged") from None


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relations of a part by their ids."""
    folder, _, name = part.rpartition("/")
    held = tree(package, f"{folder}/_rels/{name}.rels".removeprefix("/"))
    if held is None:
        return {}
    return {
        r.get("Id") or "": _relation(folder, r) for r in held.iter("{*}Relationship")
    }


def main_part(package: Package, usual: str) -> str:
    """The part with which a package begins.

    Raises SourceError where the package names none that it holds.
    """
    for one in relations(package, "").values():
        if one.kind == "officeDocument" and one.target in package.parts:
            return one.target
    if usual in package.parts:
        return usual
    raise SourceError(f"{package.name}: is damaged: its main part is missing")


def core_property(package: Package, name: str) -> str:
    """A property of the document, such as its title, or nothing."""
    part = next(
        (
            r.target
            for r in relations(package, "").values()
            if r.kind in ("core-properties", "coreProperties")
        ),
        "docProps/core.xml",
    )
    held = tree(package, part)
    found = None if held is None else held.find(f"{{*}}{name}")
    return (
        "" if found is None else " ".join("".join(map(str, found.itertext())).split())
    )


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for an instruction."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name, whatever its namespace."""
    if element is None:
        return default
    held = element.get(name)
    if held is not None:
        return held
    for key, value in element.attrib.items():
        if str(key).endswith(f"}}{name}"):
            return str(value)
    return default


def _relation(folder: str, held: Element) -> Relation:
    target = held.get("Target") or ""
    external = held.get("TargetMode") == "External"
    kind = (held.get("Type") or "").rpartition("/")[2]
    return Relation(kind, target if external else place_of(folder, target), external)
