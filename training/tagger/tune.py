"""Scores an exported tagger on PolNeAR, for one or many settings of the decoding constants.

    python training/tagger/tune.py --data ../shared/data/attribution --eval ../shared/eval/score_attribution.py --grid
    python training/tagger/tune.py --data ../shared/data/attribution --eval ../shared/eval/score_attribution.py --dev

Constants are chosen on the training documents that ``train.py`` keeps back; the development documents only report.
"""

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from data import kept_back, paragraphs, read_documents

from sayso.layers.attribution.decoding import CONSTANTS, Constants, Run, link
from sayso.layers.attribution.tagger import LEAST_WORDS, Scored, load_network, score_windows
from sayso.layers.attribution.windows import Window, read_windows

REPOSITORY = Path(__file__).resolve().parents[2]
GRID = {"switch": (0.25, 0.5, 0.75, 1.0), "begin": (0.5, 0.7), "bridge": (2, 4, 6), "source_floor": (-3.0, -1.5, 0.0),
        "content_floor": (-6.0, -3.0), "least_part": (0.0, 0.5)}  # fmt: skip


def spans(window: Window, runs: Sequence[Run]) -> list[list[int]]:
    return [[window.words[first][0], window.words[last - 1][1]] for first, last in runs]


def predicted(scored: Sequence[Scored], constants: Constants) -> Iterator[dict[str, Any]]:
    for one in scored:
        for found in link(one.tags, one.cues, one.roles, constants):
            roles = {"source": found.source, "cue": [found.cue], "content": found.content}
            yield {role: spans(one.window, runs) for role, runs in roles.items()}


def report(scorer: Path, gold: Path, scored: dict[str, list[Scored]], constants: Constants) -> str:
    """What the scorer prints of the predictions under these constants."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, windows in scored.items():
            file.write(json.dumps({"id": name, "attributions": [*predicted(windows, constants)]}) + "\n")
        file.flush()
        run = [sys.executable, str(scorer), str(gold), file.name]
        return subprocess.run(run, capture_output=True, text=True, check=True).stdout


def read_kept_back(data: Path) -> list[dict[str, Any]]:
    documents = read_documents(data / "polnear_train.jsonl")
    kept = kept_back(documents)
    return [d for d in documents if d["id"] in kept]


def score_files(models: Path, documents: Sequence[dict[str, Any]]) -> dict[str, list[Scored]]:
    """What the exported network makes of each document."""
    net = load_network(*(str(models / f"tagger-{n}") for n in ("tokenizer.json", "tags.onnx", "roles.onnx")))
    scored = {}
    for document in documents:
        text = document["text"]
        windows = [w for sentences in paragraphs(text) for w in read_windows(text, sentences, net.split)]
        scored[document["id"]] = [*score_windows([w for w in windows if len(w.words) >= LEAST_WORDS], net)]
    return scored


def print_figures(
    documents: Sequence[dict[str, Any]],
    scored: dict[str, list[Scored]],
    scorer: Path,
    choices: Sequence[Constants] = (CONSTANTS,),
) -> None:
    """Prints what the scorer says of each choice of constants, in full where there is but one."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as gold:
        gold.writelines(json.dumps(d) + "\n" for d in documents)
        gold.flush()
        for constants in choices:
            said = report(scorer, Path(gold.name), scored, constants)
            changed = {k: v for k, v in constants._asdict().items() if v != getattr(CONSTANTS, k)}
            short = [line.split()[-1] for line in said.splitlines()]
            print(changed or "as shipped", short if len(choices) > 1 else said, flush=True)


def settings() -> Iterator[Constants]:
    """The shipped constants, then each one changed alone, then the pairs that matter most together."""
    yield CONSTANTS
    for name, choices in GRID.items():
        yield from (CONSTANTS._replace(**{name: choice}) for choice in choices)
    for switch, begin in itertools.product(GRID["switch"], GRID["begin"]):
        yield CONSTANTS._replace(switch=switch, begin=begin)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--eval", type=Path, required=True, help="score_attribution.py")
    parser.add_argument("--models", type=Path, default=REPOSITORY / "src" / "sayso" / "models")
    parser.add_argument("--dev", action="store_true", help="report on the development documents")
    parser.add_argument("--grid", action="store_true", help="try many settings")
    args = parser.parse_args()
    documents = read_documents(args.data / "polnear_dev.jsonl") if args.dev else read_kept_back(args.data)
    began = time.process_time()
    scored = score_files(args.models, documents)
    print(f"scored in {time.process_time() - began:.1f} CPU-seconds")
    print_figures(documents, scored, args.eval, [*dict.fromkeys(settings())] if args.grid else (CONSTANTS,))


if __name__ == "__main__":
    main()
