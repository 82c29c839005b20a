"""Fuzzing of every reader, led by what the code reaches (atheris, libFuzzer).

    python -m pip install atheris        # Linux and macOS; a tool, no dependency
    python tests/fuzz/fuzz_readers.py --minutes 60

Each reader runs in a process of its own, for its share of the time, within bounds of
memory and of seconds an input.  What breaks one is kept in tests/fuzz/kept, named by
its reader and digest, and ``tests/readers/test_fuzzed.py`` reads it for ever after.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE / "kept"
LARGEST_BYTES = 60_000
MEMORY_MB = 300
SECONDS_AN_INPUT = 10


def main() -> int:
    """Fuzz the readers that are named, or all, one after the other."""
    options = _options()
    if options.one:
        _fuzz(options.one, options.seconds)
    names = options.readers or _names()
    seconds = max(10, round(60 * options.minutes / len(names)))
    broken = [name for name in names if not _in_process(name, seconds)]
    _say(f"{len(names)} fuzzed, {seconds} s each; broken: {broken or 'none'}")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readers", nargs="*", help="names; all without")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _names() -> list[str]:
    _on_path()
    from fuzz.targets import targets  # noqa: PLC0415 (on the path only now)

    return list(targets())


def _on_path() -> None:
    sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]


def _in_process(name: str, seconds: int) -> bool:
    """Fuzz one reader; whatever broke it is kept."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        command = [sys.executable, __file__, "--one", name, "--seconds", str(seconds)]
        log = Path(folder) / "log"
        with log.open("wb") as stream:
            done = subprocess.run(  # noqa: S603 (this very file)
                command, cwd=folder, stdout=stream, stderr=stream, check=False
            )
        last = log.read_text(errors="replace").splitlines()
        shown = next((line for line in reversed(last) if "exec/s" in line), "")
        _say(f"{name}: {shown[:110]}")
        for found in Path(folder).glob("broken-*"):
            data = found.read_bytes()
            KEPT.mkdir(exist_ok=True)
            (KEPT / f"{name}-{sha256(data).hexdigest()[:12]}").write_bytes(data)
        if done.returncode:
            _say("\n".join(last[-25:]))
    return done.returncode == 0


def _fuzz(name: str, seconds: int) -> None:
    """Fuzz one reader in this process, which libFuzzer ends."""
    _on_path()
    import atheris  # noqa: PLC0415 (a tool that only this process needs)

    with atheris.instrument_imports(include=["curriculum"]):
        from fuzz.targets import survives, targets  # noqa: PLC0415 (instrumented)

        target = targets()[name]
    from fuzz.seeds import seeds  # noqa: PLC0415 (on the path only now)

    folder = Path(tempfile.mkdtemp(prefix="fuzzed-"))
    corpus = folder / "corpus"
    corpus.mkdir()
    held = seeds()
    own = held.get(name) or tuple(x for xs in held.values() for x in xs)
    for number, seed in enumerate(own):
        (corpus / str(number)).write_bytes(seed)
    lines = [line for seed in own for line in seed.splitlines()]

    def mutate(data: bytes, most: int, number: int) -> bytes:
        dice = random.Random(number)  # noqa: S311 (nothing secret hangs on it)
        if dice.random() < 1 / 2:
            return bytes(atheris.Mutate(data, most))
        return by_lines(data, lines, dice)[:most]

    path = folder / "input"
    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            f"-max_total_time={seconds}",
            f"-rss_limit_mb={MEMORY_MB}",
            f"-timeout={SECONDS_AN_INPUT}",
            f"-max_len={LARGEST_BYTES}",
            "-artifact_prefix=broken-",
            "-print_final_stats=1",
        ],
        lambda data: survives(target, path, data),
        custom_mutator=mutate,
    )
    atheris.Fuzz()


def by_lines(data: bytes, known: list[bytes], dice: random.Random) -> bytes:
    """Lines moved, doubled, dropped, joined, or brought from elsewhere."""
    lines = data.splitlines() or [b""]
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        match dice.randrange(6):
            case 0:
                lines.insert(at, dice.choice(known))
            case 1 if len(lines) > 1:
                del lines[at]
            case 2:
                lines.insert(dice.randrange(len(lines) + 1), lines[at])
            case 3 if at + 1 < len(lines):
                lines[at : at + 2] = [lines[at] + lines[at + 1]]
            case 4:
                cut = dice.randrange(len(lines[at]) + 1)
                lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
            case _:
                other = dice.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
    return dice.choice([b"\n", b"\n", b"\r\n", b"\r"]).join(lines)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
