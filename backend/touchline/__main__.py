"""`python -m touchline` is the same as `touchline`."""

from touchline.cli import main

main()
