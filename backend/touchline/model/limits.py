"""Every limit, by name, in one place; the error that a limit raises gives its value."""

MAX_FILE_BYTES = 2 * 1024 * 1024
"""Largest YAML file or request body, in bytes."""
MAX_STEPS = 5_000
"""Most steps that a process may have."""
MAX_EDGES = 20_000
"""Most edges that a process may have."""
MAX_NESTING = 50
"""Deepest nesting of a YAML or JSON document."""
MAX_NODES = 300_000
"""Most keys, values and list entries of one YAML document, aliases counted as what they stand for:
20,000 edges and 5,000 steps with every field come to less."""
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
MAX_TOUCHES_PER_FIX = 500
"""Most touches that one fix inserts; a longer silence gets no fix, since it wants another plan."""
MAX_STRETCHES = 20_000
"""Most over-long stretches that are listed; a dense graph can have one for every pair of steps."""
MAX_STRETCH_STEPS = 400_000
"""Most steps that all listed stretches may name together, for the same reason."""
MAX_LIVE_MESSAGE_BYTES = 16 * 1024 * 1024
"""Largest message of an editor over the live connection, in bytes: a whole document after a spell
offline."""
MAX_UPDATE_STRUCTS = 500_000
"""Most pieces of content of one live edit: a process at the limits, typed in anew, has 300,000."""
MAX_UPDATE_RANGES = 500_000
"""Most deleted stretches of one live edit: at most one more than there are values left standing."""
MAX_UPDATE_RIVALS = 1_000
"""Most values of one live edit for one place: one for each editor that wrote there at a time."""
LARGE_EDIT_BYTES = 256 * 1024
"""From here on, in bytes, edits that wait together are stored one process at a time, so that the
small ones of all others find a thread."""
MAX_LIVE_BACKLOG_BYTES = 64 * 1024 * 1024
"""Most bytes that wait for an editor that reads slowly; beyond, it is disconnected to catch up."""
MAX_LIVE_WAITING = 256
"""Most messages of one process that wait to be stored; beyond, its editors are read from later."""
MAX_DOCUMENT_BYTES = 64 * 1024 * 1024
"""Largest shared document, in bytes as it is kept."""
COMPACT_AFTER_UPDATES = 200
"""Stored updates of one process after which they are made into one."""
DATABASE_WAIT_SECONDS = 5
"""Longest wait for another program to let go of the database."""
LOOKED_THROUGH_SECONDS = 600
"""How long a process that was found to be as it was stored is shown on Home without being looked
through for damage again."""
DRAWING_SECONDS = 10
"""Longest that one attempt at a drawing may take; a second, simpler attempt gets as long again."""
DRAWING_MEMORY_BYTES = 1024 * 1024 * 1024
"""Most memory (address space) that a drawing worker may have."""
DRAWING_OUTPUT_BYTES = 64 * 1024 * 1024
"""Largest answer of a drawing worker, in bytes."""
DRAWING_WORKERS = 2
"""Most drawing workers at a time."""
DRAWING_QUEUE_SECONDS = 45
"""Longest that a drawing waits for its turn."""
WORK_SECONDS = 30
"""Longest that one piece of work (a check, a fix, a drawing) may take, from its beginning."""
DRAWING_WORK_SECONDS = 60
"""The same for a drawing, which may be the two charts of a playbook, each attempted twice."""
WORK_MEMORY_BYTES = 1024 * 1024 * 1024
"""Most memory (address space) that a worker may have."""
WORK_OUTPUT_BYTES = 64 * 1024 * 1024
"""Largest answer of a worker, in bytes."""
WORK_EASY_SECONDS = 0.5
"""Longest that work may take that was taken for easy; beyond, it goes on as hard work."""
WORK_QUEUE_SECONDS = 60
"""Longest that work waits for its turn."""
MAX_WORK_WAITING = 1_000
"""Most pieces of work that wait for their turn; beyond, whoever has most waiting is refused."""
MAX_WORK_WAITING_BYTES = 256 * 1024 * 1024
"""Most bytes that waiting work may hold, for the same reason."""
MAX_PNG_PIXELS = 40_000_000
"""Most pixels of a PNG; a larger chart is drawn at a smaller scale, down to half size."""
MAX_PNG_SIDE = 30_000
"""Longest side of a PNG, in pixels; Cairo, which paints it, can do 32,767."""
MAX_LETTERS = 500
"""Most different characters of one weight that a file brings letters along for; the reader's own
fonts draw the others, those of the highest code points. So many emoji take a second to pack."""
MAX_PRESENCES = 200
"""Most editors of one process whose presence is passed on."""
MAX_PRESENCES_EACH = 2
"""Most editors that one connection may speak for: its own, and the one that it was before."""
MAX_PRESENCE_BYTES = 16 * 1024
"""Most that one editor may say of where it is, in bytes."""
MAX_CONNECTIONS = 800
"""Most connections at a time, live ones too; beyond, the one that has been silent longest is ended,
and where none is silent the next is refused."""
MAX_REQUEST_HEAD_BYTES = 16 * 1024
"""Largest head of a request, in bytes: its address and headers."""
REQUEST_HEAD_SECONDS = 15
"""Longest that the head of a request may take, from the connection or the answer before."""
BODY_SECONDS = 120
"""Longest that the body of a request may take: 2 MiB over a slow line."""
ANSWER_TAKEN_SECONDS = 60
"""Longest that an answer waits for the other side to take more of it in."""
SHUTDOWN_SECONDS = 5
"""Longest that requests under way are waited for when the server is stopped."""
MAX_PRESENCE_MESSAGE_BYTES = 40 * 1024
"""Largest message of presence, in bytes; what is larger is dropped without a look."""
PRESENCE_BYTES_PER_SECOND = 16 * 1024
"""How much one connection may say of where it is, over time; what is more is dropped."""
PRESENCE_BURST_BYTES = 64 * 1024
"""How much of that at once."""
PRESENCE_PAUSE_SECONDS = 0.1
"""How long a connection is not read from after it has said what was dropped."""
LIVE_SEND_SECONDS = 30
"""Longest that an editor may take in nothing of what is sent; beyond, it is disconnected."""
LIVE_LINGER_SECONDS = 5
"""How long a closed connection may take to let go; beyond, it is cut."""
HEALTH_WAIT_SECONDS = 0.1
"""Longest that a question for the server's health waits for the database."""
STORAGE_SILENT_SECONDS = 15
"""How long the database may leave a question unanswered before it counts as unreadable."""
SHUTDOWN_STORE_SECONDS = 10
"""Longest that edits which have arrived are waited for when the server is stopped."""
LIVE_REFRESH_SECONDS = 2
"""How often an open process is looked at for edits that another server on the same database has
stored."""


def in_mebibytes(size: int) -> str:
    """A limit in bytes as people say it: “2 MiB”."""
    return f"{size // 1024**2} MiB"
