"""What became of each character of a source: an account beside the reader's own.

A reader's records are looked for in the source again.  Only what is found word for
word counts as kept, only known headings and labels count as dress; the rest was
not understood, whatever the reader may think of it.
"""
