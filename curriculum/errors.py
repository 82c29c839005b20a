"""The exceptions of this package; a fault in the data is a finding instead."""


class SourceError(Exception):
    """A file that cannot be used at all; the message is a sentence for the user."""


class NotWrittenError(Exception):
    """Output could not be written; the message is a sentence for the user."""
