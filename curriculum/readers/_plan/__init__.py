"""The parts of the reader of assessment plans."""
