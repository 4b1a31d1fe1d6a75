"""Whom ``they`` stands for where nobody's name is it: the nearest subject before it that is several or a body."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso import assets
from sayso.layers.attribution.ground import LONGEST_SENTENCE, Ground
from sayso.layers.attribution.sources import Sources
from sayso.layers.attribution.voices import UNNAMED, SourcePhrase, speaker_of
from sayso.layers.parsing.labels import SUBJECTS
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.trees import Dependencies

#: How many sentences back ``they`` may look.
REACH = 2

#: Kinds of nouns for people who may speak though no cue says so: "gunmen", "miners".
PEOPLE = ("people", "folk", "armed")


def several_before(ground: Ground, sources: Sources, at: int, quoted: Callable[[int], bool]) -> SourcePhrase | None:
    """The people, bodies or things that a "they" at an offset takes up: in its own sentence those named last before it,
    further back the subject of the whole sentence first. None where another "they" is nearer, or nothing is found.
    ``quoted`` says whether an offset lies in a quotation: words in one mean nobody outside it."""
    here = ground.sentence_at(at)
    if here is None:
        return None
    inside = quoted(at)
    for back in range(min(REACH, here.index) + 1):
        sentence = ground.parse.sentences[here.index - back]
        if len(sentence.tokens) > LONGEST_SENTENCE:
            return None
        for token in _subjects(sentence, at):
            if quoted(token.start) is not inside:
                continue
            if token.tag == "PRP" and token.text.lower() in {"they", "we"}:
                return None
            voice = _voice(ground, sources, ground.tree(sentence), token)
            if voice is not None:
                return voice
    return _people_in(ground, sources, here, quoted, inside)


def _people_in(
    ground: Ground, sources: Sources, here: Sentence, quoted: Callable[[int], bool], inside: bool
) -> SourcePhrase | None:
    """The people whom the sentence before names last, subject or not: "It took officials by surprise. They noted …"."""
    before = ground.parse.sentences[here.index - 1] if here.index else None
    for token in reversed(before.tokens if before is not None and len(before.tokens) <= LONGEST_SENTENCE else ()):
        speaker = speaker_of(token) if token.tag == "NNS" and quoted(token.start) is inside else None
        if before is not None and speaker is not None and speaker.fits("person"):
            return _voice(ground, sources, ground.tree(before), token)
    return None


def _subjects(sentence: Sentence, at: int) -> Iterator[Token]:
    """The subjects before an offset, the last first; in a sentence that ends before it, that of its main verb first."""
    before = [t for t in reversed(sentence.tokens) if t.dep in SUBJECTS and t.start < at]
    root = sentence.root
    main = [t for t in before if root is not None and t.head == root.index] if sentence.end <= at else []
    yield from main
    yield from (t for t in before if t not in main)


def _voice(ground: Ground, sources: Sources, tree: Dependencies, token: Token) -> SourcePhrase | None:
    """The source that a subject names, if it is several or a body."""
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    found = sources.read(ground.phrase(tree, token))
    if found and found[0].kind == "document" and not found[0].name:
        return SourcePhrase(token.text.lower(), "document")
    if not found or not found[0].name:
        return None
    joined = found[0].kind != "thing" and any(t.dep == "conj" for t in tree.children(token))  # not "his car and keys"
    several = token.tag in {"NNS", "NNPS"} or joined
    if several and found[0].name.startswith(UNNAMED):
        people = speaker_of(token) is not None or token.lemma.lower() in assets.words("nouns.tsv", *PEOPLE)
        return SourcePhrase(found[0].name, "crowd") if people or token.pos == "PROPN" else None  # not "prices"
    return found[0] if several or found[0].kind in {"body", "media"} else None
