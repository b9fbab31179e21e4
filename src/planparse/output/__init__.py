"""Writers, one module per format, and the writing of files."""
