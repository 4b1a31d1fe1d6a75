"""The language of a text. The only importer of the language identifier (py3langid)."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.documents.zones.lines import WORD, script_of, words_of_kind

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Letters of one script that only one of the languages we meet is written in.
BY_SCRIPT = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
    "GREEK": "el",
    "HEBREW": "he",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}

#: Fewer words than this tell nothing, unless the script does; English needs no more than a few function words.
FEWEST_WORDS = 12
SURE, SURE_BY_SCRIPT = 0.9, 0.6
#: So much of a text tells its language (characters). The identifier's time grows with what it is given: it mostly is
#: all but certain of the beginning.
LOOKED_AT, BEGINNING, CERTAIN = 2_000, 300, 0.99


@functools.cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it is too short or the evidence too thin."""
    sample = text[:LOOKED_AT]
    script = script_of(sample)
    if script in BY_SCRIPT:
        return BY_SCRIPT[script]
    words = list(map(str.lower, WORD.findall(sample)))
    if not words:
        return None
    if script == "LATIN":
        english, function = (sum(map(words_of_kind(kind).__contains__, words)) for kind in ("english", "function"))
        if english >= 3 and english / len(words) >= 0.2 and english >= 0.8 * function:
            return "en"
    if len(words) < FEWEST_WORDS and script == "LATIN":
        return None
    code, probability = _identifier().classify(sample[:BEGINNING])
    if probability < CERTAIN and len(sample) > BEGINNING:
        code, probability = _identifier().classify(sample)
    return str(code) if probability >= (SURE if script == "LATIN" else SURE_BY_SCRIPT) else None
