"""Whose senses a statement rests on: ``"Radar saw it," he said`` is the radar's, told by him."""

from __future__ import annotations

from sayso.layers.attribution.cues import verb_cue
from sayso.layers.attribution.ground import Finding, Ground
from sayso.layers.attribution.sources import Sources
from sayso.layers.attribution.voices import speaker_of
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import AttributionType


def perceiver(ground: Ground, sources: Sources, finding: Finding, chain: list[str]) -> tuple[str, ...]:
    """Whose senses a statement rests on, where its one clause says so: ``"Radar saw it," he said``."""
    main = finding.main or _single_clause(ground, finding)
    if main is None or finding.entry.type is not AttributionType.STATEMENT or finding.hidden:
        return ()
    sentence, verb = main
    known = verb_cue(sentence, verb)
    if known is None or not known[0].fits("senses") or verb.tag != "VBD":
        return ()
    tree = ground.tree(sentence)
    subject = tree.child(verb, "nsubj")
    seen = tree.child(verb, "dobj", "ccomp")
    if seen is None or not any(s <= seen.start < e for s, e in finding.content):
        return ()  # "people gathered" is what was seen, and by nobody
    if subject is None or subject.pos == "PRON" or not any(s <= subject.start < e for s, e in finding.content):
        return ()
    speaker = speaker_of(subject)
    if subject.pos != "PROPN" and speaker is None:
        return ()
    names = [v.name for v in sources.read(ground.phrase(tree, subject)) if v.name]
    return tuple(n for n in names[:1] if n not in chain)


def _single_clause(ground: Ground, finding: Finding) -> tuple[Sentence, Token] | None:
    """The main verb of a content that is one range in one sentence."""
    if len(finding.content) != 1:
        return None
    start, end = finding.content[0]
    words = [(s, t) for s, t in ground.tokens([(start, end)]) if t.tag in {"VBD", "VBZ", "VBP"}]
    if not words or len({s.index for s, _ in ground.tokens([(start, end)])}) > 1:
        return None
    tops = [(s, t) for s, t in words if t.dep in {"ROOT", "ccomp"}]
    return tops[0] if tops else None
