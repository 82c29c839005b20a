"""A sheet of XlsxWriter without what workbooks here have no use for: half the time.

Places are always numbers here, formulas plain, texts shared, and every cell has its
format: what the usual methods find out again for each cell holds for all of them.
"""

from xlsxwriter.worksheet import Worksheet

from curriculum.writers._sheets import letters


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose cells and formulas are written as they are."""

    write_string = Worksheet._write_string  # noqa: SLF001
    write_number = Worksheet._write_number  # noqa: SLF001
    write_formula = Worksheet._write_formula  # noqa: SLF001

    def _prepare_formula(self, formula: str, *_: object, **__: object) -> str:
        """As it is: the usual method looks for sixty functions of later versions."""
        return formula.removeprefix("=")

    def _calculate_spans(self) -> None:
        """None: which columns a row reaches is a hint that Excel does not need."""
        self.row_spans: dict[int, str] = {}

    def _write_cell(self, row: int, col: int, cell: tuple[object, ...]) -> None:
        """Most cells hold a text or nothing; the usual method makes each of parts."""
        kind, dress = cell.__class__.__name__, cell[-1]
        if kind not in ("String", "Blank") or dress is None:
            super()._write_cell(row, col, cell)
            return
        look = dress._get_xf_index()  # type: ignore[attr-defined]  # noqa: SLF001
        start = f'<c r="{letters(col)}{row + 1}" s="{look}"'
        content = f' t="s"><v>{cell[0]}</v></c>' if kind == "String" else "/>"
        self.fh.write(start + content)
