"""Interchange: frameworks and coverage in forms that other programs take.

Everything but the long table goes through one record, ``Listing``: statements of
one author, and how they hang together.  A programme becomes a listing for each of
its frameworks and one of its own; CASE, Moodle and plain lists are written from
listings and read into them.
"""
