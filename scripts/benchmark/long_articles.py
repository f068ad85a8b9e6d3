"""What one article as long as is read costs, of each kind that is hard on an index: scripts/bench --long-articles."""
import shutil

from benchmark.contenders import Dateline
from benchmark.measure import run
from benchmark.report import table

HEADER = " date 2022-01-07 "
USUAL = "The minister of finance said on Friday that the bank would leave its interest rate as it was. "


def word(number):
    """Another word for each number below 2^32, and in no order."""
    rest, letters = number * 2654435761 % 2**32, ""
    while rest > 0 or not letters:
        rest, letter = divmod(rest, 26)
        letters += chr(97 + letter)
    return letters


# What the number of a piece gives: a text is pieces 0, 1, 2 ... So this program stays small, whose memory is counted as
# that of those it starts.
KINDS = {
    "new words": lambda number: word(number) + " ",
    "new names": lambda number: f"Minister John {word(number).capitalize()} of {word(~number % 2**32).capitalize()} said. ",
    "names that share words": lambda number: f"Ann {chr(65 + number % 26)}{number // 26:x} Lee met Ann Lee. ",
    "lines of a letter": lambda number: "a\n",
    "one word": lambda number: "a",
    "usual words, one line": lambda number: USUAL,
}


def write_article(path, piece, size):
    path.parent.mkdir(parents=True)
    with open(path, "w", encoding="ascii", buffering=1 << 20) as file:
        left, number = size - file.write(HEADER), 0
        while left > 0:
            left -= file.write(piece(number)[:left])
            number += 1


def measure(options, work, say):
    """A row for each kind; and whether all went well."""
    rows = [[f"one article of {options.long_articles} MB", "index CPU s", "peak MB", "index MB", "--show s", "--kwic s"]]
    result, succeeded = {}, True
    program = Dateline(1, options.indexer, options.searcher)
    for kind, piece in KINDS.items():
        say(f"long article: {kind}")
        place = work / kind.replace(" ", "_")
        write_article(place / "articles" / "long.txt", piece, options.long_articles * 1_000_000)
        index = place / "index"
        indexed = run([program.indexer, "-q", place / "articles", "--index", index])
        ask = [program.searcher, "--index", index]
        shown = run([*ask, "--show", "1"])
        lines = run([*ask, "a OR said OR lee", "--kwic", "--format", "csv"])
        figures = {"cpu_s": indexed.cpu_s, "peak_mb": indexed.peak_mb, "show_s": shown.wall_s, "kwic_s": lines.wall_s,
                   "index_mb": sum(file.stat().st_size for file in (index / "segments").glob("*")) / 1e6}
        statuses = (indexed.status, shown.status, lines.status)
        succeeded = succeeded and all(status in (0, 1) for status in statuses)
        result[kind] = {**figures, "statuses": statuses}
        rows.append([kind, *(f"{figures[key]:.1f}" for key in ("cpu_s", "peak_mb", "index_mb", "show_s", "kwic_s"))])
        shutil.rmtree(place)
    print(table(rows))
    return result, succeeded
