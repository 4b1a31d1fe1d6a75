"""What no analyst would take for a claim: questions, remarks on the reporting itself, pictures' texts, bare phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.completing import opening
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token
from sayso.types import Value, Values
from sayso.vocab import Polarity, Slot, Zone

#: Verbs by which an outlet says what it could not find out.
REPORTING = frozenset(
    "comment verify confirm authenticate corroborate reach contact respond reply answer say name identify elaborate "
    "disclose specify check explain".split()
)
#: Verbs by which others are said to have told it.
TOLD = frozenset({"report", "quote", "tell", "announce", "expect", "promise", "plan", "claim", "put", "note"})
#: Marks that may stand between a clause and the mark that ends it.
TRAILING = frozenset({'"', "'", ")", "]"})
#: What is denied of something nobody knows: "it was not clear whether".
CERTAIN = frozenset({"clear", "known", "certain", "unclear"})
#: Words that together speak of how a report came about.
REMARKS = tuple(
    frozenset(words.split())
    for words in (
        "condition anonymity",
        "speak anonymity",
        "give name",
        "name use",
        "version article",
        "correct article",
        "amend article",
        "update article",
        "amend story",
        "update story",
        "correct story",
    )
)
NOBODY = frozenset({"nobody", "none", "neither"})
ASKING = frozenset({"WRB", "WP", "WP$"})
#: What ends a question, or comes before it.
ENDING = frozenset(".?!;:")
#: How what is asked hangs together: "do you know that …", "did he stay and see it".
ASKED = frozenset({"ccomp", "xcomp", "conj", "advcl", "pcomp"})
#: Words that stand for whom or what they ask for, and ask nothing.
FREE = frozenset({"whoever", "whatever", "whichever", "whomever", "wherever"})
#: Slots that say little by themselves: a caption, or a phrase without a verb, is none of them.
LOOSE = frozenset({Slot.STATEMENT, Slot.OCCURRENCE})
#: What a happening must tell of besides its kind, where only a phrase names it.
TELLING = ("agent", "target", "thing", "with", "low", "high", "place")


def asks(clause: Clause) -> bool:
    """Whether a clause is a question put into a sentence: "how many had died", "who fired"."""
    words = [t for t in clause.own if t.pos != "PUNCT"]
    while words and words[0].pos in ("ADP", "CCONJ"):
        words.pop(0)
    said = clause.dep == "ccomp"  # "did not say when it would publish it"; but "died when the roof fell"
    timed = words[0].text.lower() in ("when", "where", "while") if words else False
    free = bool(words) and words[0].text.lower() in FREE  # "whoever has paid must be paid back"
    opens = bool(words) and words[0].tag in ASKING and (said or not timed) and not free
    return opens and clause.dep in ("ccomp", "pcomp", "csubj", "csubjpass", "xcomp", "ROOT", "dobj")


def only_asked(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause asks, or is part of what is asked: "will the harbour open again?", "do you think it will open
    again?"; what describes a noun is none, nor what is said before the question: "it is shut, so what is wrong?"."""
    after = [t.text for t in clause.sentence.tokens if t.start >= clause.end and t.text not in TRAILING]
    if clause.dep in ("relcl", "acl") or next((mark for mark in after if mark in ENDING), "") != "?":
        return False
    if after[0] == "?":
        return True
    for _ in clauses:
        if _inverted(clause):
            return True
        above = clauses[clause.governor] if clause.governor is not None and clause.dep in ASKED else None
        if above is None or (clause.start < above.start and not opening(clause)):
            return False
        clause = above
    return False


def _inverted(clause: Clause) -> bool:
    """Whether a clause has the order of a question: its first verb before its subject, or a word that asks at its
    head; or no subject at all: "want to start a blog?"."""
    subject = clause.surface
    first = next((t for t in clause.own if t.pos not in ("PUNCT", "CCONJ", "INTJ", "ADV")), clause.head)
    if first.tag in ASKING | {"WDT"}:
        return True
    if subject is None or subject not in clause.own:
        return clause.dep == "ROOT" and clause.top.tag in ("VB", "VBP") and not clause.passive
    verbs = (t for t in clause.own if t.pos in ("VERB", "AUX") and t.dep != "amod")
    return any(t.index < subject.index and t.pos == "AUX" for t in verbs)


def about_reporting(clause: Clause, polarity: Polarity) -> bool:
    """Whether an outlet speaks of its own work: "could not verify it", "speaking on condition of anonymity"."""
    own = clause.lemmas() | ({clause.subject.lemma.lower()} if clause.subject is not None else set())
    as_told = clause.dep == "advcl" and any(t.dep == "mark" and t.text.lower() == "as" for t in clause.own)
    if as_told and clause.object is None and clause.head.lemma.lower() in REPORTING | TOLD:
        return True  # "as the Star has reported"
    if any(remark <= own for remark in REMARKS) or clause.head.lemma.lower() in ("cite", "quote"):
        return True
    verb = clause.head.lemma.lower()
    able = verb not in ("reach", "contact") or any(t.tag == "MD" for t in clause.own)  # "the lake no longer reaches it"
    about = clause.surface
    anybody = about is not None and about.text.lower() in NOBODY and "comment" not in own
    able = able and not (anybody and verb in ("reach", "contact"))  # "nobody in the town can be reached"
    unknown = verb == "be" and any(t.dep == "acomp" and t.lemma.lower() in CERTAIN for t in clause.own)
    return polarity is Polarity.NEGATIVE and ((verb in REPORTING and able) or unknown)


#: Verbs that, denied, deny the happening that their object or subject names.
LIGHT = frozenset(
    "be have carry launch make conduct take happen occur commit stage mount see receive hold order plan start cause "
    "suffer there give do report".split()
)


#: Words that open a clause which says when something was.
WHEN = frozenset({"until", "till", "when", "after", "before", "while", "once"})


def left_open(clause: Clause, tree: Tree) -> bool:
    """Whether a clause only says of a question that it has no answer yet, or whose: "how many marched depends on whom
    you ask", "whether she will stand is unclear"."""
    asked = tree.child(clause.head, "csubj", "csubjpass")
    if asked is None:
        return False
    opening = tree.tokens[min(t.index for t in tree.phrase(asked))]
    return opening.tag == "WRB" or opening.text.lower() in ("whether", "who", "which")


def sets_the_hour(clause: Clause, tree: Tree) -> bool:
    """Whether a clause only says by an "it" that is nothing when something was: "until it was light", "after it was
    clear that …"."""
    if clause.dep != "advcl" or clause.head.lemma.lower() != "be" or clause.subject is None:
        return False
    timed = any(t.text.lower() in WHEN for t in clause.own if t.index < clause.subject.index)
    said = tree.child(clause.head, "acomp")
    return timed and clause.subject.text.lower() == "it" and said is not None and said.pos == "ADJ"


def spared(word: Token, clause: Clause) -> bool:
    """Whether a happening is named by a noun that the clause's negation leaves alone: "the attack will not go
    unpunished"."""
    if clause.head.lemma.lower() == "have" and any(t.lemma.lower() == "do" and t.tag == "VB" for t in clause.own):
        return True  # "the deaths had nothing to do with it"
    by_noun = word.index != clause.head.index and word.pos in ("NOUN", "PROPN")
    return by_noun and clause.head.pos == "VERB" and clause.head.lemma.lower() not in LIGHT


#: Verbs that speak of a happening and do not say that it took place: "would study the ruling".
SPEAKING = frozenset(
    "study consider weigh ponder assess welcome condemn criticise criticize denounce decry deplore praise hail await "
    "discuss debate fear avoid prevent avert review appeal oppose demand seek reject deny dispute contest challenge "
    "question recall remember mention describe regret mourn predict rule exclude urge recommend advocate favour favor "
    "want need examine explain understand blame throw quash".split()
)


def only_spoken_of(word: Token, slot: Slot, clause: Clause, tree: Tree) -> bool:
    """Whether a noun names a happening that its clause says something else of: "it would study the ruling", "the vote
    was calm", "an appeal was unlikely"."""
    if slot is not Slot.OCCURRENCE or clause.head.pos not in ("VERB", "AUX"):
        return False
    verb = clause.head.lemma.lower()
    if clause.object is not None and word.index in {t.index for t in tree.conjuncts(clause.object)}:
        return verb in SPEAKING and not clause.passive
    if clause.subject is None or word.index != clause.subject.index or verb != "be":
        return False
    said = tree.child(clause.head, "acomp", "attr")
    return said is not None and said.index != word.index and not any(t.pos == "NUM" for t in tree.phrase(said))


#: Words for whoever does something.
WHOEVER = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "people"})


#: Numbers that are nouns.
ROUGHLY = frozenset({"dozen", "score", "hundred", "thousand", "million"})


def of_any(clause: Clause, tree: Tree) -> bool:
    """Whether a clause only says which sort of people or things is meant, and of none that they do it: "candidates who
    reject such gifts", "those who attack them"."""
    noun = tree.tokens[clause.top.head]
    if clause.dep != "relcl" or clause.own[0].index == 0 or tree.tokens[clause.own[0].index - 1].text == ",":
        return False
    pointed = any(t.dep in ("det", "poss", "nummod", "amod") for t in tree.kids[noun.index])
    bare = noun.text.lower() in WHOEVER or (noun.tag == "NNS" and noun.pos == "NOUN")
    verbs = [t for t in clause.own if t is clause.head or (t.dep in ("aux", "auxpass") and t.head == clause.head.index)]
    perfect = clause.head.tag == "VBN" and any(t.lemma == "have" for t in verbs)
    done = perfect and any(t.tag == "CD" or t.lemma.lower() in ROUGHLY for t in clause.own)
    return bare and not pointed and not done and any(t.tag in ("VBP", "VBZ") for t in verbs)  # "have killed hundreds"


def only_proposed(clause: Clause, clauses: Sequence[Clause], tree: Tree) -> bool:
    """Whether a clause is an infinitive that only says for what something is too early or hard, "it is too early to
    tell", or what somebody who is quoted proposes to do, "let's have a game"."""
    above = clauses[clause.governor] if clause.governor is not None else None
    if any(
        t.text.lower() in ("'s", "us") and tree.tokens[t.index - 1].lemma.lower() == "let"
        for t in (tree.tokens[max(1, clause.own[0].index) : clause.head.index + 1])
    ):
        return True
    infinitive = any(t.tag == "TO" and t.head == clause.head.index for t in clause.own)
    if above is None or not infinitive or above.head.lemma.lower() != "be" or above.subject is None:
        return False
    said = tree.child(above.head, "acomp") is not None
    return said and above.subject.text.lower() == "it" and clause.dep in ("xcomp", "advcl", "ccomp")


def says_no_more(clause: Clause) -> bool:
    """Whether a clause only leads over to another one: "the comment came (as …)", "when it comes to taxes"."""
    if clause.head.lemma.lower() != "come" or clause.subject is None:
        return False
    it = clause.subject.text.lower() == "it" and clause.dep == "advcl"
    rest = [t for t in clause.own if t.head == clause.head.index and t.pos != "PUNCT" and t.index != clause.head.index]
    bare = all(t.dep in ("nsubj", "mark", "advmod", "aux", "npadvmod", "cc", "advcl") for t in rest)
    return it or (bare and clause.head.tag in ("VBD", "VBZ", "VBP") and clause.subject.lemma.lower() in LEADING)


#: What is said to have come where something else is told: "the remarks came a day after …".
LEADING = frozenset(
    "comment remark statement announcement move decision news report visit speech warning call response reaction "
    "decree order ruling vote tweet letter claim criticism it this that".split()
)


def unfinished(clause: Clause) -> bool:
    """Whether a clause breaks off at its verb: "the dam and its control house are", "the children did
    not"."""
    words = [t for t in clause.own if t.pos != "PUNCT" and t.dep not in ("cc", "mark", "neg")]
    cut = bool(words) and words[-1].index == clause.head.index and clause.head.lemma.lower() in ("be", "have", "do")
    return cut and (clause.subject is None or clause.subject.pos != "NUM")  # "no more than 300 were": a count


def hanging(clause: Clause, start: int) -> bool:
    """Whether a relative clause stands without the noun that it describes; ``start`` is where its content begins."""
    first = next((t for t in clause.own if t.pos != "PUNCT"), None)
    return clause.dep in ("relcl", "conj") and first is not None and first.start == start and first.tag in ("WDT", "WP")


def says_little(slot: Slot, filled: Values, zone: Zone, verbless: bool) -> bool:
    """Whether a claim of a caption, or of a phrase without a verb, names too little to be held against others."""
    held = {name for name, _ in filled}
    if zone is Zone.CAPTION and (slot in LOOSE or (slot is Slot.TOLL and not held & {"low", "high"})):
        return True
    if verbless and slot in LOOSE:
        return held.isdisjoint(("low", "high") if slot is Slot.STATEMENT else TELLING)
    return False


def told_again(filled: Mapping[str, Value], tolls: Iterable[Mapping[str, Value]]) -> bool:
    """Whether a strength counts only those whom a toll of its clause counts: "two participants died"."""
    return any(all(filled.get(key) == toll.get(key) for key in ("low", "high")) for toll in tolls)


def over(clause: Clause) -> bool:
    """Whether a clause says of itself that it tells of an earlier state."""
    return any(t.lemma.lower() in ("previously", "formerly", "originally") for t in clause.own)


def ever(clause: Clause) -> bool:
    """Whether a clause says that it has been so all the time, so that nothing else was so before."""
    throughout = any(t.lemma.lower() == "throughout" and t.dep == "advmod" for t in clause.own)
    return throughout or "always" in clause.lemmas()
