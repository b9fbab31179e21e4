"""Findings: what the program has to say about a notice, and how it is shown."""
