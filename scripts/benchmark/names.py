"""People, organisations and places: what finding them costs, filters by name, facets, pages. For --entities."""
import json
import statistics

from benchmark.contenders import RELEASE, Dateline
from benchmark.measure import folder_bytes, run, spread

FIELDS = "person,org,place"
TIMER = RELEASE / "scripts" / "dateline-time-names"


class NamedDateline(Dateline):
    """An index with names."""

    def __init__(self, indexer, searcher):
        super().__init__(1, indexer, searcher)
        self.name = "dateline-index --entities on"
        self.entities = "on"

    def filter_command(self, query, place):
        return [self.searcher, "--index", self.index_path(place), query, "--limit", "10", "--format", "jsonl"]

    def facet_command(self, words, place):
        return [self.searcher, "--index", self.index_path(place), "--facets", FIELDS, "--format", "json", *words]

    def page_command(self, name, place):
        return [self.searcher, "--index", self.index_path(place), "--about", name, "--format", "json"]


class Failed(Exception):
    """A program that did not do what it was started for."""


def answer(command, accepted):
    used = run(command, keep_output=True)
    if used.status not in accepted:
        raise Failed((used.errors.strip().splitlines() or ["no message"])[-1])
    return used


def index(contender, folder, place, times):
    """Seconds of CPU, the median."""
    command, stdin = contender.index_command(folder, place)
    seconds = []
    for number in range(times):
        if number > 0:
            for path in sorted(contender.index_path(place).rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
        used = run(command, stdin)
        if used.status not in contender.accepted:
            raise Failed((used.errors.strip().splitlines() or ["no message"])[-1])
        seconds.append(used.cpu_s)
    return statistics.median(seconds)


def commonest(facets):
    """{field: names} of the answer to --facets."""
    return {facet["field"]: [value["name"] for value in facet["values"]] for facet in facets}


def cold(contender, place, words, times):
    """{kind: milliseconds of CPU} of whole processes: from start to end."""
    accepted = contender.query_accepted
    found = commonest(json.loads(answer(contender.facet_command([], place), accepted).output)["facets"])
    people = found.get("person", [])[:5]
    families = [name.split()[-1] for name in people if " " in name]
    kinds = {"word": [[contender.searcher, "--index", contender.index_path(place), word, "--limit", "10"] for word in words],
             "full name": [contender.filter_command(f'person:"{name}"', place) for name in people],
             "family name": [contender.filter_command("person:" + name, place) for name in families],
             "page on a person": [contender.page_command(name, place) for name in people],
             "facets of three kinds, all": [contender.facet_command([], place)],
             "facets of three kinds, a common word": [contender.facet_command([word], place) for word in words]}
    return {kind: [answer(command, accepted).cpu_s * 1000 for command in commands for _ in range(times)]
            for kind, commands in kinds.items() if commands}


def ask(contender, place, words, query_runs, timer):
    """The times of all that is asked of an index, in open programs and in whole processes. Raises Failed."""
    by_kind = cold(contender, place, words, 3)
    command = [timer or TIMER, contender.index_path(place), "--runs", query_runs]
    warm = json.loads(answer(command + [part for word in words for part in ("--facets", word)], (0,)).output)
    return {"warm": {kind: {"one program": spread(values)} for kind, values in warm.items()},
            "cold": {kind: {"a process": spread(values)} for kind, values in by_kind.items()}}


def measure(contender, folder, place, words, runs, query_runs, plain_cpu, timer):
    """All figures, or {"failed": why}. `words` are queries to count facets of, `plain_cpu` the seconds without names."""
    place.mkdir()
    try:
        cpu = index(contender, folder, place, runs)
        return {"cpu_s": cpu, "cpu_share": cpu / plain_cpu - 1 if plain_cpu else None,
                "index_mb": folder_bytes(contender.index_path(place)) / 1e6,
                **ask(contender, place, words, query_runs, timer)}
    except Failed as failure:
        return {"failed": str(failure)}
