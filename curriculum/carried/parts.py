"""The parts of a package through which facts are carried."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from lxml import etree

from curriculum.carried.facts import FIELDS, Carried, UnreadableFactsError
from curriculum.findings import SourceError
from curriculum.office.package import Package
from curriculum.office.workbook import Book

STAMP = "Curriculum facts"
"""The document property that says which facts a document carried."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATED = f"{_OFFICE}/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PROPERTIES = f"{_OFFICE}/custom-properties"
_TEXTS = f"{_OFFICE}/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"
_CUSTOM = "docProps/custom.xml"
_LONGEST_CELL = 32_000
_EXPLANATION = (
    "Facts that curriculum verify reads; leave this sheet as it is, and it stays hidden"
)
Element = etree._Element  # noqa: SLF001 (the name that lxml's stubs give it)


class Parts:
    """Parts of a package to be changed or added."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._trees: dict[str, Element] = {}
        self._texts: dict[str, bytes] = {}
        self.letters: set[str] = set()
        """Parts that hold packed texts, of which letters alone can be spared."""

    @property
    def changed(self) -> dict[str, bytes]:
        """The new content of what was changed or added."""
        trees = {
            name: etree.tostring(
                tree, xml_declaration=True, encoding="UTF-8", standalone=True
            )
            for name, tree in self._trees.items()
        }
        return trees | self._texts

    def put_custom_xml(self, held: str, content: bytes, namespace: str) -> None:
        """Put a custom XML part in place of one that is held, or as a new one."""
        if held:
            self._texts[held] = content
            self.letters.add(held)
            return
        number = self._free("customXml/item{}.xml", "customXml/itemProps{}.xml")
        item = f"item{number}.xml"
        properties = f"itemProps{number}.xml"
        guid = str(uuid5(NAMESPACE_URL, namespace)).upper()
        schema = f"{_OFFICE}/customXml"
        self._texts |= {
            f"customXml/{item}": content,
            f"customXml/{properties}": (
                f'{_HEAD}<ds:datastoreItem xmlns:ds="{schema}" ds:itemID="{{{guid}}}">'
                f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs>'
                "</ds:datastoreItem>"
            ).encode(),
            f"customXml/_rels/{item}.rels": (
                f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
                f'<Relationship Id="rId1" Type="{_RELATED}/customXmlProps" '
                f'Target="{properties}"/></Relationships>'
            ).encode(),
        }
        self.letters.add(f"customXml/{item}")
        self._type(f"customXml/{item}", "application/xml")
        self._type(f"customXml/{properties}", f"{_TYPE}.customXmlProperties+xml")
        self._relate(self._main(), f"{_RELATED}/customXml", f"customXml/{item}")

    # Document properties.

    def property(self, name: str) -> str:
        """The text of a custom document property."""
        if _CUSTOM not in self._package.parts:
            return ""
        for entry in self._tree(_CUSTOM):
            if entry.get("name") == name:
                return "".join(str(text) for text in entry.itertext())
        return ""

    def put_property(self, name: str, value: str) -> None:
        """Give a custom document property a text."""
        if _CUSTOM in self._package.parts:
            root = self._tree(_CUSTOM)
        else:
            spaces = {None: _PROPERTIES, "vt": _TEXTS}
            root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap=spaces)  # type: ignore[arg-type]
            self._trees[_CUSTOM] = root
            self._type(_CUSTOM, f"{_TYPE}.custom-properties+xml")
            self._relate("", f"{_RELATED}/custom-properties", _CUSTOM)
        for entry in [e for e in root if e.get("name") == name]:
            root.remove(entry)
        taken = [int(e.get("pid") or 0) for e in root]
        entry = etree.SubElement(
            root,
            f"{{{_PROPERTIES}}}property",
            {"fmtid": _USER_DEFINED, "pid": str(max([1, *taken]) + 1), "name": name},
        )
        etree.SubElement(entry, f"{{{_TEXTS}}}lpwstr").text = value

    # A sheet that is not shown.

    def put_hidden_sheet(self, name: str, lines: Iterable[str]) -> None:
        """Put texts, one a row, on a sheet that is not shown."""
        content = _sheet(lines)
        held = Book(self._package).sheets.get(name)
        if held:
            self._texts[held] = content
            self.letters.add(held)
            return
        main = self._main()
        folder = PurePosixPath(main).parent
        part = f"{folder}/worksheets/sheet{{}}.xml"
        part = part.format(self._free(part))
        self._texts[part] = content
        self.letters.add(part)
        self._type(part, f"{_TYPE}.spreadsheetml.worksheet+xml")
        id_ = self._relate(main, f"{_RELATED}/worksheet", part)
        sheets = self._tree(main).find(f"{{{_MAIN}}}sheets")
        if sheets is None:
            raise SourceError(f"{self._package.name}: is a workbook without sheets")
        taken = [int(sheet.get("sheetId") or 0) for sheet in sheets]
        said = {
            "name": name,
            "sheetId": str(max([0, *taken]) + 1),
            "state": "veryHidden",
            f"{{{_RELATED}}}id": id_,
        }
        etree.SubElement(sheets, f"{{{_MAIN}}}sheet", said)

    # The package.

    def _tree(self, name: str) -> Element:
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            try:
                tree = etree.fromstring(self._package.read(name), parser)
            except etree.XMLSyntaxError:
                raise SourceError(f"{self._package.name}: {name} is damaged") from None
            self._trees[name] = tree
        return self._trees[name]

    def _main(self) -> str:
        for entry in self._tree("_rels/.rels"):
            if (entry.get("Type") or "").endswith("/officeDocument"):
                return (entry.get("Target") or "").lstrip("/")
        raise SourceError(f"{self._package.name}: has no main part")

    def _free(self, *patterns: str) -> int:
        """The first number that no part has."""
        number = 1
        while any(p.format(number) in self._package.parts for p in patterns):
            number += 1
        return number

    def _type(self, part: str, kind: str) -> None:
        said = {"PartName": f"/{part}", "ContentType": kind}
        etree.SubElement(
            self._tree(_TYPES), f"{{{_PACKAGE}/content-types}}Override", said
        )

    def _relate(self, source: str, kind: str, target: str) -> str:
        """Relate a part, or the whole package, to another; the relation's name."""
        path = PurePosixPath(source) if source else PurePosixPath("")
        name = f"{path.parent}/_rels/{path.name}.rels" if source else "_rels/.rels"
        name = name.removeprefix("./")
        space = f"{_PACKAGE}/relationships"
        if name in self._package.parts or name in self._trees:
            root = self._tree(name)
        else:
            root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})  # type: ignore[dict-item]
            self._trees[name] = root
        taken = {entry.get("Id") for entry in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        said = {"Id": f"rId{number}", "Type": kind, "Target": f"/{target}"}
        etree.SubElement(root, f"{{{space}}}Relationship", said)
        return said["Id"]


def lines_of(facts: Carried) -> Iterator[str]:
    """Facts as texts that cells hold, the first for people."""
    yield _EXPLANATION
    for name in FIELDS:
        text = getattr(facts, name)
        for at in range(0, len(text), _LONGEST_CELL):
            yield f"{name} {text[at : at + _LONGEST_CELL]}"


def facts_from(lines: Iterable[str]) -> Carried:
    """The facts of such texts.  Raises UnreadableFactsError."""
    texts = dict.fromkeys(FIELDS, "")
    for line in lines:
        name, _, text = line.partition(" ")
        if name in texts:
            texts[name] += text
    if not texts["about"]:
        raise UnreadableFactsError("their sheet was emptied")
    return Carried(**texts)


def hidden_lines(package: Package, name: str) -> list[str]:
    """The texts of the sheet of that name; none if there is no such sheet."""
    book = Book(package)
    if name not in book.sheets:
        return []
    cells = sorted(book.sheet(name).cells.values(), key=lambda cell: cell[:2])
    return [str(cell.value) for cell in cells if cell.column == 1]


def _sheet(lines: Iterable[str]) -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(line)}</t></is></c></row>"
        for n, line in enumerate(lines, start=1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    ).encode()
