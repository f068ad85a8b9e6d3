"""Chooses queries from a corpus itself, by how many articles have a word. Deterministic."""
import collections
import os
import pathlib
import re
import zlib
from dataclasses import dataclass

MOST_LOOKED_AT = 2000
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
HEADER = re.compile(r"\s*date:?\s+(\d{4})-(\d\d)-(\d\d)", re.IGNORECASE)
HARD_PHRASES = ("the company said", "state of emergency", "to be or not to be")
COMMON_PHRASES = ("prime minister", "interest rates")
SIMPLE_KINDS = ("word, rare", "word, mid", "word, common", "AND", "date, month", "date, year", "date, range",
                "word and date")
ALL_SIMPLE = "all of word, AND, date"
NEVER_MEET = "common words that never meet"
LONG_NEVER_MEETS = NEVER_MEET + ", one long"
CONCORDANCE_ARTICLES = 6000  # that have the word of a concordance: some 10,000 times
A_KIND = 10  # queries of a kind
HARD_WORDS = 100  # the commonest
LONG_WORD = 6  # letters


@dataclass
class Query:
    kind: str
    words: str = ""  # in the syntax that all contenders share
    dates: tuple = ()  # first and last day
    dateline_dates: str = ""  # the same as Dateline writes it
    timeline: bool = False
    is_shared: bool = True  # False: only Dateline has the operator

    @property
    def dateline(self):
        return " ".join(part for part in (self.words, self.dateline_dates) if part)


def text_files(folder):
    found = []
    for path, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(path, name) for name in sorted(names) if name.endswith(".txt")]
    return found


def read_words(name):
    """The header with the date, or none, and the words behind it."""
    text = pathlib.Path(name).read_text(encoding="utf-8", errors="replace")
    header = HEADER.match(text)
    return header, WORD.findall(text[header.end() if header else 0:].lower())


@dataclass
class Sample:
    """What is looked at of a corpus to choose queries."""
    texts: list  # the words of each article
    words: collections.Counter  # in how many of them each word is
    pairs: collections.Counter  # the same of adjacent pairs of long words
    months: collections.Counter  # articles of each
    folders: collections.Counter  # likewise; the last two parts of their paths
    share: float  # of all articles


def look_at(files):
    sample = Sample([], *(collections.Counter() for _ in range(4)), 0)
    for name in files[::max(1, len(files) // MOST_LOOKED_AT)]:
        header, tokens = read_words(name)
        sample.folders["/".join(pathlib.Path(name).parent.parts[-2:])] += 1
        sample.texts.append(tokens)
        if header:
            sample.months[header[1] + "-" + header[2]] += 1
        sample.words.update(set(tokens))
        sample.pairs.update({a + " " + b for a, b in zip(tokens, tokens[1:])
                             if is_plain(a) and len(b) > 4 and is_plain(b)})
    sample.share = len(sample.texts) / len(files)
    return sample


def nearest(counter, wanted, number, usable=lambda term: True):
    """The terms whose count is nearest to the wanted one; of equals not just those with an a."""
    ranked = sorted((abs(n - wanted), zlib.crc32(term.encode()), term) for term, n in counter.items() if usable(term))
    return [term for _, _, term in ranked[:number]]


def is_plain(word):
    return len(word) >= 4 and word.isascii() and word.isalpha()


def month_range(month):
    return (month + "-01", month + "-31")


def operators(mid, common, never_meet, long_never_meet):
    """What only Dateline can be asked: distances, sentences, leads, frequencies, patterns, and the hardest of them."""
    both = list(zip(mid, common))
    kinds = {
        "distance": [f"{a} w/5 {b}" for a, b in both],
        "distance, common words": [f"{a} w/3 {b}" for a, b in zip(common, common[1:] + common[:1])],
        "not within a distance": [f"{a} not w/5 {b}" for a, b in both],
        "sentence": [f"{a} w/s {b}" for a, b in both],
        "lead": [f"lead({a})" for a in mid[:A_KIND]],
        "lead, common words": [f"lead({b})" for b in common],
        "atleast": [f"atleast3({a})" for a in mid[:A_KIND]],
        "prefix": [a[:max(4, len(a) - 2)] + "*" for a in mid[:A_KIND]],
        "infix": [f"*{a[1:]}*" for a in mid[:A_KIND]],
        "fuzzy": [a + "~2" for a in mid[:A_KIND]],
        NEVER_MEET: [f"{a} PRE/1 {b}" for a, b in never_meet],
        LONG_NEVER_MEETS: [f"{a} PRE/1 {b}" for a, b in long_never_meet],
    }
    return not_shared(kinds)


def not_shared(kinds):
    return [Query(kind, text, is_shared=False) for kind, texts in kinds.items() for text in texts]


def choose(sample):
    words, count = sample.words, len(sample.texts)
    rare = nearest(words, max(2, count // 1000), A_KIND, is_plain)
    mid = nearest(words, count // 30, 2 * A_KIND, is_plain)
    common = nearest(words, count * 2 // 5, A_KIND, is_plain)
    phrases = list(COMMON_PHRASES) + [pair for pair, _ in sample.pairs.most_common(A_KIND - len(COMMON_PHRASES))]
    queries = [Query("word, rare", word) for word in rare]
    queries += [Query("word, mid", word) for word in mid[:A_KIND]]
    queries += [Query("word, common", word) for word in common]
    queries += [Query("AND", f"{a} {b}") for a, b in zip(mid, common)]
    queries += [Query("OR", f"{a} OR {b}") for a, b in zip(mid, mid[A_KIND:])]
    queries += [Query("NOT", f"{b} NOT {a}") for a, b in zip(mid, common)]
    queries += [Query("phrase, common", f'"{phrase}"') for phrase in phrases]
    queries += [Query(f'phrase "{phrase}"', f'"{phrase}"') for phrase in HARD_PHRASES]
    queries += dated(sample.months, mid) + filtered(sample.folders, mid)
    return queries + operators(mid, common, *words_that_never_meet(sample))


def words_that_never_meet(sample):
    """Of the commonest words the pairs that stand nowhere next to each other in what is looked at, those first that most
    articles may have both of; and the same for long words, each with the commonest other it never meets. Long ones are
    what the articles are about: an index cannot have a table of them all beforehand."""
    words = sample.words
    commonest = {word for word, _ in words.most_common(HARD_WORDS)}
    meeting = {(a, b) for tokens in sample.texts for a, b in zip(tokens, tokens[1:]) if a in commonest and b in commonest}
    apart = [(a, b) for a in commonest for b in commonest if a != b and (a, b) not in meeting]
    apart.sort(key=lambda pair: (-words[pair[0]] * words[pair[1]], pair))
    of_long = {}
    for pair in apart:
        longest = max(pair, key=len)
        if len(longest) >= LONG_WORD:
            of_long.setdefault(longest, pair)
    return apart[:A_KIND], list(of_long.values())[:A_KIND]


def concordance_word(sample):
    return nearest(sample.words, CONCORDANCE_ARTICLES * sample.share, 1, is_plain)[0]


def dated(months, mid):
    by_count = [month for month, _ in months.most_common(A_KIND)]
    years = sorted({month[:4] for month in by_count})
    queries = [Query("date, month", "", month_range(m), f"date:{m}") for m in by_count]
    queries += [Query("date, year", "", (f"{y}-01-01", f"{y}-12-31"), f"date:{y}") for y in years]
    queries += [Query("date, range", "", (f"{m}-05", f"{int(m[:4]) + 1}-03-18"),
                      f"date:{m}-05..{int(m[:4]) + 1}-03-18") for m in by_count]
    queries += [Query("word and date", word, month_range(m), f"date:{m}") for word, m in zip(mid, by_count)]
    return queries


def filtered(folders, mid):
    """What only Dateline has fields for."""
    lengths = ("wc>500", "wc<300", "wc:200..800")
    kinds = {
        "path": [f'path:"{folder}/"' for folder, _ in folders.most_common(A_KIND)],
        "word and path": [f'{a} path:"{folder}/"' for a, (folder, _) in zip(mid, folders.most_common(A_KIND))],
        "length": lengths,
        "word and length": [f"{a} {lengths[i % len(lengths)]}" for i, a in enumerate(mid[:A_KIND])],
        "URL": ["url:nowhere.example"],
    }
    return not_shared(kinds)


def timelines(queries):
    return [Query("timeline, month", q.words, timeline=True) for q in queries if q.kind == "word, mid"][:A_KIND]
