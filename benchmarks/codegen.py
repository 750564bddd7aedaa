"""Measure `framework generate` on made-up projects, with other generators beside it.

    python benchmarks/codegen.py [--sizes 10 200 1000] [--runs 5] [--alone]

Every figure is CPU time of a cold process with all that it starts, formatting included.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

import made_up
import peers
from measure import cpu, typical

if TYPE_CHECKING:
    from collections.abc import Iterator

PEERS_UP_TO = 200  # models; beyond it, a run of a peer takes half a minute
OURS = (sys.executable, "-m", "framework")
DOCUMENT = Path("shared", "generated", "openapi", "shop.json")


class Project:
    """A made-up project that is compiled again and again."""

    def __init__(self, folder: Path, models: int) -> None:
        """Write it into `folder`."""
        self.root = folder / f"models{models}"
        self._edits = 0
        made_up.write(self.root, models)

    def cold(self) -> float:
        """Compile as if for the first time."""
        # Put aside, not deleted: some file systems are slow to create what was deleted just now.
        aside = Path(mkdtemp(dir=self.root.parent))
        for name in ("shared", ".framework"):
            if (self.root / name).exists():
                (self.root / name).rename(aside / name)
        return self.run("generate")

    def edited(self) -> float:
        """Compile after a change of one description."""
        self._edits += 1
        spec = self.root / "specs" / "models" / "things0.yaml"
        first, rest = spec.read_text("utf-8").split("Thing number 0", 1)
        spec.write_text(f"{first}Thing number 0{'!' * self._edits}{rest.lstrip('!')}", "utf-8")
        return self.run("generate")

    def run(self, *arguments: str) -> float:
        """Return the CPU time of a command of the framework."""
        return cpu((*OURS, *arguments), self.root)


def main() -> None:
    """Print a table for each size."""
    options = _options()
    with TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        commands = None if options.alone else peers.install(folder / "peers")
        bare = typical(options.runs, partial(cpu, (sys.executable, "-c", ""), folder))
        print(f"A bare interpreter takes {bare:.3f} s of CPU; medians of {options.runs} runs.")
        for models in options.sizes:
            project = Project(folder, models)
            print(f"\n{models:,} models, {5 * models:,} operations{'s of CPU':>28}    ratio")
            ours = _print_ours(project, options.runs)
            if commands and models <= PEERS_UP_TO:
                _print_peers(project, commands, options.runs, ours)


def _print_ours(project: Project, runs: int) -> float:
    """Print what the framework takes; return the time of a cold `generate`."""
    project.cold()  # byte code and the files of the specs are in caches from here on
    cold = typical(runs, project.cold)
    _print("generate, cold", cold, cold)
    _print("generate, unchanged", typical(runs, partial(project.run, "generate")), cold)
    _print("generate, after one edit", typical(runs, project.edited), cold)
    _print("generate --check", typical(runs, partial(project.run, "generate", "--check")), cold)
    _print("validate", typical(runs, partial(project.run, "validate")), cold)
    return cold


def _print_peers(project: Project, commands: Path, runs: int, ours: float) -> None:
    for name, seconds in _peers(project, commands, runs):
        _print(name, seconds, ours)


def _peers(project: Project, commands: Path, runs: int) -> Iterator[tuple[str, float]]:
    folder = Path(mkdtemp(dir=project.root.parent))
    for name, command in peers.COMMANDS.items():
        generate = partial(peers.generate, command, commands, project.root / DOCUMENT, folder)
        yield name, typical(runs, generate)


def _print(name: str, seconds: float, ours: float) -> None:
    print(f"  {name:44}{seconds:8.3f}{seconds / ours:9.2f}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 200, 1000], metavar="MODELS")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="leave the other generators out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
