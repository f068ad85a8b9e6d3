"""People, organisations and places: what finding them costs, filters by name, facets. For --entities."""
import json
import statistics

from benchmark.contenders import Dateline
from benchmark.measure import folder_bytes, run, spread

FIELDS = "person,org,place"


class NamedDateline(Dateline):
    """An index with names."""

    def __init__(self, indexer, searcher):
        super().__init__(1, indexer, searcher)
        self.name = "dateline-index --entities on"

    def index_command(self, folder, place):
        command, stdin = super().index_command(folder, place)
        return command + ["--entities", "on"], stdin

    def filter_command(self, query, place):
        return [self.searcher, "--index", self.index_path(place), query, "--limit", "10", "--format", "jsonl"]

    def facet_command(self, words, place):
        return [self.searcher, "--index", self.index_path(place), "--facets", FIELDS, "--format", "json", *words]


def commonest(facets):
    """{field: names} of the answer to --facets."""
    return {facet["field"]: [value["name"] for value in facet["values"]] for facet in facets}


def filters(names):
    """(kind, query): each name whole, and of people the last word alone."""
    asked = [(f"{field}, whole name", f'{field}:"{name}"') for field, some in names.items() for name in some]
    return asked + [("person, family name", "person:" + name.split()[-1]) for name in names["person"] if " " in name]


def warm_filters(contender, place, asked, times):
    """{kind: milliseconds}. The first query of all reads the names, and is left out."""
    lines = [query for _ in range(times) for _, query in asked]
    used = run(contender.batch_command(place, False), "\n".join(lines[:1] + lines) + "\n", keep_output=True)
    answers = [json.loads(line) for line in used.output.splitlines()][1:]
    if len(answers) != len(lines):
        raise RuntimeError(f"{len(answers)} answers to {len(lines)} queries")
    by_kind = {}
    for number, answer in enumerate(answers):
        by_kind.setdefault(asked[number % len(asked)][0], []).append(answer["ms"])
    return by_kind


def measure(contender, folder, place, words, times, plain_cpu):
    """All figures, or {"failed": why}. `words` are queries to count facets of, `plain_cpu` the seconds without names."""
    place.mkdir()
    command, stdin = contender.index_command(folder, place)
    used = run(command, stdin)
    if used.status not in contender.accepted:
        return {"failed": (used.errors.strip().splitlines() or ["no message"])[-1]}
    every = run(contender.facet_command([], place), keep_output=True)
    asked = filters(commonest(json.loads(every.output)["facets"]))
    by_kind = warm_filters(contender, place, asked, times) if asked else {}
    cold = {"first query with a name": [run(contender.filter_command(query, place)).wall_s * 1000
                                        for _, query in asked[:3] for _ in range(3)]} if asked else {}
    for word in [None, *words]:
        answers = [run(contender.facet_command([word] if word else [], place), keep_output=True) for _ in range(3)]
        total = json.loads(answers[0].output)["total"]
        cold[f"facets {FIELDS} of {total:,}"] = [answer.wall_s * 1000 for answer in answers]
    return {"cpu_s": used.cpu_s, "cpu_share": used.cpu_s / plain_cpu - 1 if plain_cpu else None,
            "index_mb": folder_bytes(contender.index_path(place)) / 1e6,
            "filter_median": statistics.median(value for values in by_kind.values() for value in values) if by_kind else None,
            "warm": {kind: {contender.name: spread(values)} for kind, values in by_kind.items()},
            "cold": {kind: {contender.name: spread(values)} for kind, values in cold.items()}}
