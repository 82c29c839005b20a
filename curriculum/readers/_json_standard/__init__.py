"""The parts of a standard that the publisher's forms in JSON have in common."""
