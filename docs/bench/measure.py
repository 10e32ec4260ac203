#!/usr/bin/env python3
"""Measures parley beside the floor and other servers, and prints a table.

Needs gcc, a built target/parley.jar and, for the rows that name them, Debian's redis-server,
nats-server, ngircd and inspircd. Servers listen on loopback only, are started here and stopped here.
Each figure is the median of the last three rounds; the rounds of one row run one server after another.
What was measured is kept in docs/bench/results.json, from which plot.py draws.
"""
import argparse
import json
import os
import pathlib
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JAR = ROOT / "target" / "parley.jar"
WORK = pathlib.Path(tempfile.mkdtemp(prefix="parley-bench-"))
NETTY = "4.2.20.Final"
BEFORE = None


def build():
    for name in ("fanout", "floor"):
        subprocess.run(["gcc", "-O2", "-w", "-o", WORK / name, HERE / f"{name}.c"], check=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def netty_class_path():
    if not (WORK / "netty").exists():
        modules = ["common", "buffer", "transport", "codec-base", "handler", "resolver", "transport-native-unix-common"]
        for module in modules:
            subprocess.run(
                ["mvn", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
                 f"-Dartifact=io.netty:netty-{module}:{NETTY}", f"-DoutputDirectory={WORK / 'netty'}"],
                check=True, cwd=WORK)
    return str(WORK / "netty" / "*")


def listen_option(jar):
    """What the option is called by this jar: --door until 2026-11-29."""
    given = subprocess.run(["java", "-jar", str(jar), "--help"], capture_output=True, text=True, check=True).stdout
    return "--listen" if "--listen" in given else "--door"


def command(server, port):
    """How a server is started, and what fanout needs to speak to it."""
    options = ["--set", "parley.log-level=warn", "--set", "parley.limits.posts-per-second=0"]
    jar = BEFORE if server == "parley-before" else JAR
    java = ["java", f"@{ROOT / 'conf' / 'jvm.options'}", "-jar", str(jar), *options]
    if server == "floor":
        return [WORK / "floor", str(port)], []
    if server in ("parley", "parley-before"):
        return java + [listen_option(jar), f"lines:{port}"], ["--prelude", "n%d\\n"]
    if server == "parley-patient":
        return (java + ["--set", "parley.session.stuck-after=0 s", "--listen", f"lines:{port}"], ["--prelude", "n%d\\n"])
    if server == "parley-rooms":
        return java + ["--listen", f"lines:{port}"], ["--prelude", "n%d\\n/join r%d\\n"]
    if server == "parley-plain":
        return ["java", "-jar", str(JAR), *options, "--listen", f"lines:{port}"], ["--prelude", "n%d\\n"]
    if server == "parley-raw":
        return java + ["--listen", f"raw:{port}"], []
    if server == "netty":
        return ["java", "-XX:+UseParallelGC", "-cp", netty_class_path(), str(HERE / "NettyBroadcast.java"), str(port)], []
    if server == "redis":
        return (["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--maxclients", "20000",
                 "--tcp-backlog", "4096", "--client-output-buffer-limit", "pubsub 0 0 0"], ["--proto", "redis"])
    if server == "nats":
        return ["nats-server", "-a", "127.0.0.1", "-p", str(port)], ["--proto", "nats"]
    if server == "ngircd":
        config = WORK / "ngircd.conf"
        config.write_text(f"""[Global]
Name = irc.example.net
Info = bench
Listen = 127.0.0.1
Ports = {port}
MotdPhrase = hi
ServerUID = {os.getuid()}
[Limits]
MaxConnections = 0
MaxConnectionsIP = 0
MaxJoins = 10
MaxPenaltyTime = 0
[Options]
DNS = no
Ident = no
PAM = no
""")
        return ["ngircd", "-n", "-f", str(config)], ["--proto", "irc"]
    if server == "inspircd":
        config = WORK / "inspircd.conf"
        config.write_text(f"""<server name="irc.example.net" description="bench" network="bench">
<admin name="a" nick="a" email="a@example.net">
<bind address="127.0.0.1" port="{port}" type="clients">
<connect allow="*" timeout="60" pingfreq="600" hardsendq="100M" softsendq="50M" recvq="1M" threshold="1000000" commandrate="1000000000"
 fakelag="no" localmax="20000" globalmax="20000" maxchans="20" resolvehostnames="no" useident="no" limit="20000" maxconnwarn="no">
<performance softlimit="20000" somaxconn="4096" quietbursts="yes">
<pid file="{WORK}/inspircd.pid">
<options allowzerolimit="yes">
<log method="file" type="* -USERINPUT -USEROUTPUT" level="sparse" target="{WORK}/inspircd.log">
<files motd="/etc/inspircd/inspircd.motd">
""")
        return ["inspircd", "--nofork", "--runasroot", "--config", str(config)], ["--proto", "irc"]
    raise ValueError(server)


def wait_for(port, process):
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("the server ended at once")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server does not listen")


def measure(server, arguments):
    port = free_port()
    start, speak = command(server, port)
    with open(WORK / f"{server}.log", "w") as log:
        process = subprocess.Popen([str(c) for c in start], stdout=log, stderr=log, cwd=WORK,
                                   env=dict(os.environ, PARLEY_STORE="none"))
    try:
        wait_for(port, process)
        time.sleep(0.5)
        run = subprocess.run(
            [str(WORK / "fanout"), "--port", str(port), "--pid", str(process.pid), *speak, *arguments],
            capture_output=True, text=True, timeout=300)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    rounds = [dict(p.split("=", 1) for p in line.split() if "=" in p) for line in run.stdout.splitlines()]
    last = rounds[-3:]
    if not last or run.returncode not in (0, 3):
        print(f"  {server}: failed ({run.returncode}) {run.stderr.strip()[:200]}", flush=True)
        return None

    def median(key):
        return statistics.median(float(r[key]) for r in last)

    clients = int(last[0]["clients"])
    result = {
        "deliveries_per_s": median("deliveries_per_s"),
        "cpu_us": median("cpu_us_per_delivery"),
        "p50_us": median("p50_us"),
        "p99_us": median("p99_us"),
        "lost": sum(int(r["lost"]) for r in rounds),
        "misordered": sum(int(r["misordered"]) for r in rounds),
        "join_s": float(last[0]["join_s"]),
        "kb_per_member": (int(last[0]["rss_kb_joined"]) - int(last[0]["rss_kb_before"])) / clients,
    }
    if "--stuck" in arguments:
        # How many of the stuck ones took nothing more, by the socket: all, or it was something else that was measured.
        result["full"] = min(int(r["full"]) for r in last)
    print(f"  {server}: " + ", ".join(f"{k}={v:.4g}" for k, v in result.items()), flush=True)
    return result


def flood(clients, messages, rounds=8, *more):
    return ["--clients", str(clients), "--messages", str(messages), "--rounds", str(rounds), "--hold", "2", *more]


def stuck(clients):
    return ["--clients", "1000", "--stuck", str(clients), "--fill", "12", "--rate", "20", "--messages", "80", "--rounds", "8", "--hold", "2"]


# Servers that would need minutes for what others do in a second are given fewer messages.
FEWER = {"netty": 40, "ngircd": 10, "inspircd": 5, "nats": 4}


def fewer(server, arguments):
    at = arguments.index("--messages") + 1
    few = max(int(arguments[at]) // FEWER.get(server, 1), 60)
    return arguments if "--rate" in arguments else [*arguments[:at], str(few), *arguments[at + 1:]]


ALL = ["floor", "parley", "redis", "nats", "ngircd", "inspircd", "netty"]
CURVE = ["floor", "parley", "redis", "nats"]
PACED = ["floor", "parley", "redis", "nats", "netty"]
ROWS = {
    "flood-100": (ALL, flood(100, 100000)),
    "flood-1000": (ALL, flood(1000, 8000)),
    "flood-10000": (CURVE, flood(10000, 600, 8)),
    "senders-50": (["floor", "parley"], flood(1000, 8000, 8, "--senders", "50")),
    "paced-1000": (PACED, ["--clients", "1000", "--rate", "20", "--messages", "80", "--rounds", "8", "--hold", "2"]),
    "paced-100": (PACED, ["--clients", "100", "--rate", "500", "--messages", "2000", "--rounds", "8", "--hold", "2"]),
    **{f"stuck-{n}": (["parley-patient"], stuck(n)) for n in (0, 1, 10, 100)},
    "raw-16k": (["floor", "parley-raw"], flood(1000, 200, 8, "--size", "16384")),
    "rooms-1000": (["parley-rooms"], flood(10000, 400000, 8, "--rooms", "1000")),
    "no-flags": (["parley", "parley-plain"], flood(1000, 8000)),
    "flood-10": (CURVE, flood(10, 400000)),
    "flood-30": (CURVE, flood(30, 200000)),
    "flood-300": (CURVE, flood(300, 24000)),
    "flood-3000": (CURVE, flood(3000, 2000)),
}


def arguments_given():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog="\n".join(__doc__.splitlines()[2:]),
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--servers", metavar="A,B", type=lambda names: names.split(","),
                        help="only these, where a row has them: " + ", ".join(sorted({s for r in ROWS.values() for s in r[0]})))
    parser.add_argument("--against", metavar="JAR", type=pathlib.Path,
                        help="also measures another parley.jar wherever parley is, as parley-before; not kept")
    parser.add_argument("rows", metavar="ROW", nargs="*", help="all when none is given: " + ", ".join(ROWS))
    given = parser.parse_args()
    unknown = [row for row in given.rows if row not in ROWS]
    if unknown:
        parser.error(f"there is no row {unknown[0]}; --help lists them")
    for jar in [JAR, *([given.against] if given.against else [])]:
        if not jar.exists():
            parser.error(f"there is no {jar}; mvn -q -DskipTests package builds target/parley.jar")
    return given


def servers_of(row, given):
    servers = [server for server in ROWS[row][0] if not given.servers or server in given.servers]
    return [each for server in servers
            for each in ([server, "parley-before"] if given.against and server == "parley" else [server])]


def main():
    global BEFORE
    given = arguments_given()
    BEFORE = given.against.resolve() if given.against else None
    rows = given.rows or list(ROWS)
    build()
    kept = HERE / "results.json"
    results = json.loads(kept.read_text()) if kept.exists() else {}
    measured = {}
    for row in rows:
        arguments = ROWS[row][1]
        print(f"{row}: fanout {' '.join(arguments)}", flush=True)
        measured[row] = {server: measure(server, fewer(server, arguments)) for server in servers_of(row, given)}
        results.setdefault(row, {}).update(measured[row])
        kept.write_text(json.dumps({row: {server: r for server, r in servers.items() if server != "parley-before"}
                                    for row, servers in results.items()}, indent=1, sort_keys=True) + "\n")
    for row in rows:
        first = measured[row].get(ROWS[row][0][0])
        for server, r in measured[row].items():
            if r and first:
                print(f"| {row} | {server} | {r['deliveries_per_s'] / 1e6:.2f} M | "
                      f"{r['deliveries_per_s'] / first['deliveries_per_s']:.2f} | {r['cpu_us']:.2f} | "
                      f"{r['cpu_us'] / first['cpu_us']:.2f} | {r['p50_us'] / 1e3:.2f} | {r['p99_us'] / 1e3:.2f} | {r['lost']} |")


if __name__ == "__main__":
    main()
