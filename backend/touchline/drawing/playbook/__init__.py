"""The printable handbook of a process."""
