"""Bodies that are named by their nation: ``Danish Defence Ministry``, ``Denmark's navy``, ``government of Denmark``."""

from __future__ import annotations

import re

from sayso.layers.names.namebook import roles
from sayso.layers.names.stretches import NATIONAL, Candidate, capital
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Category


def nation_body(text: str, sentence: Sentence, nation: Candidate) -> Candidate | None:
    """``Danish Defence Ministry``, ``Denmark's navy``, ``Danish-led coalition``: a body named by its nation."""
    after = [t for t in sentence.tokens if t.start >= nation.end]
    led = len(after) > 2 and after[0].text == "-" and after[1].text.lower() == "led"
    position = 2 if led else 0
    if not led and after[:1] and after[0].text in ("'s", "'", "]"):
        position = 1
    elif nation.category is Category.LOCATION and not led:
        return None
    words: list[Token] = []
    for t in after[position : position + 6]:
        if (t.pos not in ("ADJ", "NOUN", "PROPN") and t.text.lower() not in ("of", "-", "the")) or t.text == "]":
            break
        words.append(t)
    for count in range(len(words), 0, -1):
        for length in range(min(count, 5), 0, -1):
            noun = " ".join(w.text for w in words[count - length : count]).replace(" - ", "-").lower()
            found = next((r for r in roles().get(noun, ()) if r.kind == "body"), None)
            if found is None:
                continue
            capital = words[count - 1].text[0].isupper()
            if found.family not in NATIONAL and not capital:
                return None
            if count > length and not all(_modifies(w) for w in words[: count - length]):
                continue
            last = _goes_on(sentence, words[count - 1]) if capital else words[count - 1]
            start = nation.start
            name = " ".join(w.text for w in sentence.between(words[0].start, last.end)).replace(" - ", "-")
            country = nation.entry.country if nation.entry else ""
            key = ("body", country, settled_noun(name.lower()), "led" if led else "")
            candidate = Candidate(
                sentence, start, last.end, start, last.end, text[start : last.end], Category.ORGANISATION,
                "nation and noun", key, reasons=[f"a nation ({nation.text}) with the noun of a body ({noun})"],
            )  # fmt: skip
            candidate.entry = nation.entry
            return candidate
    return None


def body_of_nation(text: str, sentence: Sentence, nation: Candidate) -> Candidate | None:
    """``government of Denmark``, ``Ministry of Health of Denmark``: the noun of a body before its country."""
    if nation.category is not Category.LOCATION or nation.entry is None:
        return None
    before = [t for t in sentence.tokens if t.end <= nation.start][-8:]
    while before and before[-1].text.lower() == "the":
        before.pop()
    if not before or before.pop().text.lower() != "of":
        return None
    for length in (5, 4, 3, 2, 1):
        words = before[-length:]
        noun = " ".join(t.text for t in words).lower()
        found = next((r for r in roles().get(noun, ()) if r.kind == "body"), None)
        if len(words) < length or found is None or found.family not in NATIONAL - {"coalition"}:
            continue
        start = words[0].start
        return Candidate(
            sentence, start, nation.end, start, nation.end, text[start : nation.end], Category.ORGANISATION,
            "nation and noun", ("body", nation.entry.country, settled_noun(noun), ""), nation.entry,
            reasons=[f"the noun of a body ({noun}) with its nation ({nation.text})"],
        )  # fmt: skip
    return None


def _goes_on(sentence: Sentence, noun: Token) -> Token:
    """The last word of ``Centre for Harbour Safety``, from its noun: capitalised words after ``of`` or ``for``."""
    last = noun
    at = noun.index + 1
    tokens = sentence.tokens
    while at + 1 < len(tokens) and tokens[at].text.lower() in ("of", "for", "and", "&") and capital(tokens[at + 1]):
        if tokens[at].text.lower() in ("and", "&") and last is noun:
            break
        at += 1
        while at < len(tokens) and capital(tokens[at]):
            last = tokens[at]
            at += 1
    return last


def _modifies(token: Token) -> bool:
    return token.text[0].isupper() or token.pos in ("ADJ", "NOUN") or token.text == "-"


def settled_noun(noun: str) -> str:
    """One spelling for the nouns of one body: ``ministry of defence`` and ``defense ministry``."""
    noun = noun.replace("defence", "defense").replace("labour", "labor").replace("centre", "center")
    noun = re.sub(r"^(ministry|department) of (?:the )?([\w ]+)$", r"\2 \1", noun)
    noun = noun.replace("foreign affairs", "foreign").replace("armed forces", "military")
    return re.sub(r"^(?:new|current|former) ", "", noun)
