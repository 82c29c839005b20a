"""The parts of the reader of occupational standards, one section a file."""
