"""How a process is written in a file: one format a file of this package."""
