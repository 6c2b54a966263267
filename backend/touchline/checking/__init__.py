"""Whether a process is well-formed, where it goes quiet, and what mends it."""
