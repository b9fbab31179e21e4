"""Pages for people: one self-contained file each, no network, every inserted text escaped."""
