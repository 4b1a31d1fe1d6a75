"""Noun phrases as sources: their head, the name that their capitals spell, or a description. Looks at words only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.layers.attribution.cues import Cue, lexicon, noun_cue
from sayso.layers.attribution.medianames import NAME_ENDS, sounds_medial, speaks_for_news
from sayso.layers.parsing.parse import Token

UNNAMED = "unnamed"

#: Words by which a phrase means a body that watches and tells.
WATCHERS = frozenset(("monitor", "monitoring", "watchdog", "observatory", "observer", "rights", "charity"))

#: Nouns for bodies of any sort, which alone stand for the one that spoke.
GROUPS = frozenset(("group", "organisation", "organization", "movement"))

#: Adjectives that only say that no name is given.
NAMELESS = frozenset(("unnamed", "anonymous", "unidentified"))

#: Words behind which a source that was called by a noun gives a name, and what may stand between.
NAMING = frozenset(
    ("name", "names", "named", "identified", "nickname", "pseudonym", "calling", "calls", "called", "known", "styling")
)
COURTESY = frozenset(("mr", "mrs", "ms", "miss", "dr", "madam", "sir"))
NAMING_LINKS = frozenset(
    ("only", "just", "simply", "of", "as", "by", ",", '"', "'", "himself", "herself", "itself", "themselves", "his",
     "her", "the", "first", "given", "name", "was", "is")
)  # fmt: skip

#: Words before a trade that only one person of a body can bear.
CHIEF = frozenset(("chief", "head", "lead"))

ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those"))

#: Nouns of amount: "a number of officials" are officials, but "a monitoring group" is a group.
COUNTED = frozenset(
    ("number", "group", "dozen", "hundred", "thousand", "couple", "handful", "majority", "series", "range", "host",
     "pair", "score", "string", "percent", "half", "third", "quarter", "share", "proportion")
)  # fmt: skip
DOZENS = frozenset(("dozen", "hundred", "thousand"))
AMOUNTS = frozenset(("some", "many", "several", "few", "most", "all", "one", "each", "both"))
HE = frozenset(("he", "she", "him", "her", "i", "me", "himself", "herself"))

THEY = frozenset(("they", "them", "we", "us", "themselves"))


class SourcePhrase(NamedTuple):
    """One source. ``kind``: person, body, media, name (one of these), document (to be resolved to its issuer), he,
    they, it, watcher, outlet (to be resolved), speaker (first person), crowd (people of somebody's), thing (what no
    noun for a speaker calls), unnamed."""

    name: str
    kind: str


def speaker_of(token: Token, tokens: Sequence[Token] = ()) -> Cue | None:
    """What kind of speaker a noun is, if it is one; with the word before it if in ``tokens``: "coast guard"."""
    before = next((t for t in tokens if t.index == token.index - 1), None)
    if before is not None:
        both = lexicon().get((f"{before.text.lower()} {token.lemma.lower()}", "speaker"))
        if both is not None:
            return both
    return lexicon().get((token.lemma.lower(), "speaker")) or lexicon().get((token.text.lower(), "speaker"))


def head_of(tokens: Sequence[Token]) -> Token:
    """The word that the others hang from; of an amount ("a number of officials") the noun that is counted."""
    inside = {t.index for t in tokens}
    nominal = [t for t in tokens if t.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}] or list(tokens)
    owners = {t.index - 1 for t in tokens if t.tag == "POS"}
    tops = [t for t in nominal if t.head not in inside or t.head == t.index]
    tops = [t for t in tops if t.index not in owners] or tops
    tops = [t for t in tops if t.pos != "DET"] or tops
    head = tops[0] if tops else nominal[0]
    behind = [t for t in tokens if head.index < t.index <= head.index + 2]
    if len(behind) == 2 and behind[0].text == "-" and behind[1].pos in {"NOUN", "PROPN"}:
        head = behind[1]  # "an ex-minister"
    if head.text.lower() in AMOUNTS or head.lemma in COUNTED or head.pos == "NUM":
        of = next((t for t in tokens if t.head == head.index and t.text.lower() == "of"), None)
        counted = next((t for t in tokens if of is not None and t.head == of.index and t.dep == "pobj"), None)
        if counted is not None:
            return counted
    return head


def by_capitals(head: Token, tokens: list[Token], speaker: Cue | None) -> SourcePhrase | None:
    """The name that the capitals spell, without what stands before a person's name."""
    beside = (t for t in tokens if t.dep == "appos" and t.pos == "PROPN" and t.head == head.index)
    appos = next((t for t in beside if not _is_one_of_many(t, tokens)), None)
    person = _person_at(head, tokens) or (_person_at(appos, tokens) if appos is not None else None)
    if person is not None:
        return person
    if appos is not None:
        run = _run(appos, tokens)
        body = speaker is not None and speaker.fits("body") and not speaker.fits("person")
        kind = "media" if sounds_medial(_joined(run), tokens) else "body" if body else "person"
        return SourcePhrase(_joined(run), kind)
    place = tokens.index(head)
    joined = place + 2 < len(tokens) and tokens[place + 1].text in {"for", "without", "against"}
    if joined and head.index and head.text[:1].isupper() and tokens[place + 2].text[:1].isupper():
        return SourcePhrase(_joined(tokens[place : place + 3]), "body")  # "Doctors for Peace"
    if head.pos == "NOUN" and head.text[:1].isupper() and len(tokens) == 1 and not head.text.isupper():
        mixed = not head.text[1:].islower()  # "RealTally"
        known = speaker is not None or noun_cue(head) is not None or head.tag == "NNS"
        return None if known and not mixed else SourcePhrase(head.text, "name")  # which the model takes for a noun
    if not any(t.pos == "PROPN" and t.text[:1].isupper() and t.index <= head.index for t in tokens):
        return None
    if head.pos != "PROPN" and speaker is not None and speaker.fits("person"):
        return None
    if speaks_for_news(head, tokens) and head.pos != "PROPN" and head.lemma not in NAME_ENDS:
        before = [t for t in tokens if t.index < head.index and t.pos == "PROPN"]
        if before[-1].dep == "poss" or before[-1].entity == "GPE":
            return None  # "Norland's state broadcaster", "a Karsk newspaper"
        return SourcePhrase(_joined(_run(before[-1], tokens)), "media")  # "an X-backed Y news agency" is Y
    return _capitals_of(head, tokens)


def _person_at(anchor: Token, tokens: Sequence[Token]) -> SourcePhrase | None:
    """The person whose name a word is part of."""
    if anchor.entity != "PERSON":
        return None
    run = [t for t in tokens if t.entity == "PERSON" and abs(t.index - anchor.index) <= 4]
    while len(run) > 1 and (run[0].text.lower() in ARTICLES or _is_title(run[0].text)):
        run = run[1:]
    return SourcePhrase(_joined(run), "person") if run else None


def _capitals_of(head: Token, tokens: list[Token]) -> SourcePhrase | None:
    """The run of capitals that ends in the head, without a person's titles."""
    run = titled = _run(head, tokens)
    while len(run) > 1 and _is_title(run[0].text):
        run = run[1:]
    last = speaker_of(run[-1]) if run else None
    if len(run) < len(titled) and (last is not None or any(t.text.islower() for t in run)):
        run = titled  # "King Aldo University": the title is part of the name
    name = _joined(run)
    kind = "body" if any(t.entity in {"ORG", "NORP", "GPE", "FAC"} for t in run) else "name"
    return SourcePhrase(name, "media" if sounds_medial(name, run) else kind) if name else None


def _is_one_of_many(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether an article says that a word is no name: "the governor, a Republican,"."""
    return any(t.head == token.index and t.text.lower() in {"a", "an"} for t in tokens)


def untitled(name: str) -> str | None:
    """The person in a name that begins with an office or a trade and ends as no body does: "Captain Ines Holt"."""
    first, *rest = name.split()
    last = lexicon().get((rest[-1].lower(), "speaker")) if rest else None
    fits = _is_title(first) and last is None and len(rest) == 2
    return " ".join(rest) if fits and all(w[:1].isupper() and w[1:].islower() for w in rest) else None


def _is_title(word: str) -> bool:
    """Whether a word before a person's name is an office, a trade or a courtesy: "Admiral Jan Holt", "Dr Ines Holt"."""
    speaker = lexicon().get((word.lower(), "speaker"))
    return (speaker is not None and speaker.fits("person")) or word.lower().rstrip(".") in COURTESY


def _run(head: Token, tokens: list[Token]) -> list[Token]:
    """The capitalised words up to the head, what lies between them, and ``of`` or ``for`` with a capital behind it."""
    place = {t.index: n for n, t in enumerate(tokens)}
    at = place[head.index]
    low = at
    for n in range(at - 1, -1, -1):
        t = tokens[n]
        if t.text[:1].isupper() and t.text.lower() not in ARTICLES and t.pos != "ADV":
            low = n
        elif (
            t.pos not in {"PROPN", "NOUN", "ADJ"}
            and t.text not in {"-", "&", "'s"}
            and t.text.lower() not in {"of", "for", "and"}
        ):
            break
    high = at
    while high + 2 < len(tokens) and tokens[high + 1].text.lower() in {"of", "for", "&"}:
        ahead = high + (3 if tokens[high + 2].text.lower() == "the" and high + 3 < len(tokens) else 2)
        if not tokens[ahead].text[:1].isupper():
            break
        high = ahead
        while high + 1 < len(tokens) and tokens[high + 1].pos == "PROPN":
            high += 1
    return tokens[low : high + 1]


def _joined(tokens: Sequence[Token]) -> str:
    """The words as they stand in the text: no space where there is none."""
    out = ""
    gap = False
    for before, token in zip((None, *tokens), tokens, strict=False):
        gap = gap or (before is not None and before.end < token.start)
        if token.text in {"[", "]", '"'}:
            continue
        out, gap = out + (" " if gap and out else "") + token.text, False
    return out.removesuffix("'s").strip()


def given_name(head: Token, tokens: Sequence[Token]) -> SourcePhrase | None:
    """The name in ``a baker who gave his name only as Rolf``, ``a man named Rolf``, ``identified herself as Ada``."""
    if head.pos == "PROPN":
        return None
    for n, token in enumerate(tokens):
        if token.index <= head.index or token.text.lower() not in NAMING:
            continue
        at = n + 1
        while at < len(tokens) and at - n < 6 and tokens[at].text.lower() in NAMING_LINKS:
            at += 1
        run: list[Token] = []
        while at < len(tokens) and tokens[at].pos == "PROPN" and tokens[at].text[:1].isupper():
            run.append(tokens[at])
            at += 1
        while len(run) > 1 and _is_title(run[0].text):
            run = run[1:]
        if run:
            who = speaker_of(head)
            if who is None or who.fits("person"):
                return SourcePhrase(_joined(run), "person")
            whole = [t for t in _run(run[-1], list(tokens)) if t.index >= run[0].index]  # "Sons of the Valley"
            return SourcePhrase(_joined(whole), "body")
    return None


def bare_phrase(tokens: Sequence[Token]) -> str:
    """The phrase in lower case (but for names) without its article and amounts."""
    kept = [t for n, t in enumerate(tokens) if t.pos != "PUNCT" and not (n < 2 and t.text.lower() in ARTICLES)]
    kept = kept[1:] if len(kept) > 1 and kept[0] is tokens[0] and kept[0].pos == "NUM" else kept  # "two officials"
    words = _joined(kept)
    if kept and kept[0].index == 0 and _is_common(kept[0], kept[1:2]):
        words = words[:1].lower() + words[1:]
    return words or UNNAMED


def is_watcher(head: Token, tokens: Sequence[Token]) -> bool:
    """Whether a phrase without a name means a body that watches and tells: "the monitoring group", "the watchdog"."""
    inside = [t for n, t in enumerate(tokens) if t.index <= head.index and not _says_where(tokens, n)]
    watching = any(t.lemma in WATCHERS for t in inside) or (len(inside) < len(tokens) and head.lemma in GROUPS)
    return head.text.islower() and not any(t.pos == "PROPN" for t in inside) and watching


def _says_where(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word only says where a body sits: "the Britain-based group"."""
    return any(t.text.lower() == "based" for t in tokens[n : n + 3]) and any(t.text == "-" for t in tokens[n : n + 2])


def described(head: Token, tokens: list[Token], speaker: Cue | None) -> SourcePhrase | None:
    """Somebody called by a common noun: unnamed if it could be anybody, else by office or as a body."""
    before = _describing(head, tokens)
    common = {t.text for n, t in enumerate(before) if _is_common(t, before[n + 1 : n + 2])}
    words = " ".join(w.lower() if w in common else w for w in _joined(before).split())
    if not words:
        return SourcePhrase(UNNAMED, "unnamed")
    first = tokens[0].text.lower()
    hidden = any(t.text.lower() in NAMELESS for t in tokens)
    owned = first in {"the", "its", "his", "her", "their", "our", "my"} or any(t.dep == "poss" for t in tokens)
    definite = owned and not hidden
    person = speaker is None or speaker.fits("person")
    chief = definite and any(t.lemma.lower() in CHIEF for t in before[:-1])  # "the fund's chief economist"
    office = speaker is not None and (speaker.fits("office") or chief)
    if speaker is not None and speaker.fits("collective") and any(t.pos == "PROPN" for t in before):
        return SourcePhrase(words, "body")
    anybody = hidden or first in {"a", "an", "one", "some", "another"} or (head.tag == "NNS" and person)
    held = office or not person or (speaker is None and definite)
    if anybody or tokens[0].pos == "NUM" or not held:
        return SourcePhrase(f"{UNNAMED} {words}", "unnamed")
    words += _of_what(head, tokens)
    medial = speaker is not None and speaker.fits("media")
    if definite and words in GROUPS:
        return SourcePhrase(words, "watcher")
    if medial and definite and " " not in words:
        return SourcePhrase(words, "outlet")
    kind = "media" if medial else "person" if office else "body" if speaker is not None else "thing"
    return SourcePhrase(words, kind)


def _describing(head: Token, tokens: Sequence[Token]) -> list[Token]:
    """The words up to the head that say what somebody is, without articles and amounts."""
    skipped = AMOUNTS | ARTICLES | NAMELESS | {"of", "to"}
    kept = "" if tokens[0].text.lower() == "the" and head.tag == "NNS" else "NUM"  # "the two companies"
    before = [
        t
        for t in tokens
        if t.index <= head.index
        and (t.pos not in {"DET", kept, "PUNCT", "ADV", "ADP"} or t.text == "-" or _is_prefix(t, tokens))
        and t.tag not in {"JJR", "JJS", "RBR"}
        and t.text.lower() not in skipped
        and not (t.lemma in COUNTED and any(o.head == t.index and o.text.lower() == "of" for o in tokens))
        and not (t.lemma in DOZENS and t.index < head.index)
    ]
    while before and before[0].text == "-":
        before = before[2:]  # "an 18-year-old student"
    return before


def _of_what(head: Token, tokens: Sequence[Token]) -> str:
    """The name that an office or a body is of, with its preposition: " of Harrow"."""
    end = next((n for n, t in enumerate(tokens) if t.index > head.index and t.text.lower() in {"of", "for"}), None)
    if end is None or not any(t.text[:1].isupper() for t in tokens[end + 1 : end + 4]):
        return ""
    stops = (n for n, t in enumerate(tokens) if n >= end and (t.pos in {"PUNCT", "VERB"} or t.tag in {"WP", "WDT"}))
    return f" {_joined(tokens[end : next(stops, len(tokens))])}"


def _is_prefix(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word is joined to the next by a hyphen: "off-duty"."""
    return any(t.text == "-" and t.start == token.end for t in tokens)


def _is_common(token: Token, following: Sequence[Token]) -> bool:
    """Whether a word is capitalised, if at all, only because of where it stands."""
    if token.entity or any(c.isupper() for c in token.text[1:]):
        return False
    return token.pos == "NOUN" or (token.index == 0 and not any(t.pos == "PROPN" for t in following))
