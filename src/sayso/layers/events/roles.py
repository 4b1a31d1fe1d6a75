"""Who acts and who is acted on, around a verb or a noun that names an event, and whether it is said to have
happened."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso import assets
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import EventStatus

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
    EventStatus.PLANNED: frozenset(
        ["plan", "intend", "want", "hope", "vow", "pledge", "promise", "prepare", "agree", "decide", "order", "aim"]
    ),
    EventStatus.POSSIBLE: frozenset(
        ["try", "attempt", "fail", "refuse", "seek", "threaten", "fear", "could", "avoid", "prevent", "ask", "urge"]
    ),
}
#: What is done for something: the infinitive behind it is only meant.
ENTERPRISES = frozenset("operation raid search campaign offensive push drive ambush".split())
MODALS = dict.fromkeys(("will", "shall", "'ll", "wo"), EventStatus.PLANNED)
#: Verbs without an object: "thousands protested" is never that they were protested.
INTRANSITIVE = frozenset(
    ["protest", "demonstrate", "rally", "march", "riot", "clash", "retreat", "resign", "confer", "flee"]
)


#: Verbs after which "with" names the means, and "at" or "on" a place or a day, never who suffers.
INSTRUMENTAL = frozenset("kill wound injure hurt arrest detain capture seize abduct murder execute die behead".split())
#: Verbs that befall their subject.
SUFFERED = frozenset(["die", "perish"])


@functools.cache
def purposes() -> frozenset[str]:
    """What is set on what is done behind its preposition: "efforts at freeing them"."""
    return frozenset(row["word"] for row in assets.rows("modality.tsv") if row["where"] == "purpose")


class EventClause(NamedTuple):
    """The tokens that fill an event's roles, and how that is known."""

    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    scope: Token
    status: EventStatus
    why: str


def verb_clause(sentence: Sentence, verb: Token, needs_object: bool = False, needed: str = "") -> EventClause:
    """Who acts and who is acted on, from subject, object and by-agent; a subject that the verb shares is taken over.

    ``needs_object``: without one the subject is acted on (``Two rebels killed``). ``needed`` is the word that makes the
    verb an event: of ``took eight sailors prisoner`` the prisoner is not whom it was done to.
    """
    below = list(sentence.children(verb))
    helped = any(t.dep == "auxpass" for t in below)
    # A simple past is active, whatever the parse calls its subject.
    passive = helped or (verb.tag != "VBD" and verb.lemma not in INTRANSITIVE and any(t.dep in PASSIVE for t in below))
    if not passive and needs_object and _gapped(verb, below):
        below = [replace(t, dep="nsubjpass") if t.dep in SUBJECT else t for t in below]
        passive = True
    actors = [t for t in below if t.dep in SUBJECT or (t.dep in PASSIVE and not passive)]
    recipients = [t for t in below if (t.dep in PASSIVE and passive) or t.dep in OBJECT]
    if verb.lemma in SUFFERED:
        actors, recipients = [], actors or recipients
    why = "roles from the verb's subject and object"
    actors += _agents(sentence, below, passive)
    if verb.dep in ("acl", "relcl") and verb.head != verb.index:
        noun = sentence.tokens[verb.head]
        if verb.lemma in INTRANSITIVE and not actors:
            actors = [noun]
        elif verb.tag == "VBN" and not recipients and (not passive or verb.dep == "acl"):
            recipients, why = [noun], "the noun that the participle describes is acted on"
        elif not actors and verb.tag == "VBG":
            actors = [noun]
        recipients, actors = _relative(recipients, noun), _relative(actors, noun)
    elif not actors and not passive and verb.lemma not in SUFFERED:
        actors, taken = _shared_subject(sentence, verb)
        why = "the subject is shared with another verb" if taken else why
        if needs_object and verb.tag == "VBN" and not recipients and any(t.dep in PASSIVE for t in actors):
            actors, recipients = [], actors  # "were caught and detained", "were reported killed"
    elif passive and not recipients:
        recipients = list(_shared_passive(sentence, verb)) or _being(sentence, below)
    if not recipients and not passive:
        recipients = _prepositional(sentence, verb)
    recipients = [o for t in recipients for o in _held(sentence, t, needed)] + _alongside(sentence, verb, recipients)
    actors, recipients = list(_with_conjuncts(sentence, actors)), list(_with_conjuncts(sentence, recipients))
    status = EventStatus.NEGATED if any(_none(sentence, t) for t in recipients) else _status(sentence, verb)
    return EventClause(tuple(actors), tuple(recipients), verb, status, why)


def _agents(sentence: Sentence, below: Sequence[Token], passive: bool) -> Iterator[Token]:
    """Those by whom it is said to be done: ``was shot by two guards``."""
    for link in below:
        if link.dep == "agent" or (link.text.lower() == "by" and link.dep == "prep" and passive):
            yield from (t for t in sentence.children(link) if t.dep == "pobj")


def _gapped(verb: Token, below: Sequence[Token]) -> bool:
    """Whether a verb that needs an object has a subject and neither object nor auxiliary: a passive cut short
    (``two were killed and three wounded``, ``Two killed in blast``)."""
    if verb.tag not in ("VBN", "VBD") or verb.dep in ("relcl", "advcl") or not any(t.dep in SUBJECT for t in below):
        return False
    return not any(t.dep in ("aux", "auxpass", *OBJECT, "ccomp", "xcomp", "prt") for t in below)


def _held(sentence: Sentence, token: Token, needed: str) -> list[Token]:
    """The token, or where it is the word that the verb needs, the noun before it: ``took sailors prisoner``."""
    if not needed or token.lemma != needed:
        return [token]
    if needed in ("dead", "wounded"):
        return [token]
    return [t for t in sentence.children(token) if t.dep == "compound"]


def _alongside(sentence: Sentence, verb: Token, recipients: Sequence[Token]) -> list[Token]:
    """Who is acted on together with others: ``arrested the clerk along with three of his aides``."""
    if not recipients:
        return []
    out = []
    for t in (t for node in (verb, *recipients) for t in sentence.children(node)):
        inner = [c for c in sentence.children(t) if c.text.lower() == "with"]
        if t.text.lower() in ("along", "together") and inner:
            out += [o for o in sentence.children(inner[0]) if o.dep == "pobj"]
    return out


def _none(sentence: Sentence, token: Token) -> bool:
    """Whether a noun says that there was nobody: ``no civilians``, ``nobody``, ``none of them``."""
    if token.text.lower() in ("nobody", "none", "neither"):
        return True
    return any(t.text.lower() == "no" and t.index < token.index for t in sentence.children(token))


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
    """``were caught and detained``, ``opened fire and were killed``: the second participle is of the same subject."""
    if verb.dep != "conj":
        return []
    return [t for t in sentence.children(sentence.tokens[verb.head]) if t.dep in (*SUBJECT, *PASSIVE)]


def _being(sentence: Sentence, below: Sequence[Token]) -> list[Token]:
    """Who stands before a participle with "being": "resulted in six men being killed"."""
    being = next((t for t in below if t.text.lower() == "being" and t.index), None)
    before = sentence.tokens[being.index - 1] if being is not None else None
    return [before] if before is not None and before.pos in ("NOUN", "PROPN", "PRON") else []


def _prepositional(sentence: Sentence, verb: Token) -> list[Token]:
    """Who is met, fought or fired on, where the verb takes a preposition: ``clashed with rebels``."""
    if verb.lemma in INSTRUMENTAL:
        return []
    for prep in sentence.children(verb):
        if prep.dep == "prep" and prep.text.lower() in ("with", "against", "on", "at", "from"):
            objects = [t for t in sentence.children(prep) if t.dep == "pobj" and t.entity not in ("DATE", "TIME")]
            if objects:
                return objects
    return []


def noun_clause(sentence: Sentence, noun: Token) -> EventClause:
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
    if not recipients:  # "the planning and execution of the attacks"
        shared = [t for t in sentence.children(noun) if t.dep == "conj" and t.pos == "NOUN"]
        if noun.dep == "conj":
            shared.append(sentence.tokens[noun.head])
        ofs = [t for other in shared for t in sentence.children(other) if t.text.lower() == "of"]
        recipients = [o for t in ofs if t.index > noun.index for o in sentence.children(t) if o.dep == "pobj"]
    if not recipients and noun.dep in OBJECT and sentence.tokens[noun.head].pos == "VERB":
        # "carried out a strike on the depot": the parse may hang what follows the noun from the verb
        recipients = _after_noun(sentence, noun)
    verb = sentence.tokens[noun.head]
    why = "roles from the words around the noun"
    if not actors and noun.dep in OBJECT and verb.pos == "VERB" and verb.lemma in LIGHT:
        actors = [t for t in sentence.children(verb) if t.dep in SUBJECT] or _shared_subject(sentence, verb)[0]
        why = f"the actor is the subject of '{verb.text}'"
    scope = next((t for t in sentence.ancestors(noun) if t.pos in ("VERB", "AUX")), noun)
    under = noun.dep in (*OBJECT, *SUBJECT, *PASSIVE, "attr") and scope is not noun
    status = _status(sentence, scope) if under else EventStatus.FACT
    if any(t.dep in ("det", "neg") and t.text.lower() == "no" for t in sentence.children(noun)):
        status = EventStatus.NEGATED
    return EventClause(_with_conjuncts(sentence, actors), _with_conjuncts(sentence, recipients), scope, status, why)


def _after_noun(sentence: Sentence, noun: Token) -> list[Token]:
    """What follows right after an event noun with "on" or "against", though it hangs from the verb above."""
    following = sentence.tokens[noun.index + 1 : noun.index + 2]
    if not following or following[0].text.lower() not in ("on", "against") or following[0].head != noun.head:
        return []
    return [o for o in sentence.children(following[0]) if o.dep == "pobj" and o.entity not in ("DATE", "TIME")]


def _cut(sentence: Sentence, token: Token) -> bool:
    """Whether a word is only the front of a hyphened one, or the hyphen: ``sub-commander``."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    hyphened = bool(following) and following[0].text == "-" and following[0].start == token.end
    return token.text == "-" or (
        hyphened and token.pos in ("NOUN", "ADJ", "PROPN") and len(sentence.tokens) > token.index + 2
    )


def _with_conjuncts(sentence: Sentence, tokens: Sequence[Token]) -> tuple[Token, ...]:
    found = {t.index: t for t in tokens if not _cut(sentence, t)}
    through: set[int] = set()  # appositions that only carry a list on
    for t in sentence.tokens:  # in text order, so that chains of conjuncts are followed
        many = t.pos == "ADJ" and any(c.text.lower() == "of" for c in sentence.children(t))  # "several of his aides"
        noun = (many or t.pos in ("NOUN", "PROPN", "PRON", "NUM")) and not _cut(sentence, t)
        if t.dep == "conj" and noun and (t.head in found or t.head in through):
            found[t.index] = t
        elif t.dep == "appos" and t.head in found and any(c.dep == "conj" for c in sentence.children(t)):
            # "a leader, a trader and two guards" is a list; "a leader, Jan Kovar, and two guards" names the leader
            if t.pos == "NOUN" and found[t.head].pos == "NOUN":
                found[t.index] = t
            through.add(t.index)
    return tuple(found[i] for i in sorted(found))


def _status(sentence: Sentence, verb: Token) -> EventStatus:
    """What keeps the event from being a fact, if anything: negation, a modal, a condition, an intention."""
    below = list(sentence.children(verb))
    if any(t.dep == "neg" or t.text.lower() == "never" for t in below):
        return EventStatus.NEGATED
    for t in below:
        if t.tag == "MD":
            return MODALS.get(t.text.lower(), EventStatus.POSSIBLE)
        if t.dep == "mark" and t.text.lower() in ("if", "unless", "whether"):
            return EventStatus.CONDITIONAL
    above = sentence.tokens[verb.head]
    infinitive = any(t.text.lower() == "to" and t.dep == "aux" for t in below)
    if infinitive and above.index != verb.index:
        if verb.dep == "advcl":
            return EventStatus.PLANNED  # a purpose: "an operation to detain him"
        done = [t.lemma for t in sentence.children(above) if t.dep in OBJECT]  # "ran an operation to free him"
        meant = above.pos == "NOUN" or not (ENTERPRISES | purposes()).isdisjoint(done)
        otherwise = EventStatus.PLANNED if meant else EventStatus.FACT
        if verb.dep == "xcomp" and any(t.tag == "MD" for t in sentence.children(above)):
            otherwise = _status(sentence, above)  # "will go on to strike"
        return next((status for status, lemmas in UNREAL.items() if above.lemma in lemmas), otherwise)
    if verb.dep == "pcomp" and sentence.tokens[above.head].lemma in purposes():
        return EventStatus.PLANNED
    if verb.dep in ("pcomp", "xcomp") and above.lemma in UNREAL[EventStatus.POSSIBLE]:
        return EventStatus.POSSIBLE
    if verb.dep in ("conj", "xcomp") and above.pos == "VERB" and not any(t.dep in (*SUBJECT, *PASSIVE) for t in below):
        return _status(sentence, above) if above.index < verb.index else EventStatus.FACT
    return EventStatus.FACT
