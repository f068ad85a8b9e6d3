"""Measures Dateline and its peers side by side on a folder of articles: indexing (CPU, wall, memory,
size), a run with nothing changed, queries in a cold process and warm. Writes a Markdown report to
standard output and, with --json, all figures to a file. Contenders take turns (A B C, A B C), medians
are reported, a failing contender is reported as such. Temporary folders are removed.
"""
import argparse
import json
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

# pylint: disable=wrong-import-position
from benchmark import long_articles, names
from benchmark import queries as query_choice
from benchmark import report
from benchmark.contenders import PEERS, ROOT, Dateline
from benchmark.measure import folder_bytes, machine, run, spread


def say(text):
    print(text, file=sys.stderr, flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="articles (*.txt in folders)")
    parser.add_argument("--json", metavar="FILE", help="write all figures there")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="index so many times (default 3)")
    parser.add_argument("--query-runs", type=int, default=20, metavar="N", help="ask each query so often (default 20)")
    parser.add_argument("--peers", default="omindex,fts5", metavar="LIST",
                        help=f"of {', '.join(PEERS)}; or none (default omindex,fts5)")
    parser.add_argument("--peer-sample", type=int, metavar="N",
                        help="give the peers only N articles, evenly spread, and scale their CPU and wall time")
    parser.add_argument("--entities", action="store_true",
                        help="also an index with people, organisations and places: size, filters by name, facets, pages")
    parser.add_argument("--goals", action="store_true", help="also print the goals, and whether they are met")
    parser.add_argument("--memory-test", type=int, nargs="?", const=1000000, metavar="N",
                        help="instead: peak memory of indexing N small made articles (default 1,000,000)")
    parser.add_argument("--long-articles", type=int, nargs="?", const=30, metavar="MB",
                        help="instead: what single articles of so many MB (30) cost, of the kinds that are hardest on an index")
    parser.add_argument("--names-of", metavar="INDEX",
                        help="instead: what answers about names cost, from an index that is there; FOLDER is what it was made of")
    parser.add_argument("--work", metavar="FOLDER", help="where the temporary folder is made (default: as TMPDIR says)")
    parser.add_argument("--indexer", type=pathlib.Path, metavar="PROGRAM", help="another dateline-index")
    parser.add_argument("--searcher", type=pathlib.Path, metavar="PROGRAM", help="another dateline-search")
    parser.add_argument("--timer", type=pathlib.Path, metavar="PROGRAM", help="another dateline-time-names, for --entities")
    options = parser.parse_args()
    if options.folder is None and options.memory_test is None and options.long_articles is None:
        parser.error("a FOLDER, --memory-test or --long-articles")
    if options.folder is not None and not pathlib.Path(options.folder).is_dir():
        parser.error(f"{options.folder}: not a folder")
    options.peers = [] if options.peers in ("", "none") else options.peers.split(",")
    for peer in options.peers:
        if peer not in PEERS:
            parser.error(f"--peers: {peer} is none of {', '.join(PEERS)}")
    return options


def make_programs(options):
    if options.indexer is None or options.searcher is None:
        subprocess.run([ROOT / "scripts" / "build", "release", "dateline-index", "dateline-search"], check=True)
    if (options.entities or options.names_of) and options.timer is None:
        subprocess.run([ROOT / "scripts" / "build", "release", "dateline-time-names"], check=True)


def peers_folder(options, files, work):
    """The folder that the peers index, and how much of the whole it is."""
    if not options.peer_sample or options.peer_sample >= len(files):
        return options.folder, 1.0
    folder = work / "peer-sample"
    step = len(files) / options.peer_sample
    copied = 0
    for number in range(options.peer_sample):
        source = pathlib.Path(files[int(number * step)])
        target = folder / source.relative_to(options.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        copied += source.stat().st_size
    return folder, copied / sum(pathlib.Path(f).stat().st_size for f in files)


class Comparison:
    """One run of the whole benchmark; fills self.results."""

    def __init__(self, options, work):
        self.options = options
        self.work = work
        self.folder = str(pathlib.Path(options.folder).resolve())
        options.folder = self.folder
        self.files = query_choice.text_files(self.folder)
        if not self.files:
            sys.exit(f"bench: {self.folder}: no *.txt")
        self.bytes = sum(pathlib.Path(f).stat().st_size for f in self.files)
        self.peers_folder, self.peers_share = peers_folder(options, self.files, work)
        self.contenders = [Dateline(jobs, options.indexer, options.searcher) for jobs in (1, 2)]
        self.contenders += [PEERS[peer]() for peer in options.peers]
        self.failed = {}
        self.results = {
            "when": time.strftime("%Y-%m-%d %H:%M"), "machine": machine(),
            "corpus": {"folder": pathlib.Path(self.folder).name, "files": len(self.files),
                       "mb": round(self.bytes / 1e6, 1), "peers_share": round(self.peers_share, 4)},
            "index": {}, "unchanged": None, "cold": {}, "warm": {}, "concordance": None, "failed": self.failed}

    def place(self, contender):
        return self.work / "".join(c if c.isalnum() else "_" for c in contender.name)

    def fail(self, contender, used, command):
        message = (used.errors or used.output).strip().splitlines()[-1:] or ["no message"]
        self.failed[contender.name] = f"exit status {used.status}: {message[0]}"
        say(f"  FAILED: {contender.name}: {self.failed[contender.name]}\n  {' '.join(map(str, command))[:300]}")

    def alive(self):
        return [c for c in self.contenders if c.name not in self.failed]

    def measure_indexing(self):
        measured = {contender.name: [] for contender in self.contenders}
        for number in range(self.options.runs):
            for contender in self.alive():
                say(f"index, run {number + 1} of {self.options.runs}: {contender.name}")
                used = self.index_once(contender)
                if used:
                    measured[contender.name].append(used)
        for contender in self.alive():
            self.summarise_indexing(contender, measured[contender.name])

    def index_once(self, contender):
        place = self.place(contender)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        folder = self.peers_folder if contender.is_peer else self.folder
        contender.prepare(folder, place)
        command, stdin = contender.index_command(folder, place)
        used = run(command, stdin, contender.environment(place))
        if used.status in contender.accepted and contender.index_path(place).exists():
            return used
        self.fail(contender, used, command)
        return None

    def summarise_indexing(self, contender, runs):
        share = self.peers_share if contender.is_peer else 1.0
        size = folder_bytes(contender.index_path(self.place(contender)))
        cpu = statistics.median(r.cpu_s for r in runs) / share
        self.results["index"][contender.name] = {
            "cpu_s": cpu, "wall_s": statistics.median(r.wall_s for r in runs) / share,
            "cpu_s_all": [r.cpu_s / share for r in runs], "wall_s_all": [r.wall_s / share for r in runs],
            "mb_per_cpu_s": self.bytes / 1e6 / cpu, "peak_mb": max(r.peak_mb for r in runs),
            "index_mb": size / 1e6, "ratio": size / (self.bytes * share), "scaled": share < 1}

    def measure_unchanged(self):
        """A second run over the folder that is indexed already."""
        contender = self.contenders[0]
        if contender.name in self.failed:
            return
        say(f"nothing changed: {contender.name}")
        command, stdin = contender.index_command(self.folder, self.place(contender))
        runs = [run(command, stdin) for _ in range(max(3, self.options.runs))]
        if any(r.status not in contender.accepted for r in runs):
            self.failed["nothing changed"] = f"exit status {runs[-1].status}"
            return
        self.results["unchanged"] = {"cpu_s": statistics.median(r.cpu_s for r in runs),
                                     "wall_s": statistics.median(r.wall_s for r in runs)}

    def measure_cold(self, chosen):
        """A process for each query, three queries of a kind; contenders take turns."""
        times, seen = {}, {}
        contenders = [c for c in self.alive() if c is not self.contenders[1]]
        say(f"cold queries: {', '.join(c.name for c in contenders)}")
        for query in chosen:
            seen[query.kind] = seen.get(query.kind, 0) + 1
            if seen[query.kind] > 3:
                continue
            for _ in range(max(3, self.options.query_runs // 2)):
                for contender in contenders:
                    self.ask_cold(contender, query, times)
        self.results["empty_process_ms"] = statistics.median(run(["true"]).wall_s for _ in range(20)) * 1000
        self.results["cold"] = {kind: {name: spread(values) for name, values in by_name.items()}
                                for kind, by_name in times.items()}

    def ask_cold(self, contender, query, times):
        place = self.place(contender)
        command = contender.query_command(query, place)
        if command is None or f"{contender.name}, {query.kind}" in self.failed:
            return
        used = run(command, env=contender.environment(place))
        if used.status not in contender.query_accepted:
            message = (used.errors.strip().splitlines() or ["no message"])[-1]
            self.failed[f"{contender.name}, {query.kind}"] = f"exit status {used.status}: {message}"
            return
        times.setdefault(query.kind, {}).setdefault(contender.name, []).append(used.wall_s * 1000)

    def measure_warm(self, chosen, shared):
        for contender in self.alive():
            if contender is self.contenders[0]:
                self.warm_dateline(contender, chosen, False, "dateline-search --batch")
                self.warm_dateline(contender, shared, True, "dateline-search --batch --exact")
            elif contender.name == "SQLite FTS5":
                self.warm_sqlite(contender, shared)

    @staticmethod
    def shuffled(chosen, times):
        asked = [query for query in chosen for _ in range(times)]
        random.Random(1).shuffle(asked)
        return asked

    def warm_dateline(self, contender, chosen, exact, name):
        say(f"warm queries: {name}")
        asked = self.shuffled(chosen, self.options.query_runs)
        command = contender.batch_command(self.place(contender), exact)
        used = run(command, "".join(q.dateline + "\n" for q in asked), keep_output=True)
        lines = used.output.splitlines()
        if used.status not in contender.query_accepted or len(lines) != len(asked):
            message = (used.errors.strip().splitlines() or ["no message"])[-1]
            self.failed[name] = f"exit status {used.status}, {len(lines)} answers to {len(asked)} queries: {message}"
            return
        times, totals = {}, {}
        for query, line in zip(asked, lines):
            answer = json.loads(line)
            if "error" in answer:
                self.failed[f"{name}, {query.kind}"] = f"{query.dateline}: {answer['error']}"
                continue
            times.setdefault(query.kind, []).append(answer["ms"])
            totals.setdefault(query.kind, {})[query.dateline] = [answer["total"], answer["exact"]]
        self.keep_warm(name, times)
        self.results["queries" + (", exact" if exact else "")] = totals

    def warm_sqlite(self, contender, chosen):
        """Through the interpreter's own SQLite; the count and the best ten together."""
        say(f"warm queries: {contender.name}")
        connection = sqlite3.connect(f"file:{contender.index_path(self.place(contender))}?mode=ro", uri=True)
        times = {}
        try:
            for query in self.shuffled(chosen, max(3, self.options.query_runs // 5)):
                begin = time.perf_counter()
                for statement in contender.statements(query):
                    connection.execute(statement).fetchall()
                times.setdefault(query.kind, []).append(1000 * (time.perf_counter() - begin))
        except sqlite3.Error as error:
            self.failed[contender.name + ", warm"] = str(error)
            return
        finally:
            connection.close()
        self.keep_warm(contender.name, times)

    def keep_warm(self, name, times):
        simple = [value for kind, values in times.items() if kind in query_choice.SIMPLE_KINDS for value in values]
        times[query_choice.ALL_SIMPLE] = simple
        for kind, values in times.items():
            self.results["warm"].setdefault(kind, {})[name] = spread(values)

    def measure_concordance(self, word):
        """Every occurrence of a word, oldest first, by a process of its own."""
        contender = self.contenders[0]
        if contender.name in self.failed:
            return
        say(f"concordance: {contender.name}")
        command = [contender.searcher, "--index", contender.index_path(self.place(contender)), word, "--kwic", "--format",
                   "csv"]
        runs = [run(command, keep_output=True) for _ in range(max(3, self.options.runs))]
        if any(used.status not in contender.query_accepted for used in runs):
            self.failed["concordance"] = f"exit status {runs[-1].status}: {runs[-1].errors.strip()}"
            return
        self.results["concordance"] = {"word": word, "lines": max(0, runs[0].output.count("\n") - 1),
                                       "wall_s": statistics.median(used.wall_s for used in runs)}

    def measure_names(self, chosen):
        """An index with names beside that of the first contender."""
        plain = self.results["index"].get(self.contenders[0].name)
        contender = names.NamedDateline(self.options.indexer, self.options.searcher)
        say(f"names: {contender.name}")
        common = [query.words for query in chosen if query.kind == "word, common"][:3]
        found = names.measure(contender, self.folder, self.place(contender), common, self.options.runs,
                              self.options.query_runs, plain and plain["cpu_s"], self.options.timer)
        if "failed" in found:
            self.failed[contender.name] = found["failed"]
            return
        if plain:
            found["growth"] = (found["index_mb"] - plain["index_mb"]) / (self.bytes / 1e6)
        self.results["names"] = found

    def run(self):
        for name in self.files:  # so that nobody reads from the disk and the others from memory
            pathlib.Path(name).read_bytes()
        self.measure_indexing()
        self.measure_unchanged()
        sample = query_choice.look_at(self.files)
        chosen = query_choice.choose(sample)
        shared = [query for query in chosen if query.is_shared]
        self.measure_cold(shared + query_choice.timelines(shared))
        self.results["warm"] = {query.kind: {} for query in chosen}
        self.measure_warm(chosen, shared)
        self.measure_concordance(query_choice.concordance_word(sample))
        if self.options.entities:
            self.measure_names(chosen)


def memory_test(options, work):
    articles, place = options.memory_test, work / "place"
    place.mkdir()
    subprocess.run([ROOT / "scripts" / "make-corpus", str(articles), str(work / "articles"), "--words", "65"], check=True)
    indexer = options.indexer or Dateline(1).indexer
    say(f"indexing {articles:,} articles with the default --memory")
    used = run([indexer, "-q", work / "articles", "--index", place / "index"])
    megabytes = folder_bytes(work / "articles") / 1e6
    result = {"machine": machine(), "articles": articles, "mb": megabytes, "status": used.status, "peak_mb": used.peak_mb,
              "cpu_s": used.cpu_s, "wall_s": used.wall_s, "index_mb": folder_bytes(place / "index") / 1e6}
    print(f"{articles:,} made articles, {megabytes:,.0f} MB: peak memory {used.peak_mb:,.0f} MB "
          f"(goal for 1,000,000: 1,024 MB or less), CPU {used.cpu_s:.1f} s, wall {used.wall_s:.1f} s, "
          f"index {result['index_mb']:,.0f} MB, exit status {used.status}")
    if used.status not in (0, 1):
        print(used.errors, file=sys.stderr)
    return result, used.status in (0, 1)


def time_names(options):
    """Figures of an index that was made before, and whether all could be measured."""
    class Made(names.NamedDateline):
        def index_path(self, place):
            return pathlib.Path(options.names_of).resolve()

    chosen = query_choice.choose(query_choice.look_at(query_choice.text_files(options.folder)))
    common = [query.words for query in chosen if query.kind == "word, common"][:3]
    try:
        result = names.ask(Made(options.indexer, options.searcher), None, common, options.query_runs, options.timer)
    except names.Failed as failure:
        print(f"bench: {options.names_of}: {failure}", file=sys.stderr)
        return {}, False
    print(report.names_report(result, options.goals))
    return result, True


def main():
    options = arguments()
    make_programs(options)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=options.work) as work:
        if options.memory_test is not None:
            result, succeeded = memory_test(options, pathlib.Path(work))
        elif options.long_articles is not None:
            result, succeeded = long_articles.measure(options, pathlib.Path(work), say)
        elif options.names_of is not None:
            result, succeeded = time_names(options)
        else:
            comparison = Comparison(options, pathlib.Path(work))
            comparison.run()
            result, succeeded = comparison.results, not comparison.failed
            print(report.as_markdown(result, options.goals))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0 if succeeded else 1


if __name__ == "__main__":
    sys.exit(main())
