"""Whether two claims of one slot say the same thing: by what the slot compares, with the wording only as evidence."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from sayso.relations.claims.comparing import (
    Fit,
    any_party,
    causes,
    figures,
    of_no_side,
    overlap,
    parties,
    places,
    same_figure,
    side_of,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.incidents import SUPPOSED, ahead, close, one_toll
from sayso.relations.claims.matching import judged, of_one_count
from sayso.relations.claims.saying import FEWEST, NO, OPEN, SHARED, Verdict, speaker_of, statement
from sayso.relations.claims.takings import come_under, held_since
from sayso.relations.words.senses import akin, contrary, senses, senses_of
from sayso.relations.words.spellings import folded
from sayso.vocab import Slot

#: Two happenings that have one thing in common need this share of their words as well.
LOOSE = 0.4
#: This many words told again are a copy, whatever they leave open.
COPIED = 4
#: A count stands beside an account without one where they have this many of their words in common.
NEARLY = 0.75


#: Happenings that cannot both be said of one thing on one day.
EXCLUDING = (
    frozenset({"up", "down"}), frozenset({"won", "lost"}), frozenset({"convicted", "acquitted"}),
    frozenset({"vote", "rejected"}), frozenset({"imposed", "lifted"}),
)  # fmt: skip
#: Happenings that are two, though both may have come about: one led to the other, or they are two tellings at odds.
TWO = (
    frozenset({"resigned", "dismissed"}), frozenset({"charge", "convicted"}), frozenset({"charge", "sentence"}),
    frozenset({"arrest", "charge"}), frozenset({"arrest", "convicted"}),
)  # fmt: skip
#: Happenings of anything: without a name for what rose, two of them are not one.
BLAND = frozenset({"up", "down", "traded", "earned", "reached", "imposed", "lifted"})
#: What happens to somebody, or is done by her, once in a story.
ONCE = frozenset(
    "convicted acquitted sentence appointed dismissed resigned won lost bought merger released downed bankruptcy "
    "election charge".split()
)


#: What ends a post, a case or a firm: seldom more than one of it in a story.
LAST = frozenset("convicted acquitted dismissed resigned bankruptcy merger downed".split())


def same(a: Fact, b: Fact, asked: bool = True) -> Verdict:
    """Whether two facts of one story are one claim, by the rules of their slot and by what trained trees make of their
    words: these may part what the rules join, and join what the rules leave apart where they are ``asked``, as
    of counts they always are."""
    events = a.one("event"), b.one("event")
    if events[0] != events[1] and (contrary(*events) or frozenset(events) in TWO):
        return NO
    found = ruled(a, b)
    probable = found.score > 0 and not found.same  # by a rule, of claims that the trees are not asked of
    asked = asked or of_one_count(a, b)
    return judged(a, b, found) if found.same or (asked and not probable) else found


def ruled(a: Fact, b: Fact) -> Verdict:
    """Whether the rules take two facts for one claim: slot, polarity and whether it is planned included."""
    if not one_slot(a, b) or a.positive != b.positive or a.past != b.past:
        return NO
    if a.real != b.real and not (ahead(a) and ahead(b)):
        return NO
    return alike(a, b)


def one_slot(a: Fact, b: Fact) -> bool:
    """Whether two facts can be compared at all: one slot, or both of those that are open."""
    return a.slot is b.slot or {a.slot, b.slot} == OPEN


def alike(a: Fact, b: Fact) -> Verdict:
    """Whether two facts of one slot and story say one thing with the same values, be it affirmed or denied."""
    if times(a, b) is Fit.DIFFERENT and not held_since(a, b):
        return NO
    rule = _rules()[a.slot]
    result = one_result(a, b) if "score" in a.values else None
    if result is not None:
        return result
    one_kind = a.slot is b.slot
    found = rule(a, b) if one_kind else statement(a, b)
    if not found.same and len(a.words) >= COPIED and a.words == b.words and a.text.split() == b.text.split():
        found = Verdict(places(a, b) is not Fit.DIFFERENT, 0.8, "the same words")
    if not found.same and one_kind and a.slot is Slot.OCCURRENCE and not _two_deeds(a, b):
        worded = statement(a, b)
        found = worded if worded.same else found
    if not found.same:
        return found
    if a.slot in OPEN and (_of_themselves(a, b) or _counted_beside(a, b)):
        return NO
    if a.slot in OPEN and not found.shown and _said_otherwise(a, b):
        return NO
    # wording and a stated common time are evidence on top, never instead
    score = min(1.0, found.score + 0.1 * overlap(a.words, b.words) + (0.05 if times(a, b) is Fit.SAME else 0.0))
    return Verdict(True, round(score, 3), found.why)


@functools.cache
def _rules() -> Mapping[Slot, Callable[[Fact, Fact], Verdict]]:
    """Which rule compares two facts of a slot."""
    return {
        Slot.TOLL: one_toll,
        Slot.CONTROL: _control,
        Slot.STRENGTH: _strength,
        Slot.MOVEMENT: _movement,
        Slot.RESPONSIBILITY: _responsibility,
        Slot.SUPPORT: _support,
        Slot.OCCURRENCE: _occurrence,
        Slot.STATEMENT: statement,
    }


#: Words with which somebody speaks of herself, or is reported to; and those that may mean her where she tells of what
#: is to come.
SELF = re.compile(r"\W*(?:i|we|my|our|he|she|his|her)\b", re.IGNORECASE)
AHEAD = re.compile(r"\W*(?:it|they|its|their)\b", re.IGNORECASE)


def _of_themselves(a: Fact, b: Fact) -> bool:
    """Whether two speakers each tell of themselves: "we will appeal", by the one side and by the other."""
    speakers = [speaker_of(f) for f in (a, b)]
    spoken = all(SELF.match(f.text) or (not f.real and AHEAD.match(f.text)) for f in (a, b))
    return spoken and all(speakers) and parties(_cased(a), _cased(b), a.armed_groups) is Fit.DIFFERENT


def _cased(fact: Fact) -> str:
    return fact.claim.chain[-1]


def _counted_beside(a: Fact, b: Fact) -> bool:
    """Whether one of two accounts has a count and the other has none, in words that are not the same."""
    counts = [f.numbered() and max(figures(f)) > 1 for f in (a, b)]
    return counts[0] != counts[1] and not (a.headline or b.headline) and overlap(a.said, b.said) < NEARLY


def _said_otherwise(a: Fact, b: Fact) -> bool:
    """Whether two statements have another verb or quality, and little else in common but what they speak of."""
    one, other = a.one("predicate"), b.one("predicate")
    if not one or not other or akin(one, other):
        return False
    return len((a.said & b.said) - set(senses_of(one)) - set(senses_of(other))) < FEWEST


def one_result(a: Fact, b: Fact) -> Verdict | None:
    """Whether two claims give one result of a vote or a match; None where one of them gives none."""
    one, other = a.one("score"), b.one("score")
    if one is None or other is None:
        return None
    if one != other or not close(a, b) or places(a, b) is Fit.DIFFERENT:
        return NO
    return Verdict(True, 0.8, f"one result, {one}")


def _control(a: Fact, b: Fact) -> Verdict:
    where = places(a, b)
    if a.one("state") != b.one("state") and a.one("part") == b.one("part") and where is Fit.SAME:
        return come_under(a, b)
    if a.one("state") != b.one("state") or a.one("part") != b.one("part") or where is Fit.DIFFERENT:
        return NO
    if where is Fit.UNKNOWN and not a.one("part"):
        return NO
    holder = parties(a.one("holder"), b.one("holder"), a.armed_groups)
    if holder is Fit.DIFFERENT:
        return NO
    if holder is Fit.UNKNOWN and any(of_no_side(f.one("holder"), f.armed_groups) for f in (a, b)):
        return NO
    if (a.values.get("left") and b.one("agent")) or (b.values.get("left") and a.one("agent")):
        return NO  # to give a place up is not to be driven out
    if a.one("state") == "holds" and not (a.one("holder") and b.one("holder")) and overlap(a.words, b.words) < SHARED:
        return NO  # several may hold parts of one place
    return Verdict(
        True, 0.9 if holder is Fit.SAME else 0.7, f"{a.one('state')} {', '.join(a.many('place')) or a.one('part')}"
    )


def _strength(a: Fact, b: Fact) -> Verdict:
    party = parties(a.one("party"), b.one("party"), a.armed_groups)
    if party is Fit.DIFFERENT or places(a, b) is Fit.DIFFERENT or not same_figure(a, b):
        return NO
    if not one_sort_of_crowd(a, b):
        return NO
    return Verdict(True, 0.85 if party is Fit.SAME else 0.7, "one figure of one party")


def one_sort_of_crowd(a: Fact, b: Fact) -> bool:
    """Whether those counted may be the same people: both under arms on one side, or neither."""
    one, other = (side_of(f.one("of") or "", f.armed_groups) for f in (a, b))
    if one or other:
        return one == other or not (a.one("of") and b.one("of"))
    return True


def _movement(a: Fact, b: Fact) -> Verdict:
    if (a.one("sense") == "withdrew") != (b.one("sense") == "withdrew"):
        return NO
    party = parties(a.one("party"), b.one("party"), a.armed_groups)
    if not (a.one("party") and b.one("party")) and a.one("of") != b.one("of") and not (a.numbered() and b.numbered()):
        return NO
    source, goal = places(a, b, "from"), places(a, b, "to")
    if a.numbered() and b.numbered():
        return _crowd_moved(a, b, party, (source, goal))
    if party is Fit.DIFFERENT or Fit.DIFFERENT in (source, goal):
        # more than one goal on the way from one source is still one source
        if party is Fit.DIFFERENT or source is not Fit.SAME or a.many("from") != b.many("from"):
            return NO
        return Verdict(True, 0.6, f"from {', '.join(a.many('from'))}")
    if a.many("from") and b.many("from"):
        if source is Fit.SAME and not _nested(a.many("from"), b.many("from")):
            return NO
        return Verdict(True, 0.85 if source is Fit.SAME else 0.6, f"from {', '.join(a.many('from'))}")
    if not a.many("from") and not b.many("from") and goal is Fit.SAME:
        return Verdict(True, 0.8 if party is Fit.SAME else 0.6, f"to {', '.join(a.many('to'))}")
    return NO


def _crowd_moved(a: Fact, b: Fact, party: Fit, route: tuple[Fit, Fit]) -> Verdict:
    """Two counts of people who went somewhere."""
    if party is Fit.DIFFERENT or Fit.DIFFERENT in route or not same_figure(a, b) or not one_sort_of_crowd(a, b):
        return NO
    return Verdict(True, 0.8 if Fit.SAME in route else 0.6, "one figure of those who went")


def _nested(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one list of places holds the other, so that both can be one route told in more or less detail."""
    left, right = {folded(p) for p in a}, {folded(p) for p in b}
    return left <= right or right <= left


def _responsibility(a: Fact, b: Fact) -> Verdict:
    agent = parties(a.one("agent"), b.one("agent"), a.armed_groups)
    if agent is not Fit.SAME or places(a, b) is Fit.DIFFERENT:
        return NO
    if (
        a.one("act")
        and b.one("act")
        and causes(a.one("act"), b.one("act")) is Fit.DIFFERENT
        and places(a, b) is not Fit.SAME
    ):
        return NO
    if not close(a, b) and times(a, b) is not Fit.SAME and places(a, b) is not Fit.SAME:
        return NO  # who struck may strike again
    return Verdict(True, 0.8, f"{a.one('agent')} did it")


def _support(a: Fact, b: Fact) -> Verdict:
    supporter = any_party(a.many("supporter"), b.many("supporter"), a.armed_groups)
    supported = parties(a.one("supported"), b.one("supported"), a.armed_groups)
    if supporter is not Fit.SAME or supported is Fit.DIFFERENT:
        return NO
    if supported is Fit.UNKNOWN and _other_matter(a, b):
        return NO
    return Verdict(True, 0.85 if supported is Fit.SAME else 0.7, f"{', '.join(a.many('supporter'))} supports")


def _other_matter(a: Fact, b: Fact) -> bool:
    """Whether those supported have neither a word nor a side in common: a government, a truce."""
    one, other = a.one("supported"), b.one("supported")
    if not one or not other or not senses(one).isdisjoint(senses(other)):
        return False
    held = {side_of(folded(name), a.armed_groups) for name in (one, other)}
    return len(held) > 1 or "" in held


def _occurrence(a: Fact, b: Fact) -> Verdict:
    if a.one("event") != b.one("event") or places(a, b) is Fit.DIFFERENT:
        return NO
    groups = a.armed_groups
    fits = {key: parties(a.one(key), b.one(key), groups) for key in ("agent", "target", "thing", "with")}
    if Fit.DIFFERENT in fits.values():
        return NO
    if a.numbered() and b.numbered() and not same_figure(a, b):
        return NO
    if a.one("unit") and b.one("unit") and a.one("event") in BLAND and not (a.one("thing") or a.one("agent")):
        return NO
    shared = [key for key, fit in fits.items() if fit is Fit.SAME]
    if places(a, b) is Fit.SAME:
        shared.append("place")
    if a.numbered() and b.numbered():
        shared.append("figure")
    wording = overlap(a.words, b.words)
    unnamed = Verdict(False, SUPPOSED, f"{a.one('event')}, which a story tells of once") if _told_once(a, b) else NO
    if not shared and (wording < SHARED or len(a.said & b.said) < 2):
        return unnamed
    named = [a.one(key) or "" for key in ("target", "agent") if key in shared]
    once = a.one("event") in ONCE and any(name[:1].isupper() for name in named)
    if len(shared) == 1 and wording < LOOSE and not a.numbered() and not once:
        return unnamed
    if wording < SHARED and any(_other_kind(a.one(key), b.one(key)) for key in ("target", "thing")):
        return NO
    why = f"{a.one('event')}, same {', '.join(shared) or 'wording'}"
    return Verdict(True, 0.6 + 0.1 * min(len(shared), 3), why, "figure" in shared)


def _told_once(a: Fact, b: Fact) -> bool:
    """Whether two accounts of two articles, days apart at most, tell of what hardly befalls two in one story; who it
    was the one or the other does not say by name."""
    nobody = not all((f.one("agent") or f.one("target") or "")[:1].isupper() for f in (a, b))
    return a.one("event") in LAST and a.real and nobody and a.document.id != b.document.id and close(a, b)


def _other_kind(a: str | None, b: str | None) -> bool:
    """Whether two descriptions are of different kinds of thing: "drone", "plane"."""
    if not a or not b or a[:1].isupper() or b[:1].isupper():
        return False
    return not akin(folded(a).split(" ")[-1], folded(b).split(" ")[-1])


def _two_deeds(a: Fact, b: Fact) -> bool:
    """Whether two happenings are of different people, or of one kind and found to be two."""
    fits = [parties(a.one(key), b.one(key), a.armed_groups) for key in ("agent", "target", "thing", "with")]
    bland = {a.one("event"), b.one("event")} & BLAND and not any(f.one("thing") for f in (a, b))
    excluding = frozenset({a.one("event") or "", b.one("event") or ""}) in EXCLUDING
    return Fit.DIFFERENT in fits or bool(bland) or excluding
