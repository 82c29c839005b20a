"""The library: every version of every standard that was added, in one file.

An SQLite database with full-text search, so that nothing has to be installed and
the whole library is copied, backed up and deleted as one file.  It keeps what was
published, byte for byte; what the readers make of it is read again each time.

Looking never creates it: a library that is not there is an empty one.
"""
