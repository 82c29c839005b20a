"""Web pages, Word documents and PDF files as lines of text, with their places.

A reader knows what a document says, not how it is packed: each form is made into
the lines and table rows that the readers of text understand.  A row of a table is
one line, its cells set off by tabs.
"""
