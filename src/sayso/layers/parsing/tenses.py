"""Which way the verb over a word looks: back, ahead, or neither."""

from __future__ import annotations

from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Zone

PAST, FUTURE = -1, 1
#: Verbs and adjectives whose infinitive, or participle, lies ahead: "plans to meet", "is scheduled for".
AHEAD = frozenset(
    "plan expect schedule set slate intend agree hope want vow pledge promise due likely about aim decide prepare "
    "need threaten propose suppose ask urge order call book bill ready poise seek wait project forecast".split()
)
#: Verbs that in the present tense speak of what is arranged: "the talks open Monday".
ARRANGED = frozenset(
    "be open begin start end close meet leave return face expire mature resume go come arrive take run vote".split()
)
#: Words that, standing before an expression, say that it lies ahead: "payable Jan. 2", "due Friday".
COMING = frozenset(["due", "payable", "effective", "upcoming", "scheduled", "slated", "maturing", "expiring"])
#: Adjectives of what is yet to come: "the planned visit of the prince in September".
UPCOMING = frozenset(["upcoming", "forthcoming", "scheduled", "slated", "planned"])
#: Nouns before ``for`` that say so of what follows: "plans for the fair in August".
PLANS = frozenset(["plan", "planning", "preparation", "arrangement", "timetable"])
#: Nouns for what may come.
PROSPECTS = frozenset("chance risk prospect possibility likelihood probability odds danger hope".split())
#: How many words may stand between such an adjective and the expression.
UPCOMING_REACH = 12
#: Words that set a limit, and verbs that move one on: "extended the deadline until Tuesday".
LIMITS = frozenset(["by", "until", "till", "before", "through"])
EXTEND = frozenset(["extend", "give", "postpone", "delay", "adjourn", "suspend", "have", "defer"])
#: Verbs that, even in the past, set what follows ahead: "scheduled for Monday".
SCHEDULE = frozenset(["schedule", "slate", "expect", "plan", "book"])
#: Prepositions before what led to what is told.
SINCE = frozenset(["after", "following", "since"])
#: From so many verbs up a verb takes its tense at most.
DEEPEST = 4
#: Words that negate a clause from within its subject.
NOBODY = frozenset(["neither", "nobody", "none", "nor", "no"])


def tense_at(sentence: Sentence, start: int, end: int) -> int:
    """The tense of the verb that governs the words in ``[start, end)``: PAST, FUTURE or 0."""
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    if not inside:
        return 0
    indexes = {t.index for t in inside}
    top = next((t for t in inside if t.head not in indexes or t.head == t.index), inside[0])
    possessive = inside[-1].index + 1 < len(sentence.tokens) and sentence.tokens[inside[-1].index + 1].tag == "POS"
    before = sentence.tokens[inside[0].index - 1].text.lower() if inside[0].index else ""
    if before in COMING or _is_upcoming(sentence, inside[0].index):
        return FUTURE
    for node in (top, *sentence.ancestors(top)):
        if node.pos in ("VERB", "AUX"):
            found = tense_of(sentence, node)
            if found == FUTURE and _led_to(sentence, node, inside[0].index):
                return PAST
            if possessive:  # "Wednesday's ruling": only a plain "will" sends it ahead
                return found if any(t.tag == "MD" and t.head == node.index for t in sentence.tokens) else min(found, 0)
            if before == "for" and node.lemma in SCHEDULE:
                return FUTURE
            if before in LIMITS and (found == 0 or (before != "by" and node.lemma in EXTEND)):
                return FUTURE
            return found
        if node.pos == "ADJ" and node.text.lower() in COMING:
            return FUTURE
    return PAST if sentence.zone is Zone.HEADLINE else 0


def _is_upcoming(sentence: Sentence, at: int) -> bool:
    """Whether the noun phrase before the expression is of what is yet to come: no verb stands between them."""
    for t in reversed(sentence.tokens[max(0, at - UPCOMING_REACH) : at]):
        if t.dep == "amod" and t.text.lower() in UPCOMING:
            return True
        if t.text.lower() == "for" and t.index and sentence.tokens[t.index - 1].lemma.lower() in PLANS:
            return True
        if t.pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _led_to(sentence: Sentence, verb: Token, at: int) -> bool:
    """Whether the words at ``at`` date what led to something that is so: "11 are missing after a blast on Sunday"."""
    if any(t.tag in ("MD", "VBG", "TO") and t.head == verb.index for t in sentence.tokens) or verb.tag == "VBG":
        return False
    for t in reversed(sentence.tokens[verb.index + 1 : at]):
        if t.pos in ("VERB", "AUX", "PUNCT"):
            return False
        if t.text.lower() in SINCE and t.dep == "prep":
            return True
    return False


def _ranked(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is the first, last or only one: "the first states to join" have joined."""
    return any(t.head == noun.index and t.text.lower() in ("first", "last", "only", "latest") for t in sentence.tokens)


def tense_of(sentence: Sentence, verb: Token, depth: int = 0) -> int:
    """The tense of a verb with its auxiliaries; an infinitive or participle takes it from the verb above."""
    helpers = [t for t in sentence.tokens if t.head == verb.index and t.dep in ("aux", "auxpass")]
    words = {t.text.lower() for t in helpers}
    if any(t.tag == "MD" for t in helpers):
        unable = "could" in words and _negated(sentence, verb)  # "could not be reached Wednesday"
        return PAST if unable or words & {"have", "'ve"} else FUTURE
    if "to" in words:
        return _of_infinitive(sentence, verb, depth)
    if "had" in words:
        return PAST
    set_for = (verb.dep == "acl" or verb.tag == "VBN") and verb.lemma in ("set", "plan", "due")
    if set_for and any(t.head == verb.index and t.text.lower() == "for" for t in sentence.tokens):
        return FUTURE  # "a summit set for April"
    if verb.lemma in SCHEDULE and verb.tag == "VBN":
        return FUTURE
    if verb.tag == "VBD" or words & {"was", "were", "did"}:
        return PAST
    if verb.tag == "VBN":
        return FUTURE if words & {"is", "are", "be", "'s", "'re"} and not words & {"has", "have", "been"} else PAST
    if verb.tag == "VBG" and _in_prospect(sentence, verb):
        return FUTURE
    if verb.tag == "VBG":
        return FUTURE if words & {"is", "are", "am", "'s", "'re", "'m"} else _of_above(sentence, verb, depth, 0)
    if sentence.zone is Zone.HEADLINE:
        return PAST
    if verb.tag in ("VBZ", "VBP") and words & {"has", "have", "'ve"}:
        return PAST
    return FUTURE if verb.tag in ("VBZ", "VBP") and verb.lemma in ARRANGED else 0


def _in_prospect(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle tells of what may come: "a chance of losing the seat in November"."""
    of = sentence.tokens[verb.head]
    return of.text.lower() in ("of", "for") and sentence.tokens[of.head].lemma.lower() in PROSPECTS


def _negated(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is negated, by a word of its own or within its subject."""
    return any(
        (t.dep == "neg" and t.head == verb.index)
        or (t.text.lower() in NOBODY and verb.index in (t.head, sentence.tokens[t.head].head))
        for t in sentence.tokens
    )


def _of_infinitive(sentence: Sentence, verb: Token, depth: int) -> int:
    """The tense of an infinitive: that of the verb above, unless that looks ahead."""
    above = sentence.tokens[verb.head] if verb.head != verb.index else None
    if above is not None and above.pos in ("NOUN", "PROPN") and _ranked(sentence, above):
        over = next((t for t in sentence.ancestors(above) if t.pos in ("VERB", "AUX")), None)
        return tense_of(sentence, over, depth + 1) if over is not None and depth < DEEPEST else 0
    if verb.dep in ("nsubj", "csubj") and above is not None and depth < DEEPEST:
        return tense_of(sentence, above, depth + 1)  # "the first towns to join were …"
    if above is None or above.lemma in AHEAD or above.lemma == "be":
        said = {above.index, above.head} if above is not None else set()  # "had been due to expire"
        return PAST if any(t.head in said and t.text.lower() == "had" for t in sentence.tokens) else FUTURE
    return _of_above(sentence, verb, depth, FUTURE)


def _of_above(sentence: Sentence, verb: Token, depth: int, otherwise: int) -> int:
    """The tense of the verb that a verb hangs from; ``otherwise`` where it hangs from none."""
    above = sentence.tokens[verb.head] if verb.head != verb.index else None
    hangs = above is not None and above.pos in ("VERB", "AUX") and depth < DEEPEST
    return tense_of(sentence, above, depth + 1) if hangs and above is not None else otherwise
