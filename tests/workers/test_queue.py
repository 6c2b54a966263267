"""Turns are fair: they go round the people, and within one person's round the documents."""

from __future__ import annotations

from touchline.workers.queue import FairQueue


def filled(*waiting: str) -> FairQueue[str]:
    """A queue of items like `a1.2`, which are the document 1 of the address a."""
    queue: FairQueue[str] = FairQueue()
    for item in waiting:
        queue.add(item, item[0], item[1])
    return queue


def taken(queue: FairQueue[str], *, done: bool = True) -> list[str]:
    order = []
    while (item := queue.take()) is not None:
        order.append(item)
        if done:
            queue.done(item[0])
    return order


def test_one_who_asks_in_turn_is_served_in_turn() -> None:
    assert taken(filled("a1.1", "a1.2", "a1.3")) == ["a1.1", "a1.2", "a1.3"]


def test_a_flood_of_one_delays_another_by_one_turn() -> None:
    flood = [f"a1.{number}" for number in range(100)]
    order = taken(filled(*flood, "b1.1", "b1.2"))
    assert order[:4] == ["a1.0", "b1.1", "a1.1", "b1.2"]
    assert order[4:] == flood[2:]


def test_turns_go_round_the_documents_of_an_address() -> None:
    order = taken(filled("a1.1", "a1.2", "a1.3", "a2.1", "b1.1"))
    assert order == ["a1.1", "b1.1", "a2.1", "a1.2", "a1.3"]


def test_whoever_has_least_being_done_comes_first() -> None:
    queue = filled("a1.1", "a1.2")
    assert taken(queue, done=False) == ["a1.1", "a1.2"]
    queue.add("a1.3", "a", "1")
    queue.add("b1.1", "b", "1")
    assert queue.take() == "b1.1"
    queue.done("a")
    queue.done("a")
    queue.add("b1.2", "b", "1")
    assert queue.take() == "a1.3"


def test_what_was_begun_elsewhere_counts_as_well() -> None:
    queue = filled("a1.1", "b1.1")
    queue.began("a")
    assert queue.take() == "b1.1"


def test_what_had_its_turn_comes_first_in_its_row() -> None:
    queue = filled("a1.1", "a1.2")
    queue.add("a1.0", "a", "1", first=True)
    assert taken(queue) == ["a1.0", "a1.1", "a1.2"]


def test_what_nobody_waits_for_is_taken_out() -> None:
    queue = filled("a1.1", "a1.2", "a2.1")
    assert queue.remove("a1.1", "a", "1")
    assert not queue.remove("a1.1", "a", "1")
    assert queue.remove("a2.1", "a", "2")
    assert not queue.remove("b1.1", "b", "1")
    assert (len(queue), list(queue)) == (1, ["a1.2"])
    assert taken(queue) == ["a1.2"]
    assert len(queue) == 0


def test_where_there_is_no_room_the_busiest_is_refused() -> None:
    queue = filled("a1.1", "b1.1", "b2.1", "b2.2")
    assert queue.last_of_the_busiest() == "b2.2"
    assert filled().last_of_the_busiest() is None
