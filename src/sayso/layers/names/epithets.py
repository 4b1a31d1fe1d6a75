"""People called by what else they are: ``the billionaire``, ``the 52-year-old``, ``the lawmaker`` (a ``Rep.``)."""

from __future__ import annotations

import re

from sayso.layers.names.discourse import SUBJECTS, Discourse, recent, speaks
from sayso.layers.names.namebook import Role, roles
from sayso.layers.names.naming import Entity
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Category

#: How many sentences back the one person may have been named.
REACH = 2

#: How many sentences back a holder of a public office may have been named.
FAR = 12

#: What short titles are in full.
IN_FULL = {
    "sen.": ("senator",), "rep.": ("representative", "congressman", "congresswoman"), "gov.": ("governor",),
    "gen.": ("general",), "gen": ("general",), "lt.": ("lieutenant",), "lt": ("lieutenant",), "col.": ("colonel",),
    "col": ("colonel",), "maj.": ("major",), "maj": ("major",), "capt.": ("captain",), "sgt.": ("sergeant",),
    "sgt": ("sergeant",), "adm.": ("admiral",), "cmdr.": ("commander",), "prof.": ("professor",),
    "dr.": ("doctor",), "dr": ("doctor",), "rev.": ("reverend", "pastor"),
}  # fmt: skip

#: Words for whoever holds any office of a sort, and the sort (``class`` in ``roles.tsv``).
OF_A_SORT = {"lawmaker": "legislator", "legislator": "legislator", "parliamentarian": "legislator", "officer": "rank"}

#: An age in place of a name: "the 52-year-old".
AGED = re.compile(r"the \d{1,3}-year-old", re.IGNORECASE)


def in_office(entity: Entity, words: str) -> bool:
    """Whether a person has been given the office, in full or cut short, or one of its sort."""
    said = {word for title in entity.titles for part in title.split() for word in (part, *IN_FULL.get(part, ()))}
    wanted = set(words.split())
    if wanted <= said:
        return True
    sort = OF_A_SORT.get(words)
    if sort is not None:
        return any(role.family == sort for title in entity.titles for role in roles().get(title, ()))
    return bool(wanted & said) and wanted.isdisjoint({"deputy", "vice", "former"}) and len(wanted) == 1


def in_force(discourse: Discourse, words: str) -> Entity | None:
    """The one person of public life before the place who held the office when the document was published."""
    published = discourse.document.published
    if published is None:
        return None
    year = int(published.date[:4])
    held: dict[int, Entity] = {}
    for seen in recent(discourse, FAR):
        entry = seen.entity.entry
        if (
            entry is not None
            and entry.source == "people"
            and any(_held(o, words, year) for o in entry.offices.split("|"))
        ):
            held[id(seen.entity)] = seen.entity
    return next(iter(held.values())) if len(held) == 1 else None


def _held(office: str, words: str, year: int) -> bool:
    """Whether an office of the lexicon ("president 2009-2017", "president 2025-") is the one named, in that year."""
    name, _, years = office.rpartition(" ")
    first, dash, last = years.partition("-")
    if name != words or not first.isdigit():
        return False
    return int(first) <= year <= int(last or (9999 if dash else first))


def is_epithet(role: Role) -> bool:
    return role.family == "epithet"


def aged(text: str, sentence: Sentence, token: Token) -> tuple[int, int] | None:
    """The extent of ``the 52-year-old`` where the token ends it and is the head of its phrase; None elsewhere."""
    if token.text.lower() != "old" or token.index < 5 or token.dep not in SUBJECTS:
        return None
    start = sentence.tokens[token.index - 5].start
    return (start, token.end) if AGED.fullmatch(text, start, token.end) else None


def only_person(discourse: Discourse, sentence: Sentence, token: Token, gender: str = "") -> Entity | None:
    """The one person whom a subject without a name can mean: nobody else was named or left without a name in this
    sentence and the last two, and she was not only named by somebody who is quoted. Who spoke goes on speaking; what
    befalls somebody may befall whom she spoke of, or whom a judge or a minister has to do with."""
    verb = sentence.tokens[token.head]
    told_apart = any(t.head == token.index and t.dep in ("prep", "relcl", "acl") for t in sentence.tokens)
    if token.dep not in SUBJECTS or told_apart:  # "the candidate with the most votes"
        return None
    people = [s for s in recent(discourse, REACH) if s.entity.category is Category.PERSON and not s.quoted]
    if not people or len({id(s.entity) for s in people}) > 1:
        return None
    one = people[-1]
    spoke = any(s.speaker for s in people if s.sentence == one.sentence)
    if any(at >= one.sentence for at in discourse.unnamed[-3:]) or (spoke and not speaks(sentence, verb)):
        return None
    if token.dep == "nsubjpass" and one.entity.titles:
        return None
    return one.entity if not gender or one.entity.gender in ("", gender) else None
