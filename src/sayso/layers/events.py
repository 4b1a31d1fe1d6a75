"""Who did what to whom, where, when and how many: events by lexicon (``events.tsv``) and parse.

An event's anchor is the verb or noun that names it. Only headline, body and caption are read. ``detail`` says where
the roles come from, and begins with ``negated``, ``planned``, ``possible`` or ``conditional`` where the text does not
say that it happened.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.parse import Parse, Sentence, Token
from sayso.spans import overlap
from sayso.types import Document, EventMention, Mention, Quantity, Span, Timex, Toponym
from sayso.vocab import Category, EventType, Precision, TimexType

#: Prepositions that a place of an event stands after, and those that name one only right after the event's own word.
WHERE = frozenset(["in", "at", "near", "outside", "inside", "around", "across", "within", "throughout", "along"])
OWN_WHERE = frozenset(["on", "of", "from", "to", "into", "over", "through"])
#: Nouns of places: to capture one is to seize it.
PLACE_NOUNS = frozenset(
    [
        "town",
        "city",
        "village",
        "area",
        "district",
        "province",
        "base",
        "airport",
        "port",
        "bridge",
        "region",
        "territory",
    ]
    + [
        "building",
        "headquarters",
        "hill",
        "neighbourhood",
        "neighborhood",
        "suburb",
        "crossing",
        "airbase",
        "checkpoint",
    ]
    + ["stronghold", "position", "land", "island", "field", "post", "capital", "castle", "outpost", "refinery", "road"]
)
SUBJECT = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
OBJECT = ("dobj", "obj", "dative")
#: Verbs that lend a noun their subject: "carried out an airstrike".
LIGHT = frozenset(
    [
        "carry",
        "conduct",
        "launch",
        "stage",
        "make",
        "hold",
        "mount",
        "wage",
        "perform",
        "do",
        "have",
        "start",
        "begin",
        "order",
    ]
    + [
        "plan",
        "execute",
        "undertake",
        "reach",
        "sign",
        "impose",
        "issue",
        "give",
        "offer",
        "announce",
        "lead",
        "commit",
        "open",
    ]
)
#: Verbs above an infinitive or a noun that say it is only meant, tried or feared.
UNREAL = {
    "planned": frozenset(
        ["plan", "intend", "want", "hope", "vow", "pledge", "promise", "prepare", "agree", "decide", "order", "aim"]
    ),
    "possible": frozenset(
        ["try", "attempt", "fail", "refuse", "seek", "threaten", "fear", "could", "avoid", "prevent", "ask", "urge"]
    ),
}
MODALS = {"will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned"}
#: The most words before a noun that are taken into a role.
LONGEST_ROLE = 12


#: Verbs without an object: "thousands protested" is never that they were protested.
INTRANSITIVE = frozenset(
    ["protest", "demonstrate", "rally", "march", "riot", "clash", "retreat", "resign", "confer", "flee"]
)


class Named(NamedTuple):
    """One line of the lexicon."""

    type: EventType
    mode: str
    needs: str


class Clause(NamedTuple):
    """The tokens that fill an event's roles, and how that is known."""

    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    scope: Token
    status: str
    why: str


@functools.cache
def lexicon() -> dict[tuple[str, str], tuple[Named, ...]]:
    """The event words by lemma and part of speech (``verb`` or ``noun``); entries that need a word come first."""
    out: dict[tuple[str, str], list[Named]] = {}
    for row in assets.rows("events.tsv"):
        out.setdefault((row["word"], row["pos"]), []).append(Named(EventType(row["type"]), row["mode"], row["with"]))
    return {key: tuple(sorted(entries, key=lambda e: e.needs == "")) for key, entries in out.items()}


def find_events(
    document: Document,
    parse: Parse,
    mentions: Sequence[Mention],
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    quantities: Sequence[Quantity],
) -> list[EventMention]:
    """Every event that the document's prose names, in text order."""
    out: list[EventMention] = []
    before: dict[int, Timex] = {}  # the last day that each paragraph named
    for sentence in parse.sentences:
        found = list(_named(sentence))
        timed = [t for t in timexes if _within(t.span, sentence)]
        earlier = before.get(sentence.paragraph)
        before |= {sentence.paragraph: t for t in timed if _is_day(t)}
        if not found:
            continue
        rows = _Rows(
            [m for m in mentions if _within(m.span, sentence)],
            [t for t in toponyms if _within(t.span, sentence)],
            timed,
            earlier,
            [q for q in quantities if _within(q.span, sentence)],
        )
        out += [_event(document, sentence, token, named, rows) for token, named in found]
    return out


class _Rows(NamedTuple):
    """What the other layers found in one sentence."""

    mentions: list[Mention]
    toponyms: list[Toponym]
    timexes: list[Timex]
    earlier: Timex | None  # the last day named before in the paragraph
    quantities: list[Quantity]


def _within(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def _named(sentence: Sentence) -> Iterator[tuple[Token, Named]]:
    words = lexicon()
    for token in sentence.tokens:
        if token.pos == "VERB":
            entries = words.get((token.lemma.lower(), "verb"), ())
        elif token.pos == "NOUN":
            if token.dep == "compound":  # "attack helicopters", "peace talks venue": the head is what is spoken of
                continue
            entries = words.get((token.lemma.lower(), "noun"), ())
        else:
            continue
        entry = next((e for e in entries if _has(sentence, token, e.needs)), None)
        if entry is not None and not (token.dep == "amod" and token.tag in ("VBN", "VBG")):
            yield token, entry


def _has(sentence: Sentence, token: Token, needs: str) -> bool:
    """Whether a word that an entry needs stands with the token: a particle, preposition or object after a verb, a
    modifier before a noun."""
    if not needs:
        return True
    if token.pos == "NOUN":
        return token.index > 0 and sentence.tokens[token.index - 1].text.lower() == needs
    return any(
        t.lemma == needs and t.dep in ("prt", "prep", "dobj", "advmod", "agent") for t in sentence.children(token)
    )


def _event(document: Document, sentence: Sentence, token: Token, named: Named, rows: _Rows) -> EventMention:
    clause = verb_clause(sentence, token) if token.pos == "VERB" else noun_clause(sentence, token)
    of = named.type is not EventType.ACCUSE  # "accused the banker of fraud": the fraud is not the banker's name
    actors = tuple(_role(document, sentence, t, rows, of=True) for t in clause.actors)
    recipients = tuple(_role(document, sentence, t, rows, of=of) for t in clause.recipients)
    kind, mode = _sense(named, clause.recipients, recipients, rows)
    toponym, where = _place(sentence, token, rows.toponyms, recipients)
    timex, when = _time(sentence, token, clause.scope, rows.timexes), "time in the sentence"
    if timex is None and rows.earlier is not None and named.mode in HAPPENING:
        timex, when = rows.earlier, "time named before in the paragraph"
    counted = _counted(recipients, rows.quantities) or (_counted(actors, rows.quantities) if mode not in HARM else [])
    why = [clause.why, where if toponym else "no place", when if timex else "no time"]
    return EventMention(
        anchor=Span(document.id, token.start, token.end),
        type=kind,
        mode=mode,
        actor=actors,
        recipient=recipients,
        toponym_id=toponym.id if toponym else None,
        timex_id=timex.id if timex else None,
        quantity_ids=tuple(q.id for q in counted),
        detail=(f"{clause.status}: " if clause.status else "") + "; ".join(why),
    )


#: What takes place on a day: the day that the paragraph spoke of holds for it.
HAPPENING = frozenset(
    ["kill", "wound", "airstrike", "bombing", "shelling", "shooting", "clash", "attack", "arrest", "capture", "seize"]
    + ["abduct", "protest", "meet", "sign"]
)
TELLING = frozenset(["say", "confirm", "announce", "report", "tell", "describe", "condemn", "discuss", "deny", "claim"])
HARM = frozenset(["kill", "wound", "arrest", "abduct", "capture", "sentence", "charge"])


def _sense(named: Named, heads: Sequence[Token], recipients: Sequence[Span], rows: _Rows) -> tuple[EventType, str]:
    """To capture a town is to seize it, to capture a man to arrest him."""
    if named.mode not in ("capture", "seize"):
        return named.type, named.mode
    held = {m.category for r in recipients for m in rows.mentions if overlap(r[1:], m.span[1:])}
    on_place = any(t.lemma.lower() in PLACE_NOUNS for t in heads) or Category.LOCATION in held
    if on_place:
        return EventType.ASSAULT, "seize"
    if named.mode == "capture" or held & {Category.PERSON, Category.GROUP, Category.ROLE}:
        return EventType.COERCE, "arrest"
    return named.type, named.mode


def verb_clause(sentence: Sentence, verb: Token) -> Clause:
    """Who acts and who is acted on, from subject, object and by-agent; a subject that the verb shares is taken over."""
    below = list(sentence.children(verb))
    # A simple past is active, whatever the parse calls its subject.
    helped = any(t.dep == "auxpass" for t in below)
    passive = helped or (verb.tag != "VBD" and verb.lemma not in INTRANSITIVE and any(t.dep in PASSIVE for t in below))
    actors = [t for t in below if t.dep in SUBJECT or (t.dep in PASSIVE and not passive)]
    recipients = [t for t in below if (t.dep in PASSIVE and passive) or t.dep in OBJECT]
    why = "roles from the verb's subject and object"
    for agent in (t for t in below if t.dep == "agent" or (t.text.lower() == "by" and t.dep == "prep" and passive)):
        actors += [t for t in sentence.children(agent) if t.dep == "pobj"]
    if verb.dep in ("acl", "relcl") and verb.head != verb.index:
        noun = sentence.tokens[verb.head]
        if verb.lemma in INTRANSITIVE and not actors:
            actors = [noun]
        elif verb.tag == "VBN" and not passive and not recipients:
            recipients, why = [noun], "the noun that the participle describes is acted on"
        elif not actors and verb.tag == "VBG":
            actors = [noun]
        recipients, actors = _relative(recipients, noun), _relative(actors, noun)
    elif not actors and not passive:
        actors, taken = _shared_subject(sentence, verb)
        why = "the subject is shared with another verb" if taken else why
    elif passive and not recipients:
        recipients = [t for t in _shared_passive(sentence, verb)]
    if not recipients:
        recipients = _prepositional(sentence, verb)
    return Clause(
        _with_conjuncts(sentence, actors), _with_conjuncts(sentence, recipients), verb, _status(sentence, verb), why
    )


def _relative(tokens: list[Token], noun: Token) -> list[Token]:
    """The noun itself for the pronoun that stands for it: ``the men who were detained``."""
    return [noun if t.tag in ("WDT", "WP") else t for t in tokens]


def _shared_subject(sentence: Sentence, verb: Token) -> tuple[list[Token], bool]:
    """The subject of the verb above that this one hangs from: a second verb, an infinitive, ``…, killing 12``."""
    node = verb
    for above in sentence.ancestors(verb):
        if above.pos not in ("VERB", "AUX") or node.dep not in ("conj", "xcomp", "advcl", "pcomp", "ccomp"):
            if above.pos == "ADP" and node.dep == "pcomp":
                node = above
                continue
            return [], False
        if node.dep == "ccomp" and node.tag not in ("VBG", "VB"):
            return [], False
        passive = [t for t in sentence.children(above) if t.dep in PASSIVE]
        subjects = [t for t in sentence.children(above) if t.dep in SUBJECT]
        objects = [t for t in sentence.children(above) if t.dep in OBJECT]
        if node.dep == "xcomp" and objects and verb.tag == "VB":
            return objects, True  # "ordered the army to attack"
        if subjects or passive:
            return subjects or passive, True
        node = above
    return [], False


def _shared_passive(sentence: Sentence, verb: Token) -> list[Token]:
    """``were caught and detained``: the second participle is of the same subject."""
    if verb.dep != "conj":
        return []
    return [t for t in sentence.children(sentence.tokens[verb.head]) if t.dep in PASSIVE]


def _prepositional(sentence: Sentence, verb: Token) -> list[Token]:
    """Who is met, fought or fired on, where the verb takes a preposition: ``clashed with rebels``."""
    for prep in sentence.children(verb):
        if prep.dep == "prep" and prep.text.lower() in ("with", "against", "on", "at", "from"):
            objects = [t for t in sentence.children(prep) if t.dep == "pobj" and t.entity not in ("DATE", "TIME")]
            if objects:
                return objects
    return []


def noun_clause(sentence: Sentence, noun: Token) -> Clause:
    """Who acts and who is acted on around an event noun: ``the army's shelling of the town by night``."""
    actors: list[Token] = []
    recipients: list[Token] = []
    for t in sentence.children(noun):
        if t.dep == "poss":
            actors.append(t)
        elif t.dep in ("prep", "agent"):
            objects = [o for o in sentence.children(t) if o.dep == "pobj" and o.entity not in ("DATE", "TIME")]
            if t.text.lower() in ("by", "between"):
                actors += objects
            elif t.text.lower() in ("of", "on", "against", "at", "with", "for"):
                recipients += objects
    verb = sentence.tokens[noun.head]
    why = "roles from the words around the noun"
    if not actors and noun.dep in OBJECT and verb.pos == "VERB" and verb.lemma in LIGHT:
        actors = [t for t in sentence.children(verb) if t.dep in SUBJECT] or _shared_subject(sentence, verb)[0]
        why = f"the actor is the subject of '{verb.text}'"
    scope = next((t for t in sentence.ancestors(noun) if t.pos in ("VERB", "AUX")), noun)
    status = _status(sentence, scope) if noun.dep in (*OBJECT, *SUBJECT, *PASSIVE, "attr") and scope is not noun else ""
    if any(t.dep in ("det", "neg") and t.text.lower() == "no" for t in sentence.children(noun)):
        status = "negated"
    return Clause(_with_conjuncts(sentence, actors), _with_conjuncts(sentence, recipients), scope, status, why)


def _with_conjuncts(sentence: Sentence, tokens: Sequence[Token]) -> tuple[Token, ...]:
    found = {t.index: t for t in tokens}
    for t in sentence.tokens:  # in text order, so that chains of conjuncts are followed
        many = t.pos == "ADJ" and any(c.text.lower() == "of" for c in sentence.children(t))  # "several of his aides"
        if t.dep == "conj" and t.head in found and (many or t.pos in ("NOUN", "PROPN", "PRON", "NUM")):
            found[t.index] = t
    return tuple(found[i] for i in sorted(found))


def _status(sentence: Sentence, verb: Token) -> str:
    """What keeps the event from being a fact: negation, a modal, a condition, an intention; empty for none."""
    below = list(sentence.children(verb))
    if any(t.dep == "neg" or t.text.lower() == "never" for t in below):
        return "negated"
    for t in below:
        if t.tag == "MD":
            return MODALS.get(t.text.lower(), "possible")
        if t.dep == "mark" and t.text.lower() in ("if", "unless", "whether"):
            return "conditional"
    above = sentence.tokens[verb.head]
    infinitive = any(t.text.lower() == "to" and t.dep == "aux" for t in below)
    if infinitive and above.index != verb.index:
        if verb.dep == "advcl":
            return "planned"  # a purpose: "an operation to detain him"
        return next(
            (name for name, lemmas in UNREAL.items() if above.lemma in lemmas), "planned" if above.pos == "NOUN" else ""
        )
    if verb.dep in ("pcomp", "xcomp") and above.lemma in UNREAL["possible"]:
        return "possible"
    if verb.dep in ("conj", "xcomp") and above.pos == "VERB" and not any(t.dep in (*SUBJECT, *PASSIVE) for t in below):
        return _status(sentence, above) if above.index < verb.index else ""
    return ""


def _role(document: Document, sentence: Sentence, head: Token, rows: _Rows, of: bool) -> Span:
    """The span of a role: the mention with that head where there is one, else the noun with the words before it."""
    end = _phrase_end(sentence, head).end if of else head.end
    for m in rows.mentions:
        if m.head.start <= head.start < m.head.end:
            start = min(m.span.start, _phrase_start(sentence, head).start)
            return Span(document.id, start, max(m.span.end, end))
    return Span(document.id, _phrase_start(sentence, head).start, end)


def _phrase_end(sentence: Sentence, head: Token) -> Token:
    """The head, or the noun after its ``of``: ``members of the council``."""
    for prep in sentence.children(head):
        if prep.text.lower() == "of" and prep.index == head.index + 1:
            return next((t for t in sentence.children(prep) if t.dep == "pobj"), head)
    return head


def _phrase_start(sentence: Sentence, head: Token) -> Token:
    """The leftmost word that modifies the noun from before, not more than LONGEST_ROLE words away."""
    first = head
    for t in reversed(sentence.tokens[max(0, head.index - LONGEST_ROLE) : head.index]):
        node, steps = t, 0
        while node.index < head.index and node.head != node.index and steps < LONGEST_ROLE:
            if (
                node.dep in (*SUBJECT, *PASSIVE, *OBJECT, "conj", "relcl")
                or node.pos in ("VERB", "AUX")
                and node.dep not in ("amod", "compound")
            ):
                return first
            node, steps = sentence.tokens[node.head], steps + 1
        if node.index != head.index:
            break
        first = t
    return first


def _place(
    sentence: Sentence, anchor: Token, toponyms: Sequence[Toponym], recipients: Sequence[Span]
) -> tuple[Toponym | None, str]:
    """The place after a preposition, first one after the anchor, then before it; what is acted on counts as one."""
    for toponym in toponyms:
        if any(overlap(toponym.span[1:], r[1:]) for r in recipients) and toponym.precision is not Precision.COUNTRY:
            return toponym, "the place is what was acted on"
    located = [t for t in toponyms if _after_preposition(sentence, anchor, t)]
    after = [t for t in located if t.span.start >= anchor.end]
    before = [t for t in located if t.span.start < anchor.start]
    if after or before:
        nearest = after[0] if after else before[-1]
        return nearest, "the place stands after a preposition"
    return None, ""


def _after_preposition(sentence: Sentence, anchor: Token, toponym: Toponym) -> bool:
    tokens = sentence.between(toponym.span.start, toponym.span.end)
    if not tokens:
        return False
    for t in reversed(sentence.tokens[max(0, tokens[0].index - 5) : tokens[0].index]):
        if t.text.lower() in WHERE:
            return True
        if t.text.lower() in OWN_WHERE:
            return t.head == anchor.index
        if t.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT"):
            return False
    return False


def _is_day(timex: Timex) -> bool:
    """Whether a day or a part of one is meant; a dateline says when the text was sent, not when things happened."""
    day = timex.type in (TimexType.DATE, TimexType.TIME) and (len(timex.value) >= 10 or "WXX-" in timex.value)
    return day and not timex.value.endswith("_REF") and not timex.detail.startswith("the dateline")


def _time(sentence: Sentence, anchor: Token, scope: Token, timexes: Sequence[Timex]) -> Timex | None:
    """The date or time that hangs from the event's verb, else the nearest of the sentence."""
    dated = [
        t for t in timexes if _is_day(t) or (t.type is TimexType.DATE and t.value[:1].isdigit() and len(t.value) < 10)
    ]
    if not dated:
        return None
    if scope.lemma in TELLING and scope is not anchor:
        # "confirmed today the arrest of …, Saturday": what follows the noun is its own
        dated = [t for t in dated if t.span.start >= anchor.end] or dated
    own = {t.index for t in sentence.children(scope)} | {scope.index}

    def distance(timex: Timex) -> tuple[bool, int, int]:
        tokens = sentence.between(timex.span.start, timex.span.end)
        steps = [t.index for t in tokens[:1]] + [a.index for t in tokens[:1] for a in sentence.ancestors(t)]
        return not any(i in own for i in steps[:4]), abs(timex.span.start - scope.start), timex.span.start

    return min(dated, key=distance)


def _counted(roles: Sequence[Span], quantities: Sequence[Quantity]) -> list[Quantity]:
    """The plain counts of the things that fill a role."""
    return [
        q
        for q in quantities
        if q.unit is None
        and any(overlap(r[1:], q.span[1:]) or (q.of_span is not None and overlap(r[1:], q.of_span[1:])) for r in roles)
    ]
