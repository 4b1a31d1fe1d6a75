"""Who: the canonical name behind a noun of a clause."""

from __future__ import annotations

import itertools

from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings, resolved
from sayso.layers.parsing.parse import Token
from sayso.layers.values.slots import nouns
from sayso.types import Mention
from sayso.vocab import Category, Level, Zone

BODIES = frozenset({Category.ORGANISATION, Category.GROUP, Category.PERSON})
LONGEST_NAME = 60  # characters
HELD = frozenset({"held", "controlled", "run", "occupied", "ruled", "administered", "governed", "owned"})
DETERMINERS = frozenset({"det", "poss", "nummod", "predet", "quantmod"})


def _called(token: Token, tree: Tree, findings: Findings) -> str | None:
    """The name right after a noun that says what somebody is: "the former minister Ana Dovic"."""
    name = tree.child(token, "appos")
    follows = name is not None and 0 <= tree.phrase(name)[0].start - token.end <= 1
    follows = follows and token.tag != "NNS"  # "wounded 25 others Ada Moss told him"
    mention = findings.mention_of(name) if name is not None and follows else None
    return mention.name if mention is not None and mention.category is Category.PERSON else None


def who(token: Token | None, tree: Tree, findings: Findings) -> str | None:
    """The canonical name of whoever a noun means; a lower-case lemma where nobody is named; None for a pronoun."""
    if token is None:
        return None
    mention = findings.mention_of(token)
    passed_on = mention is not None and tree.speaker is not None and mention.name == tree.reporter
    if passed_on and token.text.lower() in ("it", "they", "he", "she"):
        return tree.speaker  # "X rejected Y's claim that it had …": Y had
    if mention is not None and mention.category not in (Category.LOCATION, Category.NATIONALITY, Category.EVENT):
        return mention.name
    if tree.speaker is not None and _speaks_of_itself(token, tree, tree.speaker, findings):
        return tree.speaker
    inner = amount_of(token, tree)
    if inner is not None:
        return who(inner, tree, findings)
    named = _named_within(token, tree, findings)
    bodies = [m for m in named if m.category in BODIES and not _only_owns(m, token, tree) and not _holds(m, tree)]
    called = _called(token, tree, findings) if mention is None else None
    known = called or (bodies[-1].name if bodies else _belonging(token, tree, findings))
    if known is not None:
        return known
    if mention is not None:
        return mention.name
    if any(m.category in (Category.LOCATION, Category.NATIONALITY) for m in named):
        words = [t for t in tree.phrase(token) if t.index <= token.index and _naming(t, tree)]
        told = "".join(_gap(a, b, tree) + b.text for a, b in itertools.pairwise(words))
        return words[0].text + told if words else None
    return _described(token, tree)


def _named_within(token: Token, tree: Tree, findings: Findings) -> list[Mention]:
    """The names in the phrase of a noun, before it, or that it hangs on with a hyphen."""
    phrase = tree.phrase(token)
    return [
        m
        for m in findings.mentions.over(phrase[0].start - 2, phrase[-1].end)
        if resolved(m)
        and m.head.end <= token.start
        and (m.head.end < phrase[0].start or any(t.start <= m.head.start < t.end for t in phrase))
    ]


def _holds(mention: Mention, tree: Tree) -> bool:
    """Whether a name only says by a participle whose the place is that is meant: "Red Column-held areas"."""
    after = [t for t in tree.tokens if mention.head.end <= t.start][:2]
    joined = len(after) == 2 and after[0].text == "-" and after[0].start == mention.head.end
    return joined and after[1].text.lower() in HELD


def _only_owns(mention: Mention, token: Token, tree: Tree) -> bool:
    """Whether a noun is of somebody who is not meant by it: "her clients", "its minister", "their vows"; but the
    army's soldiers act for the army."""
    owners = [t for t in tree.kids[token.index] if t.dep == "poss"] if token.pos == "NOUN" else []
    if not any(mention.head.start <= t.start < mention.head.end for t in owners):
        return False
    lemma = lemma_of(token).lower()
    if is_title(token.lemma.lower()) or (lemma in nouns("people", "folk") and mention.category is Category.PERSON):
        return True
    acting = lemma in nouns("armed", "people", "folk", "vehicle", "machine")
    return not acting and any(t.tag == "PRP$" for t in owners)


def _described(token: Token, tree: Tree) -> str | None:
    """What somebody or something without a name is called; None for a pronoun."""
    if token.pos in ("PRON", "DET", "NUM", "SCONJ"):
        return None
    phrase = tree.phrase(token)
    if token.pos == "PROPN" and lemma_of(token) == token.text and tree.sentence.zone is not Zone.HEADLINE:
        return " ".join(t.text for t in phrase if t.pos == "PROPN" and t.index <= token.index) or token.text
    age = age_of(token, tree)
    if age is not None:
        return f"{age}-year-old"
    described = [t for t in phrase if t.head == token.index and (t.dep == "compound" or t.entity == "NORP")]
    described = [t for t in described if t.entity not in ("DATE", "TIME") and t.index <= token.index]
    if any(t.entity == "NORP" for t in described):
        return " ".join(t.text for t in (*described, token))
    return " ".join([*(t.lemma.lower() for t in described), lemma_of(token).lower()])


def age_of(token: Token, tree: Tree) -> str | None:
    """The years of somebody who is called by them: "the 34-year-old"."""
    years = tree.child(token, "npadvmod") if token.lemma.lower() == "old" else None
    number = tree.child(years, "nummod") if years is not None and years.lemma == "year" else None
    return number.text if number is not None else None


def _naming(token: Token, tree: Tree) -> bool:
    """Whether a word of a phrase belongs to what it calls somebody: "US-backed forces" are no US forces."""
    if token.dep in DETERMINERS:
        return False
    beside = [t for t in tree.tokens[max(0, token.index - 1) : token.index + 2] if t is not token]
    hyphened = any(t.text == "-" and (t.end == token.start or token.end == t.start) for t in beside)
    return (hyphened and token.pos == "VERB") or token.pos in ("ADJ", "NOUN", "PROPN")


def _gap(one: Token, other: Token, tree: Tree) -> str:
    """What stands between two words of a phrase."""
    between = tree.tokens[one.index + 1 : other.index]
    return "-" if len(between) == 1 and between[0].text == "-" else "" if one.end == other.start else " "


def _person(name: str, findings: Findings) -> bool:
    """Whether a name is known for a person's."""
    return any(m.name == name and m.category is Category.PERSON for m in findings.mentions.rows)


def _speaks_of_itself(token: Token, tree: Tree, speaker: str, findings: Findings) -> bool:
    """``we`` and ``our soldiers``; and ``it`` and ``they`` that nobody resolved, in what a body is reported to say."""
    words = {token.text.lower()} if token.pos == "PRON" else set()
    if lemma_of(token).lower() in nouns("armed"):
        words |= {t.text.lower() for t in tree.kids[token.index] if t.dep == "poss"}
    others = tree.quoted or _person(speaker, findings)
    return bool(words & {"we", "our"}) or (bool(words & {"it", "they"}) and not others)


def _belonging(token: Token, tree: Tree, findings: Findings) -> str | None:
    """Whose men armed people are, by name: "fighters of the Red Column", "Red Column fighters"."""
    if lemma_of(token).lower() not in nouns("armed"):
        return None
    of = next((t for t in tree.kids[token.index] if t.dep == "prep" and t.lemma == "of"), None)
    if of is not None:
        # by place, for a name's last word may be taken for a verb
        near = findings.mentions.inside(of.end, of.end + LONGEST_NAME)
        bodies = [m for m in near if m.category in (Category.ORGANISATION, Category.GROUP) and m.level is Level.NAME]
        if bodies and bodies[0].span.start - of.end <= len(" the "):
            return bodies[0].name
        after = [t for t in tree.tokens[of.index + 1 :] if t.text.lower() != "the"]
        named = list(itertools.takewhile(_capital, after))
        if len(named) > 1:
            return " ".join(t.text for t in named)
    run: list[str] = []
    for before in reversed(tree.tokens[: token.index]):
        if not _capital(before) or before.head not in range(before.index, token.index + 1):
            break
        run.insert(0, before.text)
    return " ".join(run) if len(run) > 1 and tree.sentence.zone is not Zone.HEADLINE else None


def _capital(token: Token) -> bool:
    """Whether a word may be one of a body's name: large, and no people's."""
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ") and token.entity != "NORP"


def lemma_of(token: Token) -> str:
    """The lemma of a noun; that of one that only a headline writes large is found in the lexicon of nouns."""
    if token.pos != "PROPN":
        return token.lemma
    plain = token.text.lower()
    common = nouns("armed", "people")
    return next((form for form in (plain, plain.removesuffix("s")) if form in common), token.text)


def amount_of(token: Token, tree: Tree) -> Token | None:
    """``terrorists`` of ``the majority of these terrorists``."""
    if token.lemma.lower() not in nouns("amount") and token.pos != "NUM":
        return None
    of = next((t for t in tree.kids[token.index] if t.dep == "prep" and t.lemma == "of"), None)
    inner = tree.child(of, "pobj") if of is not None else None
    if inner is not None or of is None:
        return inner
    return next((t for t in tree.phrase(of) if t.pos in ("NOUN", "PROPN") and t.dep == "pobj"), None)


def several(token: Token | None, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """The names of a noun and of those coordinated with it."""
    if token is None:
        return ()
    found = [who(t, tree, findings) for t in tree.conjuncts(token)]
    return tuple(dict.fromkeys(name for name in found if name))
