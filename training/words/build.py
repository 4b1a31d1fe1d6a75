"""Makes the vectors of words that Sayso ships.

    python training/words/build.py --wordnet /usr/share/wordnet --dictionaries /usr/share/dict/american-english …
    python training/manifest.py

``README.md`` beside this file says what to install, what the vectors are made of and how good they are. ``--cache``
keeps what the encoder gave, which takes most of the time. Prints what it was made with and its figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from encode import Encoder
from figures import print_figures
from links import Pairs, Relations
from model import base_folder
from torch import Tensor, nn
from vocabulary import deed, shares_of, vocabulary
from wordnet import Key, WordNet

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "sayso"
SEED = 7
DIMENSIONS = 64
STEPS, RATE = 400, 0.004
SOME = 16384  # pairs a step
#: How like sisters and contraries may be at most; and the weight of keeping all else as it was.
SISTERS_MOST, CONTRARY_MOST, KEPT, STAYING = 0.3, 0.0, 4.0, 0.15
GLOSS_WORDS = 6  # of a set of synonyms, before the gloss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder with data.noun and the others")
    parser.add_argument("--dictionaries", type=Path, nargs="+", required=True, help="lists of words, one a line")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what the encoder gave")
    parser.add_argument("--out", type=Path, default=PACKAGE / "models" / "words.npy")
    given = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    wordnet = WordNet(given.wordnet)
    words = vocabulary(
        wordnet, given.dictionaries, base_folder() / "vocab.txt", PACKAGE / "lexicons" / "background.tsv"
    )
    keys = sorted({key for word in words for _, key in wordnet.weights(word)})
    shares = shares_of(wordnet, words)
    lemmas = sorted({lemma for held in shares.values() for lemma in held})
    alone, meant = encoded(words, [meaning(wordnet, key) for key in keys], given.cache)
    by_word, by_key = dict(zip(words, alone, strict=True)), dict(zip(keys, meant, strict=True))
    start = reduced(*gathered(wordnet, lemmas, by_word, shares, by_key))
    relations = Relations(wordnet, lemmas, SEED)
    counts = {name: len(getattr(relations, name).weights) for name in ("alike", "contrary", "sisters")}
    print(json.dumps({"seed": SEED, "words": len(words), "lemmas": len(lemmas), "meanings": len(keys), **counts}))
    vectors = of_words(words, shares, lemmas, trained(start, relations))
    print_figures("as the encoder has them", words, of_words(words, shares, lemmas, start))
    print_figures("with what WordNet says", words, vectors)
    write(given.out, words, vectors, [deed(wordnet, word) for word in words])


def meaning(wordnet: WordNet, key: Key) -> str:
    """A set of synonyms and its gloss, without the examples."""
    synset = wordnet.synsets[key]
    words = ", ".join(word.replace("_", " ") for word in synset.words[:GLOSS_WORDS])
    gloss, _, _ = synset.gloss.partition('; "')
    return f"{words}: {gloss}"


def encoded(words: Sequence[str], meanings: Sequence[str], cache: Path | None) -> tuple[np.ndarray, np.ndarray]:
    """The encoder's vectors of the words alone and of the meanings."""
    told = hashlib.sha256("\n".join([*words, *meanings]).encode()).hexdigest()[:16]
    file = cache / f"encoded-{told}.npz" if cache else None
    if file is not None and file.exists():
        with np.load(file) as held:
            return held["words"], held["meanings"]
    encoder = Encoder(base_folder())
    found = encoder.encode(words), encoder.encode(meanings)
    if file is not None:
        np.savez(file, words=found[0], meanings=found[1])
    return found


def gathered(
    wordnet: WordNet,
    lemmas: Sequence[str],
    alone: dict[str, np.ndarray],
    shares: dict[str, dict[str, float]],
    meant: dict[Key, np.ndarray],
) -> tuple[np.ndarray, np.ndarray]:
    """For each lemma the vector of the word alone (of its forms, where it is none of the words), and the mean of those
    of its meanings by their shares; each shape (lemmas, 384)."""
    own = np.zeros((len(lemmas), 384), np.float32)
    meanings = np.zeros((len(lemmas), 384), np.float32)
    places = {lemma: place for place, lemma in enumerate(lemmas)}
    for place, lemma in enumerate(lemmas):
        own[place] = alone.get(lemma, 0)
        for (_, key), share in wordnet.weights(lemma).items():
            meanings[place] += share * meant.get(key, np.zeros(384, np.float32))
    for word, held in shares.items():
        for lemma, share in held.items():
            if lemma not in alone:
                own[places[lemma]] += share * alone[word]
    return own, meanings


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))


def centred(rows: np.ndarray) -> np.ndarray:
    """The rows without what all have in common, of length 1; those that are 0 stay so."""
    rows = unit(rows)
    told = np.linalg.norm(rows, axis=1) > 0.5
    return unit(np.where(told[:, None], rows - rows[told].mean(axis=0), 0))


def reduced(own: np.ndarray, meanings: np.ndarray) -> np.ndarray:
    """Both side by side, on the axes on which they differ most; length 1."""
    both = unit(np.hstack([centred(own), centred(meanings)]))
    both = both - both.mean(axis=0)
    axes, _, _ = np.linalg.svd(both.T @ both)
    return unit(both @ axes[:, :DIMENSIONS]).astype(np.float32)


def trained(start: np.ndarray, relations: Relations) -> np.ndarray:
    """The vectors moved: what means the same together, contraries and sisters apart, all else as it was."""
    before = torch.tensor(start)
    vectors = nn.Parameter(before.clone())
    optimizer = torch.optim.Adam([vectors], lr=RATE)
    for step in range(STEPS):
        optimizer.zero_grad()
        now = nn.functional.normalize(vectors, dim=1)
        alike, goals = some(relations.alike, now)
        contrary, _ = some(relations.contrary, now)
        sisters, _ = some(relations.sisters, now)
        chosen = torch.randint(len(start), (2 * SOME, 2))
        changed = (now[chosen[:, 0]] * now[chosen[:, 1]]).sum(1) - (before[chosen[:, 0]] * before[chosen[:, 1]]).sum(1)
        loss = (
            (alike[0] * nn.functional.relu(goals - alike[1])).mean()
            + (contrary[0] * nn.functional.relu(contrary[1] - CONTRARY_MOST)).mean()
            + (sisters[0] * nn.functional.relu(sisters[1] - SISTERS_MOST)).mean()
            + KEPT * changed.pow(2).mean()
            + STAYING * (1 - (now * before).sum(1)).mean()
        )
        loss.backward()
        optimizer.step()
        if step % 100 == 0 or step == STEPS - 1:
            print(f"step {step}: loss {loss.item():.4f}", flush=True)
    return nn.functional.normalize(vectors, dim=1).detach().numpy()


def some(pairs: Pairs, now: Tensor) -> tuple[tuple[Tensor, Tensor], Tensor]:
    """Of some pairs drawn by chance: how much each counts and how like the two are; and how like they should be."""
    drawn = torch.randint(len(pairs.weights), (SOME,))
    places = torch.tensor(pairs.places)[drawn]
    like = (now[places[:, 0]] * now[places[:, 1]]).sum(1)
    return (torch.tensor(pairs.weights)[drawn], like), torch.tensor(pairs.goals)[drawn]


def of_words(
    words: Sequence[str], shares: dict[str, dict[str, float]], lemmas: Sequence[str], vectors: np.ndarray
) -> np.ndarray:
    """A word's vector from those of its lemmas."""
    places = {lemma: place for place, lemma in enumerate(lemmas)}
    return unit(np.array([sum(s * vectors[places[m]] for m, s in shares[word].items()) for word in words]))


def write(file: Path, words: Sequence[str], vectors: np.ndarray, deeds: Sequence[float]) -> None:
    """One row a word, sorted by word, each vector in whole numbers as large as a byte holds."""
    fields = [("word", f"S{max(map(len, words))}"), ("deed", "u1"), ("vector", "i1", (vectors.shape[1],))]
    table = np.zeros(len(words), dtype=fields)
    table["word"] = [word.encode("ascii") for word in words]
    table["deed"] = [round(255 * min(1.0, share)) for share in deeds]
    table["vector"] = np.round(127 * vectors / np.abs(vectors).max(axis=1, keepdims=True))
    np.save(file, table, allow_pickle=False)
    print(f"{file.name}: {len(words)} words, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
