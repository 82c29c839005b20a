"""The form: a programme as a workbook that people fill in, and that comes back.

It carries its baseline: what the programme said when the form was written.  What
comes back is compared three ways, and yields a list of changes to the files.
"""
