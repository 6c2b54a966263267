"""What a process is made of, and the words, limits and errors that belong to it."""
