"""The facts that a document carries, so that anybody can verify it by itself.

Every .docx and .xlsx that is written holds a custom XML part with what its tables
and paragraphs say, the programme that they were made of, the digests of the
standards, the version of the tool, and a digest over all of it.  A workbook holds
the same on a sheet that is not shown, for LibreOffice drops custom XML there.
"""

from curriculum.carried.carrying import carry

__all__ = ["carry"]
