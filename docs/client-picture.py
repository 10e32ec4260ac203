#!/usr/bin/env python3
"""Makes docs/client.svg from a real session: a server, three people, one window of tmux.

Needs Python 3.8, tmux, Java and target/parley.jar. Run it in the project's directory:

    python3 docs/client-picture.py
"""

import html
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

JAR = "target/parley.jar"
COLUMNS, ROWS = 76, 15
CELL_WIDTH, CELL_HEIGHT, MARGIN = 8.4, 19, 14
FOREGROUND, BACKGROUND = "#d0d0d0", "#1c1c1c"


def main():
    directory = tempfile.mkdtemp()
    server = subprocess.Popen(
        ["java", "-jar", JAR, "--listen", "lines:127.0.0.1:0", "--store", "none"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    port = server.stdout.readline().rsplit(":", 1)[1].strip()
    window = Window(os.path.join(directory, "tmux"))
    try:
        screen = session(window, port)
    finally:
        window.tmux("kill-server")
        server.terminate()
    with open("docs/client.svg", "w", encoding="utf-8") as picture:
        picture.write(svg(screen))


def session(window, port):
    """What is on alice's screen in the end, with tmux's colour codes."""
    window.tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS),
                f"java -jar {JAR} chat alice@127.0.0.1:{port}")
    window.wait_for("lobby alice> ")
    bob, carol = Person("bob", port), Person("carol", port)
    bob.says("good morning!")
    window.wait_for("good morning")
    window.types("hello bob, did it build?", "Enter")
    window.wait_for("did it build")
    bob.says("first try, on 17 and on 25")
    carol.says("大家好！文字的宽度也没有问题 👍 and words that do not fit are wrapped at a space")
    window.wait_for("at a space")
    bob.says("/me gets coffee")
    window.wait_for("gets coffee")
    carol.says("Alice, can you look at the listener?")
    window.wait_for("at the listener")
    bob.leaves()
    window.wait_for("bob has left")
    window.types("what I type stays whole while")
    window.wait_for("whole while")
    screen = window.screen()
    carol.leaves()
    return screen


class Person:
    """Somebody who uses the client in a pipe."""

    def __init__(self, name, port):
        self.client = subprocess.Popen(
            ["java", "-jar", JAR, "chat", "--for", "0s", f"{name}@127.0.0.1:{port}"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        while "you are in" not in self.client.stdout.readline():
            pass

    def says(self, line):
        self.client.stdin.write(line + "\n")
        self.client.stdin.flush()

    def leaves(self):
        self.client.communicate()


class Window:
    def __init__(self, socket):
        self.command = ["tmux", "-f", "/dev/null", "-S", socket]
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", TERM="xterm-256color")

    def tmux(self, *arguments):
        return subprocess.run(self.command + list(arguments), env=self.environment,
                              check=True, stdout=subprocess.PIPE).stdout.decode()

    def types(self, *keys):
        for each in keys:
            self.tmux("send-keys", each)

    def wait_for(self, text):
        for _ in range(600):
            if text in self.tmux("capture-pane", "-p", "-J"):
                return
            time.sleep(0.05)
        sys.exit(f"the window never showed {text!r}:\n{self.screen()}")

    def screen(self):
        return self.tmux("capture-pane", "-p", "-e")


def svg(screen):
    rows = screen.rstrip("\n").split("\n")
    width = COLUMNS * CELL_WIDTH + 2 * MARGIN
    height = len(rows) * CELL_HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-size="14" '
        'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', '
        '\'Noto Sans Mono CJK SC\', monospace">',
        "<title>A session of the parley client</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>',
    ]
    style = {}
    for number, row in enumerate(rows):
        column = 0
        for run in re.split("(\033\\[[0-9;]*m)", row):
            if run.startswith("\033["):
                style = change(style, [int(code or 0) for code in run[2:-1].split(";")])
            elif run:
                parts.extend(text(run, column, number, style))
                column += columns(run)
    return "\n".join(parts + ["</svg>", ""])


def text(run, column, row, style):
    x, y = MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT
    length = columns(run) * CELL_WIDTH
    fill = style.get("fill", FOREGROUND)
    if style.get("inverse"):
        yield (f'<rect x="{x:.1f}" y="{y:.1f}" width="{length:.1f}" height="{CELL_HEIGHT}" '
               f'fill="{fill}"/>')
        fill = BACKGROUND
    if run.strip():
        weight = ' font-weight="bold"' if style.get("bold") else ""
        opacity = ' opacity="0.6"' if style.get("faint") else ""
        yield (f'<text xml:space="preserve" x="{x:.1f}" y="{y + 14:.1f}" fill="{fill}"'
               f'{weight}{opacity} textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs">'
               f'{html.escape(run)}</text>')


def change(style, codes):
    style = dict(style)
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = {}
        elif code in (1, 2, 7):
            style[{1: "bold", 2: "faint", 7: "inverse"}[code]] = True
        elif code == 38 and codes[:1] == [5]:
            style["fill"] = colour(codes[1])
            del codes[:2]
        elif code == 39:
            style.pop("fill", None)
    return style


def colour(number):
    """A colour of the cube of 256-colour terminals."""
    steps = [0, 95, 135, 175, 215, 255]
    cube = number - 16
    return "#%02x%02x%02x" % (steps[cube // 36], steps[cube // 6 % 6], steps[cube % 6])


def columns(run):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in run)


if __name__ == "__main__":
    main()
