"""Vietnamese government press releases in, structured and checkable JSON out."""
