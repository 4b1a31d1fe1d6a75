"""How two claims stand to each other that no key brings together, but the direction of their words: counts of one
matter, a denial in other words, a plan or a decision that was given up or undone."""

from __future__ import annotations

import re

from sayso.relations.attacks import voice_of
from sayso.relations.comparing import Fit, bounds_meet, places, times
from sayso.relations.denials import DENYING, beforehand, one_wording
from sayso.relations.facts import Fact
from sayso.relations.grouping import Group
from sayso.relations.incidents import NEAR, near
from sayso.relations.likecounts import LEVEL, relate_likened_counts
from sayso.relations.saying import OPEN
from sayso.relations.senses import opposed, senses
from sayso.relations.standing import Relation, by_publication, quoted, speaker, told_together
from sayso.relations.ties import HEADED, named_in, of_others, of_war, shared, violent
from sayso.relations.turns import ENDS, FALLING, FEWEST, MONTHS, PLANS, TWO_SIDED, UNDOING, undoes
from sayso.vocab import LinkKind, Modality

#: A denial is so like what it denies; where both name somebody or a place.
BARE, ALONE = 0.7, 0.6
#: The same where nothing but a word or a headline ties the two.
SURE = 0.76
#: What had to be done was done.
HAD_TO = re.compile(r"\b(?:had|has|have) to\b", re.IGNORECASE)
#: What is said not to be decided yet is at odds with what is planned.
UNDECIDED = re.compile(
    r"\bno (?:final |such )?decisions?\b|\bnothing (?:ha[sd]|was|is)[^.]{0,12} decided\b"
    r"|\bnot (?:yet )?(?:been )?(?:decided|made up)\b",
    re.IGNORECASE,
)
#: What tells of what others deny; a negation that says no more than that nothing is known, or that more is meant.
OF_DENIALS = re.compile(r"\bdenials?\b|\bdismiss\w*\b|\bpropaganda\b|\bdeem\w*\b|\bin turn\b", re.IGNORECASE)
SAYS_NOTHING = re.compile(
    r"\b(?:mention\w*|comment\w*|details?|information|reactions?|respon[ds]\w*|repl(?:y|ied)|confirm\w*|verif\w*|known?"
    r"|estimates?|no figures?|not (?:\w+ly )?clear|not (?:big|many|much|very|immediately|stop\w*|all|always|only|yet|so"
    r"|the first|show\w*)|enough|in full|fully|entirely|fail\w*|unable|can ?not|could not|believe|doubt\w*"
    r"|determin\w*)\b",
    re.IGNORECASE,
)
#: Words that negate by themselves: to be barred is to be not allowed.
CONTRARY = re.compile(
    r"\b(?:stop\w*|barr(?:ed|ing)|bars|ban(?:s|ned|ning)?|clos(?:e|ed|es|ing|ure)|shut\w*|halt\w*|shortages?|lack\w*"
    r"|refus\w*|los(?:e|es|ing|t)|down|moratorium|cut off|without|only|partly|part|fail\w*|miss(?:ed|ing)|absen\w*"
    r"|empty|peaceful\w*|ignoran\w*|unable|prevent\w*|block\w*|withh[eo]ld\w*|avoid\w*|instead|rather than|and not"
    r"|but not|remain\w*|go(?:es)? on|continu\w*|keep\w*|unhurt|unharmed|uninjured|unarmed|unaware|unknown|unpaid"
    r"|unsafe|r[au]n out|out of|stay\w*|(?:tak(?:e|en|ing)|took) (?:off|down)|free|too (?:few|little|short|small)"
    r"|poor(?:ly)?|last(?:ed|s)?|anonymous\w*)\b",
    re.IGNORECASE,
)
WILL_NOT = re.compile(
    r"\b(?:will (?:not|never)|won['’]t|(?:not|never) (?:going|planning|about) to|no plans?)\b", re.IGNORECASE
)
#: Senses of words for what is decided, and can be undone.
DECISIONS = senses(
    "ban bans sentence conviction convicted verdict ruling order decision strike walkout bid law tax sanctions recall "
    "warning curfew embargo contract deal agreement suspension penalty fine licence permit match election visit talks "
    "meeting march tariff blockade lockdown alert evacuation offer charge charges claim statement restriction rule "
    "measure measures closure dismissal appointment award acquittal pardon"
)
#: So many characters about a word that undoes something are of what it undoes.
BEFORE_IT, AFTER_IT = 60, 60


def relate_matter(a: Group, b: Group, like: float) -> Relation | None:
    """How two groups stand to each other whose words are so ``like``; None where nothing shows that they are of one
    matter, or what they say of it can both be."""
    one, other = a.lead, b.lead
    if one.headline or other.headline or one.past != other.past or told_together(a, b) or one_wording(a, b):
        return None
    if of_others(one, other) or places(one, other) is Fit.DIFFERENT:
        return None
    if one.positive != other.positive:
        return _denied(a, b, like)
    if not one.positive:
        return None
    if undoes(one) or undoes(other):
        found = _undone(a, b) or _undone(b, a)
        if found is not None:
            return found
    if one.numbered() and other.numbered():
        return relate_likened_counts(a, b, like)
    return _turned(a, b, like)


def _denied(a: Group, b: Group, like: float) -> Relation | None:
    denier, claimed = (b, a) if a.lead.positive else (a, b)
    no, yes = denier.lead, claimed.lead
    tie = shared(no, yes)
    told = yes.opening
    if OF_DENIALS.search(told) or DENYING.search(told) or SAYS_NOTHING.search(no.opening):
        return None
    if not _of_it(no, yes, like, tie) or _turned_twice(no.opening, told):
        return None
    if no.claim.modality is Modality.PLANNED:
        return _done_after_all(denier, claimed, like)
    if times(no, yes) is Fit.DIFFERENT or not near(no, yes):
        return None
    open_yet = UNDECIDED.search(no.opening) is not None
    if not (no.real or no.claim.modality is Modality.DENIED or HAD_TO.search(no.opening)):
        return None
    if not (yes.real or no.claim.modality is Modality.DENIED or open_yet) or beforehand(denier, claimed):
        return None
    if no.numbered() and yes.numbered() and not bounds_meet(no, yes):
        return None
    why = f"told in words {like:.2f} alike{f', {tie}' if tie else ''}"
    sourced = any(f.claim.attribution_id is not None or f.claim.modality is Modality.DENIED for f in denier.facts)
    if sourced and not open_yet:
        told = f"{speaker(denier)} rejects what {speaker(claimed)} says: {quoted(claimed)}; {why}"
        return Relation(LinkKind.DENIAL, round(0.8 * like, 3), told, denier)
    if not open_yet and (like < SURE or tie in ("", HEADED)):
        return None  # nobody rejects it: the words alone must show that it is this claim
    return Relation(LinkKind.CONFLICTS, round(0.7 * like, 3), f"{quoted(denier)} negates {quoted(claimed)}; {why}")


def _turned_twice(negated: str, told: str) -> bool:
    """Whether one of two wordings has a word that negates by itself: "may not fight" says the same as "is barred"."""
    return any((words.search(negated) is None) != (words.search(told) is None) for words in (UNDOING, CONTRARY))


def _of_it(no: Fact, yes: Fact, like: float, tie: str) -> bool:
    """Whether a negation is so like a claim that it is of that one: they have a word in common, or one kind of event,
    and both name something, or they are still more alike. In a story of many scenes, or of a war, both must name it."""
    common = not no.said.isdisjoint(yes.said) or (no.one("event") is not None and no.one("event") == yes.one("event"))
    named = bool(tie) and tie != HEADED
    if not no.one_scene or of_war(no) or of_war(yes):
        return common and bool(tie) and like >= (BARE if no.scenes <= 1 else LEVEL)
    return like >= LEVEL or (common and like >= (ALONE if named else SURE))


def _done_after_all(denier: Group, claimed: Group, like: float) -> Relation | None:
    """What somebody was not going to do, and is said later to have done: "I will not resign", and she resigned."""
    following = by_publication(denier, claimed)
    late = following is not None and following[1] is claimed and WILL_NOT.search(denier.lead.opening) is not None
    apart = (claimed.first() or 0) - (denier.first() or 0)
    if not late or not claimed.lead.real or denier.lead.claim.slot not in OPEN or apart > MONTHS:
        return None
    detail = f"{speaker(denier)} had said {quoted(denier)}; {speaker(claimed)} has {quoted(claimed)}"
    return Relation(LinkKind.UPDATES, round(0.8 * like, 3), detail, claimed)


def _undone(undoing: Group, undone: Group) -> Relation | None:
    """A decision or a plan, and that it was made void: "banned her for two years", "overturned the ban on her"."""
    new, old = undoing.lead, undone.lead
    following = by_publication(undoing, undone)
    if not undoes(new) or UNDOING.search(old.opening) or FALLING.search(new.opening):
        return None
    if following is None or following[1] is not undoing or not old.positive:
        return None
    ends = ENDS | senses(" ".join(UNDOING.findall(new.opening)))
    common = (new.said & old.said & _undone_of(new)) - ends - PLANS
    if old.real:
        common &= DECISIONS
    apart = (undoing.first() or 0) - (undone.first() or 0)
    named = named_in(new) & named_in(old)
    if not common or not shared(new, old) or (not named and (old.real or len(common) < FEWEST)) or apart > 4 * MONTHS:
        return None
    if violent(new) or violent(old):
        return None
    detail = f"{speaker(undoing)} says that it was undone: {quoted(undone)}; in both {', '.join(sorted(common)[:3])}"
    return Relation(LinkKind.UPDATES, 0.6, detail, undoing)


def _undone_of(fact: Fact) -> frozenset[str]:
    """The senses of the words that stand about those with which a claim undoes something."""
    text = fact.opening
    around = (text[max(0, m.start() - BEFORE_IT) : m.end() + AFTER_IT] for m in UNDOING.finditer(text))
    return frozenset().union(*(senses(words) for words in around))


def _turned(a: Group, b: Group, like: float) -> Relation | None:
    """What was to be, and the contrary said of it later: "will stay open", of a plant that was to close."""
    following = by_publication(a, b)
    one, other = a.lead, b.lead
    if following is None or (one.real and other.real) or not {one.claim.slot, other.claim.slot} <= OPEN:
        return None
    earlier, later = following
    found = opposed(earlier.lead.words, later.lead.words)
    if found is None or earlier.lead.real or times(one, other) is Fit.DIFFERENT or not TWO_SIDED.isdisjoint(found):
        return None
    if like < ALONE or shared(one, other) in ("", HEADED):
        return None
    apart = (later.first() or 0) - (earlier.first() or 0)
    if apart > MONTHS or (apart <= NEAR and voice_of(one) != voice_of(other)):
        return None
    detail = f"{speaker(earlier)} said {quoted(earlier)}; {speaker(later)} says {quoted(later)}: {' and '.join(found)}"
    return Relation(LinkKind.UPDATES, round(0.8 * like, 3), detail, later)
