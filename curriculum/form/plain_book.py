"""A workbook of XlsxWriter whose texts are written as they are, and sooner.

XlsxWriter takes a text between "<r>" and "</r>" for one with fonts of its own, and
writes what people typed as XML.  No text of a form has fonts of its own.
"""

from html import escape

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings


class PlainBook(Workbook):  # type: ignore[misc]
    """A workbook in which every text is plain."""

    def _get_packager(self) -> Packager:
        return _PlainPackager()


class _PlainPackager(Packager):  # type: ignore[misc]
    def _write_shared_strings_file(self) -> None:
        texts = _PlainTexts()
        texts.string_table = self.workbook.str_table
        texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))  # noqa: SLF001
        texts._assemble_xml_file()  # noqa: SLF001


class _PlainTexts(SharedStrings):  # type: ignore[misc]
    def _write_sst_strings(self) -> None:
        self.fh.write("".join(map(self._text, self.string_table.string_array)))

    def _text(self, text: str) -> str:
        if not text.isprintable() or "_x" in text:
            text = self._escape_control_characters(text)
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return f"<si><t{space}>{escape(text, quote=False)}</t></si>"
