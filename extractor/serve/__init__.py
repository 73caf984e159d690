"""The local web service: read an article at once, browse and search an archive."""
