"""Where everything stands: Graphviz asked, and what it cannot do done around it."""
