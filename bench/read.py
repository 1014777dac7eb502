#!/usr/bin/env python3
"""Speed of the whole cascade, from bytes to JSON, beside peers in the same run: read.py PROGRAM SHARED [--peers]

The text is varied (every report and all prose once, never one text repeated). Figures are ratios against `wc -w` and
against the peers; absolute numbers drift with the machine. Peers come from npm into build/bench/.
"""
import json, os, pathlib, resource, subprocess, sys, tempfile, time

program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
root = pathlib.Path(__file__).resolve().parent.parent
one_core = ["taskset", "-c", "1"]


def varied():
    texts = [path.read_bytes() for path in sorted((shared / "corpus" / "dev").glob("en-*.txt"))]
    texts += [path.read_bytes() for path in (shared / "corpus" / "seed").glob("*.txt")]
    texts += [path.read_bytes() for path in sorted((shared / "data" / "prose").glob("*.txt"))]
    return b"\n\n".join(texts)


def seconds(command, times=5):
    best = 1e9
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        best = min(best, time.perf_counter() - start)
    return best


def peak_kilobytes(command):
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execvp(command[0], command)
    return os.wait4(pid, 0)[2].ru_maxrss


def peers(path):
    folder = root / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "wink-nlp", "wink-eng-lite-web-model", "chrono-node", "compromise"], check=True)
    scripts = {
        "wink-nlp (tokens, sentences, dates)": "const n=require('wink-nlp')(require('wink-eng-lite-web-model'),['sbd','ner']);for(const p of t.split('\\n\\n'))n.readDoc(p).entities().out()",
        "chrono-node (dates only)": "const c=require('chrono-node');for(const p of t.split('\\n\\n'))c.parse(p)",
        "compromise (people)": "const c=require('compromise');for(const p of t.slice(0,200000).split('\\n\\n'))c(p).people().out('array')",
    }
    results = {}
    for name, body in scripts.items():
        code = f"const t=require('fs').readFileSync({json.dumps(path)},'utf8');const s=process.hrtime.bigint();{body};console.log(Number(process.hrtime.bigint()-s)/1e9)"
        out = subprocess.run([*one_core, "node", "-e", code], cwd=folder, capture_output=True, text=True)
        size = 200000 if "slice" in body else os.path.getsize(path)
        if out.returncode == 0:
            results[name] = size / 1e6 / float(out.stdout)
    return results


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "varied.txt")
    data = varied()
    open(path, "wb").write(data)
    size = len(data) / 1e6
    figures = {"text_mb": size, "wc_w_mb_s": size / seconds([*one_core, "wc", "-w", path])}
    figures["read_mb_s"] = size / seconds([*one_core, program, "read", path, "--format", "jsonl"])
    many = [os.path.join(folder, f"part{i}.txt") for i in range(64)]
    step = len(data) // 64
    for i, name in enumerate(many):
        open(name, "wb").write(data[i * step:(i + 1) * step].decode("utf8", "ignore").encode())
    figures["jobs_2_speedup"] = seconds([program, "read", *many, "--format", "jsonl"]) / seconds([program, "read", *many, "--format", "jsonl", "--jobs", "2"])
    tiny = os.path.join(folder, "tiny.txt")
    open(tiny, "w").write("Rashid Karimov was arrested on 3 May 2021.\n")
    figures["start_ms"] = 1000 * seconds([program, "read", tiny, "--format", "jsonl"], 20)
    for megabytes in (1, 32, 128):
        long = os.path.join(folder, "long.txt")
        with open(long, "wb") as out:
            while out.tell() < megabytes * 1_000_000:
                out.write(data + b"\n\n")
        command = [program, "read", long, "--format", "jsonl"]
        figures[f"peak_mb_for_{megabytes}_mb"] = peak_kilobytes(command) / 1024
        if megabytes <= 32:
            figures[f"mb_s_at_{megabytes}_mb"] = os.path.getsize(long) / 1e6 / seconds([*one_core, *command], 1)
    hard = {"one line of 50 MB": b"abc def " * 6_250_000, "a million names": b"Ali Aliyev, " * 1_000_000, "nested quotes": "“".encode() * 200_000, "no full stops": b"he was arrested and " * 200_000}
    for name, text in hard.items():
        open(long, "wb").write(text)
        figures["mb_s: " + name] = len(text) / 1e6 / seconds([*one_core, program, "read", long, "--format", "jsonl"], 1)
    if "--peers" in sys.argv:
        figures["peers_mb_s"] = peers(path)
print(json.dumps(figures, indent=1))
