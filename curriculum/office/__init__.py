"""What readers and writers share about Office files."""
