#!/usr/bin/env python3
"""Draws docs/growth.svg, how the cost of a delivery grows with the room, from results.json."""
import json
import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
SIZES = [10, 30, 100, 300, 1000, 3000, 10000]
SERVERS = {"parley": "#0b6e4f", "redis": "#c0392b", "nats": "#8e44ad", "floor": "#555555"}
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 380, 70, 50, 110, 50


def main():
    results = json.loads((HERE / "results.json").read_text())
    series = {
        server: [(size, results[f"flood-{size}"][server]["cpu_us"]) for size in SIZES
                 if (results.get(f"flood-{size}") or {}).get(server)]
        for server in SERVERS
    }
    top = math.ceil(max(y for points in series.values() for _, y in points) * 10) / 10

    def x(size):
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log10(size / SIZES[0]) / math.log10(SIZES[-1] / SIZES[0])

    def y(value):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
           f'<text x="{LEFT}" y="24" font-size="15">Server CPU per delivered message (µs) by members of one room, flood of 64-byte messages</text>']
    for i in range(5):
        value = top * i / 4
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.2f}</text>')
    for size in SIZES:
        out.append(f'<text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">members</text>')
    for server, points in series.items():
        if not points:
            continue
        path = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{SERVERS[server]}" stroke-width="2.5"/>')
        out += [f'<circle cx="{x(s):.1f}" cy="{y(v):.1f}" r="3.5" fill="{SERVERS[server]}"/>' for s, v in points]
        out.append(f'<text x="{x(points[-1][0]) + 10:.1f}" y="{y(points[-1][1]) + 4:.1f}" fill="{SERVERS[server]}">{server}</text>')
    out.append("</svg>")
    (HERE.parent / "growth.svg").write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
