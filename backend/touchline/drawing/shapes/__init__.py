"""What is drawn: boxes, lines, labels and the parts of a page, as plain shapes."""
