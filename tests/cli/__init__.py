"""Each command as it is called."""
