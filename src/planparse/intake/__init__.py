"""From bytes to SourceText: the only place where the content of an input file is decoded."""

from planparse.intake.reader import MAX_BYTES, read, read_text, too_large

__all__ = ["MAX_BYTES", "read", "read_text", "too_large"]
