"""The words that attribute: a reader of ``lexicons/cues.tsv``.

A cue's ``frames`` say where its content stands:

- ``that`` a finite clause; ``quote`` quoted words beside it; ``inf`` a to-infinitive; ``wh`` an indirect question;
- ``obj`` the direct object; ``as`` an object with what it is called; ``accuse`` an object with what it did;
- ``ing`` a gerund; ``at`` an object with the amount that it is put at; ``number`` an object that has an amount;
- ``about``, ``of``, ``for``, ``against``, ``to``, ``with`` the object of that preposition;
- ``topic`` the object is only what is spoken of: alone it tells nothing;
- ``person`` the direct object is the hearer, never content; ``passive`` fit for "is said to" and "it was
  reported that";
- ``cite`` the object is another source; ``senses`` it tells what was seen or heard;
  ``issue`` the subject issues a document;
- ``issued`` (nouns) a document that speaks for its issuer; ``person``, ``office``, ``voice``, ``media``, ``body``
  and ``collective`` what kind of source it is; ``hedge``, ``shows``, ``hidden``, ``verbless``, ``possessed``,
  ``phrase``, ``mark`` adverbs, adjectives and set phrases, as their rules in the other modules say.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso import assets
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import AttributionType, Certainty


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the lexicon."""

    lemma: str
    pos: str
    type: AttributionType
    certainty: Certainty
    frames: frozenset[str]
    note: str = ""

    def fits(self, *frames: str) -> bool:
        return not self.frames.isdisjoint(frames)


#: What a verb that is not in the lexicon counts as where its place alone shows that it attributes.
PLAIN = Cue("", "verb", AttributionType.STATEMENT, Certainty.ASSERTED, frozenset({"quote"}))

#: Irregular forms that the model's lemmatiser often leaves as they are.
LEMMAS = {
    "said": "say", "says": "say", "told": "tell", "tells": "tell", "wrote": "write", "writes": "write",
    "thought": "think", "felt": "feel", "found": "find", "knew": "know", "saw": "see", "heard": "hear", "read": "read",
    "reads": "read", "held": "hold", "warned": "warn", "added": "add", "swore": "swear", "quoted": "quote",
    "cited": "cite", "purports": "purport", "purported": "purport", "purporting": "purport",
    "citing": "cite", "saying": "say", "adding": "add", "telling": "tell", "putting": "put",
}  # fmt: skip

#: What one does with a document of somebody else's.
SEEN = frozenset(("see", "obtain", "review", "read", "view", "examine", "verify", "access", "inspect",
                  "analyse", "analyze", "authenticate", "geolocate"))  # fmt: skip

#: Subjects whose words are no further source: the writer's or the speaker's own, and the reader's.
OWN = frozenset(("i", "we", "you", "there", "let", "one", "nobody", "none", "neither"))


@functools.cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """Every cue by lemma and part of speech."""
    out = {}
    for row in assets.rows("cues.tsv"):
        out[row["lemma"], row["pos"]] = Cue(
            lemma=row["lemma"],
            pos=row["pos"],
            type=AttributionType(row["type"]),
            certainty=Certainty(row["certainty"]),
            frames=frozenset(row["frame"].split("|")),
            note=row["note"],
        )
    return out


def hearsay(token: Token) -> bool:
    """Whether an adjective leaves it to others that there is what it stands before: "the alleged killing"."""
    cue = lexicon().get((token.lemma.lower(), "adjective")) if token.pos == "ADJ" else None
    return cue is not None and cue.certainty is Certainty.HEARSAY


@functools.cache
def phrases(frame: str) -> tuple[Cue, ...]:
    """The set phrases of a frame, longest first."""
    found = [c for (_, pos), c in lexicon().items() if pos == "phrase" and frame in c.frames]
    return tuple(sorted(found, key=lambda c: (-len(c.lemma), c.lemma)))


@functools.cache
def particles(pos: str) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """The cues of several words by their first word: what must follow, and the cue; longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for (lemma, kind), cue in lexicon().items():
        first, *rest = lemma.split()
        if kind == pos and rest:
            out.setdefault(first, []).append((tuple(rest), cue))
    return {first: tuple(sorted(rests, key=lambda x: (-len(x[0]), x[0]))) for first, rests in out.items()}


@functools.cache
def inflected() -> dict[str, str]:
    """The regular forms of the lexicon's verbs: the model's lemmatiser takes "hopes" for a form of "hop"."""
    out: dict[str, str] = {}
    for lemma, pos in lexicon():
        if pos != "verb" or " " in lemma:
            continue
        stem = lemma.removesuffix("e")
        for ending in ("s", "es", "ed", "ing"):
            if lemma.endswith("e"):
                form = lemma + "s" if ending in {"s", "es"} else stem + ending
            elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou" and ending in {"s", "es", "ed"}:
                form = lemma[:-1] + ("ied" if ending == "ed" else "ies")
            else:
                form = lemma + ending
            out.setdefault(form, lemma)
    return out


def lemma_of(token: Token) -> str:
    lower = token.text.lower()
    return LEMMAS.get(lower) or inflected().get(lower) or token.lemma.lower()


def noun_cue(token: Token) -> Cue | None:
    return lexicon().get((token.lemma.lower(), "noun")) or lexicon().get((token.text.lower(), "noun"))


def verb_cue(sentence: Sentence, token: Token) -> tuple[Cue, Sequence[Token]] | None:
    """The verb's cue and the tokens it is made of: the verb, and its particle or phrase where the lexicon has one
    (``pointed`` ``out``; a word may lie between: ``pointed this out``)."""
    lemma = lemma_of(token)
    following = sentence.tokens[token.index + 1 : token.index + 6]
    for rest, cue in particles("verb").get(lemma, ()):
        words = [lemma_of(t) if t.pos in {"VERB", "NOUN"} else t.text.lower() for t in following[: len(rest)]]
        if words == list(rest) and not _put_at(lemma, following[len(rest) - 1 : len(rest) + 1]):
            return cue, (token, *following[: len(rest)])
    cue_ = lexicon().get((lemma, "verb"))
    return (cue_, (token,)) if cue_ else None


def _put_at(lemma: str, following: Sequence[Token]) -> bool:
    """Whether an "it" behind a verb is what is put at an amount, and no part of a phrase: "put it at 12"."""
    known = lexicon().get((lemma, "verb"))
    return known is not None and known.fits("at") and [t.text.lower() for t in following] == ["it", "at"]
