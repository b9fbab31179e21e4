"""From lines placed on pages to paragraphs: what PDF and OFD have in common."""
