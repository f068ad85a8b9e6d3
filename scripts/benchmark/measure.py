"""Runs programs and measures them: CPU and wall seconds, peak memory. Knows nothing of what they do."""
import os
import pathlib
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Usage:
    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_mb: float = 0.0  # 20 MB at least: the kernel counts the interpreter that started the program
    status: int = 0
    output: str = ""
    errors: str = ""


def run(command, stdin=None, env=None, keep_output=False):
    """Runs a program to its end; CPU and memory include the programs that it ran itself."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
        if stdin is not None:
            given.write(stdin.encode())
            given.seek(0)
        begin = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdin=given, env=env, stderr=err,
                                   stdout=out if keep_output else subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode, *texts)


def folder_bytes(folder):
    path = pathlib.Path(folder)
    return path.stat().st_size if path.is_file() else sum(f.stat().st_size for f in path.rglob("*") if f.is_file())


def spread(values):
    """What is reported of a series of measurements."""
    ordered = sorted(values)
    if not ordered:
        return None
    return {"n": len(ordered), "min": ordered[0], "median": statistics.median(ordered),
            "p99": ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], "max": ordered[-1]}


def machine():
    def first_line(path, start):
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            if line.startswith(start):
                return line[len(start):].strip(' \t:="')
        return "unknown"

    packages = ["xapian-omega", "xapian-tools", "libxapian30", "sqlite3", "recollcmd"]
    listed = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *packages], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return {"cpu": first_line("/proc/cpuinfo", "model name"), "cores": os.cpu_count(),
            "memory_gb": round(int(first_line("/proc/meminfo", "MemTotal").split()[0]) / 1e6, 1),
            "os": first_line("/etc/os-release", "PRETTY_NAME"), "load_average": os.getloadavg()[0],
            "versions": dict(line.split() for line in listed.splitlines() if len(line.split()) == 2)}
