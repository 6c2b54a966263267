"""Processes that the browser tests open."""

from typing import Any

# Seven days of silence around a legal review, a wait that nobody has decided, and a step that
# nothing leads to or from.
FAULTY: dict[str, Any] = {
    "touchline": 1,
    "name": "Faulty sale",
    "stages": ["Discovery", "Proposal"],
    "steps": [
        {"id": "start", "name": "Lead arrives", "kind": "start"},
        {
            "id": "call",
            "name": "First call",
            "kind": "contact",
            "channel": "call",
            "stage": "Discovery",
            "owner": "Account executive",
            "checklist": ["Ask who else decides", "Agree the next step"],
        },
        {
            "id": "legal",
            "name": "Legal review",
            "kind": "task",
            "stage": "Proposal",
            "duration": "2 days",
            "owner": "Lawyer",
        },
        {
            "id": "proposal",
            "name": "Send the proposal",
            "kind": "contact",
            "channel": "proposal",
            "stage": "Proposal",
            "owner": "Account executive",
        },
        {"id": "won", "name": "Signed", "kind": "end", "outcome": "won"},
        {"id": "lost", "name": "Declined", "kind": "end", "outcome": "lost"},
    ],
    "edges": [
        {"from": "start", "to": "call", "max_wait": "1 day"},
        {"from": "call", "to": "legal", "max_wait": "3 days"},
        {"from": "legal", "to": "proposal", "max_wait": "2 days"},
        {"from": "proposal", "to": "won", "max_wait": "2 days", "when": "Yes"},
        {"from": "proposal", "to": "lost", "max_wait": "2 days", "when": "No"},
    ],
}

# The same, with no silence over three days.
SOUND: dict[str, Any] = {
    **FAULTY,
    "name": "Sound sale",
    "edges": [
        {**edge, "max_wait": "12 hours" if edge["to"] in ("legal", "proposal") else "1 day"}
        for edge in FAULTY["edges"]
    ],
}


def placed(process: dict[str, Any]) -> dict[str, Any]:
    """The same with a place for every step, so that none moves once the process is open."""
    steps = [
        {**step, "position": {"x": 0, "y": 112 * row}} for row, step in enumerate(process["steps"])
    ]
    return {**process, "steps": steps}
