"""What the words around a name say for a place: ``near Velm``, ``the town of Velm``, ``Velm and Sund counties``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.layers.names import gazetteer
from sayso.layers.names.namebook import roles
from sayso.layers.names.personal import is_given, is_personal
from sayso.layers.names.stretches import PLACING, Candidate, capital
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Category

#: Behind these, "from" and "to" stand before whoever tells.
OF_TELLERS = frozenset("according letter letters statement email message memo call tweet quote testimony".split())
#: With what the name of a street ends; words that are names of people as well stand behind a number or a preposition.
STREETS = frozenset(("street streets st st. road rd rd. avenue avenues ave ave. boulevard blvd blvd. highway").split())
OTHER_STREETS = frozenset(("drive dr dr. lane ln parkway way alley route circle trail").split())
ALONG = PLACING | frozenset(("on at of off along between and behind").split())
#: Who and what a town has: behind its name they say that it is one; the others also stand behind a surname.
LOCAL = frozenset(
    (
        "mayor sheriff police governor councilman councilwoman councillor councilor alderman selectman superintendent "
        "resident residents native natives firefighters"
    ).split()
)
PEOPLE = frozenset("man woman men women boy girl couple teen teenager".split())
JOINERS = frozenset((",", "and", "or", "&"))
#: What stands before ``of`` and a place: where beside or within it, and who lives there.
PARTS_OF = frozenset(
    (
        "north south east west northeast northwest southeast southwest outskirts suburb suburbs vicinity neighborhood "
        "neighbourhood streets centre center banks coast shores resident residents inhabitants mayor"
    ).split()
)
#: How a legislator's party is written before where he is from: "Rep. Ada Moss, D-Velm".
DASHES = frozenset(("-", "--", "\u2013", "\u2014"))
PARTIES = frozenset(("R", "D", "I", "DFL", "L", "Lab", "Con", "Lib", "NDP"))


def dateline_place(text: str, sentence: Sentence) -> Iterator[Candidate]:
    """The place in capitals and the dash with which a story opens behind its summary: ``VELM -- The mayor said``."""
    tokens = sentence.tokens
    stop = next((t.index for t in tokens[:4] if not (t.text.isupper() and t.text.isalpha())), 0)
    opens = stop and tokens[stop].text in DASHES
    if not opens or not (stop + 1 == len(tokens) or any(t.text.islower() for t in tokens[stop:])):
        return
    start, end = tokens[0].start, tokens[stop - 1].end
    if end - start > 3 and gazetteer.prominence(text[start:end]) > 0.3:
        found = Candidate(sentence, start, end, start, end, text[start:end], Category.LOCATION, "label")
        found.votes[Category.LOCATION] += 4
        found.reasons.append("a place in capitals opens the sentence")
        yield found


def behind_party(tokens: Sequence[Token], at: int) -> int:
    """Where the place begins of which a legislator is, behind the letter for a party; ``at`` where there is none."""
    dash = at + 1
    party = tokens[at].text in PARTIES and at and tokens[at - 1].text in (",", "(", "both") and dash + 1 < len(tokens)
    joined = party and tokens[dash].text == "-" and tokens[at].end == tokens[dash].start == tokens[dash + 1].start - 1
    return dash + 1 if joined and tokens[dash + 1].text[0].isupper() else at


def place_before(tokens: Sequence[Token], at: int, name: str) -> tuple[int, str]:
    """What the words before a name at ``at`` are worth for a place, and the reason; 0 for nothing."""
    before = tokens[at - 1]
    word = before.text.lower()
    known = gazetteer.prominence(name)
    if word == "-" and at > 2 and behind_party(tokens, at - 2) == at:
        return 4, "behind the letter for a party"
    if word == "of" and at > 1 and _is_place_noun(tokens[at - 2].text.lower()):
        return 4, f"called a {tokens[at - 2].text}"
    if word == "of" and at > 1 and tokens[at - 2].text.lower() in PARTS_OF and not is_personal(name):
        return 3, f"'{tokens[at - 2].text} of' stands before it"
    if word in ("and", ",", "or") and known > 0 and at > 1 and tokens[at - 2].entity in ("GPE", "LOC"):
        return 2, "beside another place, and a place of that name is known"
    aged = at > 3 and tokens[at - 2].text == "," and tokens[at - 3].pos == "NUM" and tokens[at - 4].text == ","
    if word == "of" and aged and known > 0:
        return 3, "where somebody is from"
    nobody = tokens[at].entity in ("", "PERSON") and not is_personal(name.split()[-1])
    if nobody and (word in ("near", "outside") or (word == "in" and not known and tokens[at].entity)):
        return 2, f"{before.text!r} stands before it"
    told = at > 1 and tokens[at - 2].text.lower() in OF_TELLERS
    if word in PLACING and known > 0 and not told:
        return 2 if known > 0.3 else 1, f"a place of that name is known, and {before.text!r} stands before it"
    return 0, ""


def place_behind(tokens: Sequence[Token], at: int, stop: int, name: str) -> tuple[int, str]:
    """What a name's own last word and the words behind it are worth for a place, and the reason; 0 for nothing."""
    noun = _shared_noun(tokens, at, stop)
    if noun:
        return 4, f"one of several {noun}"
    if _is_street(tokens, at, stop):
        return 4, "called a street"
    after = tokens[stop] if stop < len(tokens) else None
    if _is_place_noun(tokens[stop - 1].text.lower()) or (after and after.text in ("Province", "Governorate")):
        return 3, "called what a place is"
    word = after.text.lower() if after is not None else ""
    if after is not None and (word in LOCAL or (word in PEOPLE and not is_personal(tokens[stop - 1].text))):
        known = gazetteer.prominence(name)
        return (2, f"{after.text!r} behind it, and a place of that name is known") if known > 0.3 else (0, "")
    return 0, ""


def _shared_noun(tokens: Sequence[Token], at: int, stop: int) -> str:
    """The plural noun that a name shares with others beside it: ``Velm, Sund and Holm counties``."""
    joined = at > 0 and tokens[at - 1].text.lower() in JOINERS
    for step in range(stop, min(len(tokens), stop + 40)):
        word = tokens[step].text.lower()
        if tokens[step].tag in ("NNS", "NNPS") and _is_place_noun(_singular(word)):
            return word if joined and tokens[step - 1].text != "," else ""
        if not (word in JOINERS if step == stop else word in JOINERS or capital(tokens[step])):
            break
        joined = True
    return ""


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_place_noun(word: str) -> bool:
    return any(r.kind == "place" for r in roles().get(word, ()))


def _is_street(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a name of several words ends as those of streets do."""
    last = tokens[stop - 1].text.lower()
    before = tokens[at - 1] if at else None
    led = before is not None and (before.text.lower() in ALONG or before.pos == "NUM")
    return stop - at > 1 and (last in STREETS or (last in OTHER_STREETS and led and not is_given(tokens[at].text)))
