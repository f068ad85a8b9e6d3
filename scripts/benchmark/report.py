"""The results of scripts/bench as Markdown tables."""

from benchmark.queries import ALL_SIMPLE, HARD_PHRASES, LONG_NEVER_MEETS, NEVER_MEET, SIMPLE_KINDS

OPERATOR_GOALS = {"distance": 10, "distance, common words": 10, "not within a distance": 10, "sentence": 10, "lead": 10,
                  "lead, common words": 10, "atleast": 10, "prefix": 10, "infix": 50, "fuzzy": 50, "OR": 0.6, "NOT": 0.6,
                  "path": 0.6, "word and path": 0.6, "length": 0.6, "word and length": 0.6, "URL": 0.6}  # medians, ms


def table(rows):
    """Aligned; the first row is the heading, first columns to the left, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for number, row in enumerate(rows):
        cells = [c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))]
        lines.append("| " + " | ".join(cells) + " |")
        if number == 0:
            lines.append("|" + "|".join("-" * (w + 2) if i == 0 else "-" * (w + 1) + ":" for i, w in enumerate(widths)) + "|")
    return "\n".join(lines)


def heading(result):
    machine, corpus = result["machine"], result["corpus"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    text = (f"{result['when']}, {machine['cpu']}, {machine['cores']} cores, {machine['memory_gb']} GB, {machine['os']}; {versions}.\n"
            f"Corpus {corpus['folder']}: {corpus['files']:,} articles, {corpus['mb']:,} MB. "
            f"Load at the start: {machine['load_average']:.1f}. On a shared machine times are noisy; CPU seconds less so than wall seconds.")
    if corpus["peers_share"] < 1:
        text += (f"\nThe peers had {100 * corpus['peers_share']:.1f} % of the text; their CPU and wall seconds are scaled up, memory and "
                 "query times are as measured on that part (*).")
    return text


def index_table(result):
    rows = [["indexing", "CPU s", "wall s", "MB/CPU s", "peak MB", "index MB", "index / text"]]
    for name, r in result["index"].items():
        rows.append([name + (" *" if r["scaled"] else ""), f"{r['cpu_s']:.2f}", f"{r['wall_s']:.2f}", f"{r['mb_per_cpu_s']:.1f}",
                     f"{r['peak_mb']:.0f}", f"{r['index_mb']:.1f}", f"{r['ratio']:.2f}"])
    if result["unchanged"]:
        u = result["unchanged"]
        rows.append(["dateline-index, nothing changed", f"{u['cpu_s']:.2f}", f"{u['wall_s']:.2f}", "", "", "", ""])
    return table(rows)


def query_table(title, by_kind):
    names = list(dict.fromkeys(name for by_name in by_kind.values() for name in by_name))
    rows = [[title + ", ms: min / median / p99 / max", *names]]
    for kind, by_name in by_kind.items():
        cells = []
        for name in names:
            s = by_name.get(name)
            cells.append(" / ".join(f"{s[key]:.2f}" for key in ("min", "median", "p99", "max")) if s else "-")
        rows.append([kind, *cells])
    return table(rows)


def names_tables(names):
    """What --entities measured."""
    return costs(names) + "\n\n" + names_times(names)


def costs(names):
    share = f"{100 * names['cpu_share']:.0f} % more CPU" if names["cpu_share"] is not None else "CPU not compared"
    growth = f"{names['growth']:.3f} x the text" if "growth" in names else "not compared"
    return f"With names: {names['cpu_s']:.2f} CPU s, {share}; index {names['index_mb']:.1f} MB, growth {growth}."


def names_times(names):
    return (query_table("names, an index open, CPU", names["warm"]) + "\n\n"
            + query_table("names, whole processes, CPU", names["cold"]))


class Goals:
    """The table of what is wanted, row by row."""

    def __init__(self, result):
        self.result = result
        self.rows = [["goal", "wanted", "measured", "met"]]

    def add(self, what, wanted, measured, unit, met):
        shown = "not measured" if measured is None else f"{measured:.2f}{unit}"
        self.rows.append([what, wanted, shown, "-" if measured is None else "yes" if met(measured) else "NO"])

    def at_most(self, what, limit, measured, unit=""):
        self.add(what, f"<= {limit:g}{unit}", measured, unit, lambda value: value <= limit)

    def at_least(self, what, limit, measured, unit=""):
        self.add(what, f">= {limit:g}{unit}", measured, unit, lambda value: value >= limit)

    def index(self, name, key):
        return self.result["index"].get(name, {}).get(key)

    def warm(self, kind, key, name):
        series = self.result["warm"].get(kind, {}).get(name)
        return series[key] if series else None

    def ratio(self, above, below):
        return above / below if above is not None and below else None

    def add_indexing(self):
        one, two = "dateline-index --jobs 1", "dateline-index --jobs 2"
        cpu = self.index(one, "cpu_s")
        self.at_least("index CPU, omindex / dateline", 10, self.ratio(self.index("omindex, quest", "cpu_s"), cpu), " x")
        self.at_least("index, one worker, MB per CPU second", 10, self.index(one, "mb_per_cpu_s"), " MB/s")
        self.at_least("wall time, one worker / two", 1.7, self.ratio(self.index(one, "wall_s"), self.index(two, "wall_s")), " x")
        self.at_most("index / text, the text stored", 0.60, self.index(one, "ratio"))
        unchanged = self.result["unchanged"]
        scaled = unchanged and unchanged["cpu_s"] * 100000 / self.result["corpus"]["files"]
        self.at_most("nothing changed, CPU, scaled to 100,000 files", 2, scaled, " s")

    def add_queries(self):
        for name, counts in (("dateline-search --batch --exact", "exact counts"), ("dateline-search --batch", "default counts")):
            for kind in (ALL_SIMPLE, *SIMPLE_KINDS):
                self.at_most(f"warm {kind}, median, {counts}", 0.6, self.warm(kind, "median", name), " ms")
            self.at_most(f"warm phrase, common, median, {counts}", 5, self.warm("phrase, common", "median", name), " ms")
            for phrase in HARD_PHRASES:
                kind = f'phrase "{phrase}"'
                self.at_most(f"warm {kind}, worst, {counts}", 100, self.warm(kind, "max", name), " ms")
        for kind, limit in OPERATOR_GOALS.items():
            self.at_most(f"warm {kind}, median", limit, self.warm(kind, "median", "dateline-search --batch"), " ms")
        for kind in (NEVER_MEET, LONG_NEVER_MEETS):
            self.at_most(f"warm {kind}, worst", 150, self.warm(kind, "max", "dateline-search --batch"), " ms")
        concordance = self.result["concordance"]
        scaled = concordance and concordance["lines"] and concordance["wall_s"] * 10000 / concordance["lines"]
        self.at_most("concordance, scaled to 10,000 lines", 1, scaled or None, " s")
        medians = [s["median"] for by_name in self.result["cold"].values()
                   for name, s in by_name.items() if name.startswith("dateline")]
        self.at_most("cold process, median of all kinds", 6, sorted(medians)[len(medians) // 2] if medians else None, " ms")

    def add_names(self):
        names = self.result.get("names")
        if not names:
            return
        if "cpu_s" in names:
            self.at_most("index growth by names / text", 0.05, names.get("growth"))
            self.at_most("CPU added by names / the rest", 1, names["cpu_share"])
        for kind, by_name in names["warm"].items():
            median = by_name["one program"]["median"]
            if kind.startswith("filter"):
                self.at_most(f"{kind}, median CPU", 1, median, " ms")
            elif kind.startswith("facets"):
                self.at_most(f"{kind}, median CPU", 20 if matches_of(kind) <= 100000 else 500, median, " ms")
            elif kind.startswith("page"):
                self.at_most(f"{kind}, median CPU", 100, median, " ms")
            elif kind.startswith("first query"):
                self.at_most(f"{kind}, median CPU", 10, median, " ms")


def matches_of(kind):
    """"facets of three kinds over 4000 matches" -> 4000"""
    return int(kind.split()[-2])


def goals_table(result):
    goals = Goals(result)
    goals.add_indexing()
    goals.add_queries()
    goals.add_names()
    return (table(goals.rows) + "\n\nPeak memory for a million articles: scripts/bench --memory-test. The goals for queries are "
            f"for 100,000 articles; this corpus has {result['corpus']['files']:,}.")


def names_report(names, with_goals):
    """Of --names-of."""
    goals = Goals({"names": names})
    goals.add_names()
    return names_times(names) + ("\n\n" + table(goals.rows) if with_goals else "")


def as_markdown(result, with_goals):
    cold = {kind: {name.split(" --")[0].replace("dateline-index", "dateline-search"): s for name, s in by_name.items()}
            for kind, by_name in result["cold"].items()}
    parts = [heading(result), index_table(result), query_table("cold process", cold),
             f"A process that does nothing takes {result['empty_process_ms']:.2f} ms to start and end.",
             query_table("warm", result["warm"])]
    if result["concordance"]:
        parts.append("Concordance of \"{word}\": {lines:,} lines, {wall_s:.2f} s.".format(**result["concordance"]))
    if result.get("names"):
        parts.append(names_tables(result["names"]))
    if with_goals:
        parts.append(goals_table(result))
    if result["failed"]:
        parts.append("FAILED:\n" + "\n".join(f"- {name}: {why}" for name, why in result["failed"].items()))
    return "\n\n".join(part for part in parts if part)
