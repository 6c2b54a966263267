"""Charts, mind maps and playbooks: a process in, a file out.

`draw.py`, `layout.py` and `playbook.py` are the ways in. Graphviz, in a process of its own, decides
where everything stands (`arrange.py`); the chart is then painted from one picture (`picture.py`),
as SVG by `svg.py` and as PNG or PDF by `paint.py`, so that all three show the same.
"""
