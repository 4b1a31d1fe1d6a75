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

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "src")]

from data import held_out, paragraphs, read_documents  # noqa: E402 (needs the path)

from sayso.layers.decoding import CONSTANTS, Constants, Run, link  # noqa: E402
from sayso.layers.tagger import LEAST_WORDS, Scored, load_network, score_windows  # noqa: E402
from sayso.layers.windows import Window, read_windows  # noqa: E402

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
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--held-out", type=int, default=80)
    parser.add_argument("--dev", action="store_true", help="report on the development documents")
    parser.add_argument("--grid", action="store_true", help="try many settings")
    args = parser.parse_args()
    documents = read_documents(args.data / f"polnear_{'dev' if args.dev else 'train'}.jsonl")
    if not args.dev:
        kept = held_out(documents, args.held_out, args.seed)
        documents = [d for d in documents if d["id"] in kept]
    net = load_network(*(str(args.models / f"tagger-{n}") for n in ("tokenizer.json", "tags.onnx", "roles.onnx")))
    began = time.process_time()
    scored = {}
    for document in documents:
        text = document["text"]
        windows = [w for sentences in paragraphs(text) for w in read_windows(text, sentences, net.split)]
        scored[document["id"]] = [*score_windows([w for w in windows if len(w.words) >= LEAST_WORDS], net)]
    print(f"scored in {time.process_time() - began:.1f} CPU-seconds")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as gold:
        gold.writelines(json.dumps(d) + "\n" for d in documents)
        gold.flush()
        for constants in dict.fromkeys(settings()) if args.grid else (CONSTANTS,):
            said = report(args.eval, Path(gold.name), scored, constants)
            changed = {k: v for k, v in constants._asdict().items() if v != getattr(CONSTANTS, k)}
            print(changed or "as shipped", said if not args.grid else [line.split()[-1] for line in said.splitlines()])


if __name__ == "__main__":
    main()
