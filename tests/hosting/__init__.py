"""The server as it stands in the open: what it refuses, what it survives, and how it stands behind nginx."""
