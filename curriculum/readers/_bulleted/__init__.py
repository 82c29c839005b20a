"""The parts of a standard of the older form, whose statements have no codes."""
