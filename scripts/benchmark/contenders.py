"""The programs that are compared. Each makes an index of a folder and answers queries from it."""
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
RELEASE = ROOT / "build" / "release"


class Contender:
    """What they have in common. A query is a queries.Query; None as a command: cannot be asked."""
    name = ""
    is_peer = True
    accepted = (0,)  # exit statuses
    query_accepted = (0,)

    def environment(self, place):
        return None

    def prepare(self, folder, place):
        """Called before the measured command. `place` is an empty folder of the contender's own."""

    def index_command(self, folder, place):
        """Returns (command, standard input)."""
        raise NotImplementedError

    def index_path(self, place):
        return place / "index"

    def query_command(self, query, place):
        return None


class Dateline(Contender):
    is_peer = False
    accepted = (0, 1)  # 1: some articles failed
    query_accepted = (0, 1)  # 1: nothing found
    entities = "off"  # as the others have none

    def __init__(self, jobs, indexer=None, searcher=None):
        self.name = f"dateline-index --jobs {jobs}"
        self.jobs = jobs
        self.indexer = indexer or RELEASE / "indexer" / "dateline-index"
        self.searcher = searcher or RELEASE / "searcher" / "dateline-search"

    def index_command(self, folder, place):
        return [self.indexer, "-q", "--jobs", self.jobs, folder, "--index", self.index_path(place),
                "--entities", self.entities], None

    def query_command(self, query, place):
        command = [self.searcher, "--index", self.index_path(place), query.dateline]
        return command + (["--timeline", "month"] if query.timeline else ["--limit", "10", "--format", "jsonl"])

    def batch_command(self, place, exact):
        return [self.searcher, "--index", self.index_path(place), "--batch", "-"] + (["--exact"] if exact else [])


class Omindex(Contender):
    name = "omindex, quest"

    def index_command(self, folder, place):
        return ["omindex", "--db", self.index_path(place), "--url", "/", "--mime-type=txt:text/plain",
                "--stemmer=english", folder], None

    def query_command(self, query, place):
        if query.dates or query.timeline:
            return None  # quest has no ranges
        return ["quest", "-d", self.index_path(place), "-m", "10", "-s", "english", "-o", "and", query.words]


class Fts5(Contender):
    """Text stored, porter stems, one transaction, the header's date beside it."""
    name = "SQLite FTS5"

    def index_command(self, folder, place):
        quoted = str(folder).replace("'", "''")
        return ["sqlite3", self.index_path(place)], f"""
            PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
            CREATE VIRTUAL TABLE docs USING fts5(path UNINDEXED, date UNINDEXED, body, tokenize='porter unicode61');
            BEGIN;
            INSERT INTO docs SELECT name, substr(CAST(data AS TEXT), 7, 10), CAST(data AS TEXT)
              FROM fsdir('{quoted}') WHERE name LIKE '%.txt';
            COMMIT;"""

    @staticmethod
    def statements(query):
        """The count and the best ten, as the others give them."""
        where = []
        if query.words:
            where.append("docs MATCH '" + query.words.replace("'", "''") + "'")
        if query.dates:
            where.append(f"date BETWEEN '{query.dates[0]}' AND '{query.dates[1]}'")
        table = "FROM docs WHERE " + " AND ".join(where)
        if query.timeline:
            return [f"SELECT substr(date, 1, 7), count(*) {table} GROUP BY 1;"]
        order = "ORDER BY rank" if query.words else "ORDER BY date DESC"
        return [f"SELECT count(*) {table};", f"SELECT path {table} {order} LIMIT 10;"]

    def query_command(self, query, place):
        return ["sqlite3", self.index_path(place), " ".join(self.statements(query))]


class Recoll(Contender):
    name = "recollindex, recollq"

    def environment(self, place):
        return {**os.environ, "HOME": str(place), "XDG_CONFIG_HOME": str(place / "config")}

    def prepare(self, folder, place):
        (place / "recoll").mkdir()
        (place / "recoll" / "recoll.conf").write_text(
            f"topdirs = {folder}\ndbdir = {self.index_path(place)}\nindexstemminglanguages = english\n"
            "skippedPaths =\nloglevel = 1\nidxabsmlen = 250\n", encoding="utf-8")

    def index_command(self, folder, place):
        return ["recollindex", "-c", place / "recoll", "-z"], None

    def query_command(self, query, place):
        if query.dates or query.timeline:
            return None  # its dates are those of the files
        words = query.words.replace(" NOT ", " -")
        return ["recollq", "-c", place / "recoll", "-n", "10", "-S", "relevancyrating", words]


PEERS = {"omindex": Omindex, "fts5": Fts5, "recoll": Recoll}
