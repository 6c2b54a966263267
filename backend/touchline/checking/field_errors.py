"""What pydantic says of one field, in plain words and with the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from touchline.model.about import fields_of
from touchline.model.errors import Problem
from touchline.model.fields import FIELDS, WORDS
from touchline.model.nearest import nearest
from touchline.model.place import Place, describe, path, shorten
from touchline.model.process import Asset, Edge, Kind, Step, Waiver
from touchline.model.values import EXPECTED_SHARE

_WORDS: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in WORDS.items()}
_CHANNEL_WORDS = {
    # What people call a channel by the tool that they use, or by another word.
    "call": "phone, telephone, phone call, cold call, voicemail, dial, mobile",
    "meeting": "visit, on site, onsite, in person, face to face, lunch, coffee, workshop",
    "video call": (
        "zoom, teams, microsoft teams, ms teams, google meet, meet, skype, webex, facetime, video, "
        "video conference, videoconference, screen share"
    ),
    "email": "mail, e mail, gmail, outlook, newsletter, mailing, mailshot, drip, inmail",
    "text": (
        "sms, whatsapp, whats app, chat, telegram, signal, imessage, wechat, messenger, slack, "
        "text message, message, live chat"
    ),
    "letter": "post, postcard, postal mail, direct mail, fax, courier",
    "social": (
        "linkedin, linked in, xing, facebook, instagram, twitter, x, tiktok, youtube, reddit, "
        "social media, social network, dm, direct message"
    ),
    "event": "webinar, conference, trade show, trade fair, fair, exhibition, seminar, roundtable",
    "demo": "demonstration, product demo, trial, proof of concept, poc, pilot",
    "proposal": "quote, quotation, offer, bid, tender, contract, pricing",
    "article": "press, news",
    "recap": "summary, minutes, meeting notes, follow up",
    "white paper": "whitepaper, ebook, e book, guide, report, brochure, pdf",
    "case study": "case, reference, testimonial, success story, customer story",
    "blog post": "blog, blogpost",
    "podcast": "audio, episode",
}
_CHANNELS = {
    word: channel for channel, words in _CHANNEL_WORDS.items() for word in words.split(", ")
}
_SYNONYMS = {
    # What other tools and habits call the same thing.
    "begin": "start",
    "touch": "contact",
    "gateway": "decision",
    "activity": "task",
    "finish": "end",
    "working": "business",
    "workdays": "business",
    "win": "won",
    "closed won": "won",
    "closed lost": "lost",
    "source": "from",
    "target": "to",
    "wait": "max_wait",
    "condition": "when",
    "label": "name",
    "title": "name",
    "type": "kind",
    "probability": "share",
    "why": "reason",
    "ceiling": "up_to",
    "at most": "up_to",
    "link": "url",
}
_KEYS = {
    # The keys of a group by the key that it stands under.
    "": tuple(field.key for field in FIELDS["process"]),
    **{
        field.key: tuple(inner.key for inner in fields_of(field.group))
        for fields in FIELDS.values()
        for field in fields
        if field.group
    },
}
_SHAPES = {
    "assets": "a group of keys with `name` and `url`",
    "position": "a group of keys with `x` and `y`",
    "allow": "a group of keys with `rule` and `reason`",
    "steps": "a step, that is a group of keys with `id`, `name` and `kind`",
    "edges": "an edge, that is a group of keys with `from` and `to`",
}
_ENTRIES: dict[object, str] = {
    Step: "steps",
    Edge: "edges",
    Asset: "assets",
    Waiver: "waivers, each with `rule` and `reason`",
}
_LISTS = {
    field.key: f"a list of {_ENTRIES.get(field.group, 'texts')}"
    for fields in FIELDS.values()
    for field in fields
    if field.is_list
} | {"stages": "a list of names"}


def field_problem(error: Mapping[str, Any]) -> Problem:
    """One pydantic error as a problem, with the nearest right word for a mistyped key or word."""
    place: Place = error["loc"]
    found, expected = _words(error, place)
    return Problem(path(place), found, expected, _hint(error, place))


def keys_at(place: Place) -> tuple[str, ...]:
    """The keys that are understood in the group of keys at `place`."""
    names = [part for part in place if isinstance(part, str)]
    return _KEYS.get(names[-1] if names else "", ())


def slug(text: str) -> str | None:
    """An id made from a name: small letters, digits and hyphens; None when nothing is left."""
    bare = "".join(c if c.isascii() and c.isalnum() else " " for c in text[:100].lower())
    return "-".join(bare.split()) or None


def _hint(error: Mapping[str, Any], place: Place) -> str | None:
    value = error["input"]
    if error["type"] == "extra_forbidden":
        return _near(place[-1], keys_at(place[:-1]))
    if error["type"] == "enum":
        near = _near(value, _WORDS.get(str(place[-1]), ()))
        if near is None and place[-1] == "kind" and _near(value, _WORDS["channel"]):
            return Kind.CONTACT
        return near
    if error["type"] == "string_pattern_mismatch" and isinstance(value, str):
        return slug(value)
    return None


def _near(word: object, words: Iterable[str]) -> str | None:
    known = tuple(words)
    if isinstance(word, str):
        plain = " ".join(word.lower().replace("_", " ").replace("-", " ").split())
        for table in (_CHANNELS, _SYNONYMS):
            if table.get(plain) in known:
                return table[plain]
    return nearest(word, known)


def _words(error: Mapping[str, Any], place: Place) -> tuple[str, str]:
    """What was found and what was expected."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = str(place[-1]) if place and isinstance(place[-1], str) else ""
    inside = next((part for part in reversed(place) if isinstance(part, str)), "")
    found = describe(value)
    match kind:
        case "missing":
            return "nothing", f"`{name}`, which must be given"
        case "extra_forbidden":
            known = ", ".join(keys_at(place[:-1]))
            return f"the key `{shorten(name)}`", f"one of {known}"
        case "invalid_key":
            return f"the key {found}", "a key that is text"
        case "string_type":
            return found, _expected_text(value)
        case "string_unicode":
            return "text with half a character in it", "text"
        case "string_too_short":
            return found, "text that is not empty"
        case "string_too_long":
            return f"{len(value):,} characters", f"at most {context['max_length']:,} characters"
        case "string_pattern_mismatch":
            return found, "an id of small letters, digits and single hyphens, such as first-call"
        case "enum":
            return found, f"one of {', '.join(_WORDS.get(name, ()))}"
        case "tuple_type":
            return found, _LISTS.get(inside, "a list")
        case "too_long":
            return f"{len(value):,} entries", f"at most {context['max_length']:,}"
        case "model_type" | "model_attributes_type":
            return found, _SHAPES.get(inside, "a group of keys")
        case "float_type" | "float_parsing" | "finite_number":
            return found, EXPECTED_SHARE if name == "share" else "a number"
        case "greater_than_equal" | "less_than_equal" if name == "share":
            return found, EXPECTED_SHARE
        case "greater_than_equal":
            return found, f"a number of at least {context['ge']:,.0f}"
        case "less_than_equal":
            return found, f"a number of at most {context['le']:,.0f}"
        case _:
            # Our own checks (durations, addresses, shares) already say “expected …”.
            return found, str(error["msg"]).removeprefix("expected ")


def _expected_text(value: object) -> str:
    if isinstance(value, bool | int | float):
        return "text; put it in quotes"
    return "text"
