"""Every limit, by name, in one place; the error that a limit raises gives its value."""

MAX_FILE_BYTES = 2 * 1024 * 1024
"""Largest YAML file or request body, in bytes."""
MAX_STEPS = 5_000
"""Most steps that a process may have."""
MAX_EDGES = 20_000
"""Most edges that a process may have."""
MAX_NESTING = 50
"""Deepest nesting of a YAML or JSON document."""
MAX_STAGES = 200
"""Most stages that a process may have."""
MAX_LIST_ITEMS = 200
"""Most entries of one list of a step: checklist, exit criteria, assets, waivers."""
MAX_NAME = 10_000
"""Longest name or other one-line text, in characters."""
MAX_TEXT = 50_000
"""Longest free text (description, notes), in characters."""
MAX_ID = 100
"""Longest id of a step, in characters."""
MAX_DAYS = 3_650
"""Longest duration or wait, in days: ten years."""
MAX_COORDINATE = 1_000_000
"""Farthest position on the canvas, in pixels."""
MAX_PROBLEMS = 200
"""Most problems that are listed for one bad file; the rest are counted."""
MAX_TOUCHES_PER_FIX = 200
"""Most touches that one fix inserts; a longer silence gets no fix, since it wants another plan."""
MAX_STRETCHES = 20_000
"""Most over-long stretches that are listed; a dense graph can have one for every pair of steps."""
MAX_STRETCH_STEPS = 400_000
"""Most steps that all listed stretches may name together, for the same reason."""
