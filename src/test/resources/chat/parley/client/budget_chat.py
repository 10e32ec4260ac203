"""A Budget Chat server (Protohackers, problem 3), written for the client's test alone.

Listens on a free port of 127.0.0.1, prints the port, and serves until its standard input ends.
"""

import re
import socketserver
import sys
import threading

lock = threading.Lock()
members = {}


def tell_others(line, but):
    for name, connection in members.items():
        if name != but:
            connection.wfile.write((line + "\n").encode())


class Connection(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"Welcome to budgetchat! What shall I call you?\n")
        name = self.rfile.readline().decode().strip()
        if not re.fullmatch("[A-Za-z0-9]{1,16}", name):
            self.wfile.write(b"That is no name for this server.\n")
            return
        with lock:
            self.wfile.write(f"* The room contains: {', '.join(members)}\n".encode())
            members[name] = self
            tell_others(f"* {name} has entered the room", but=name)
        try:
            for line in self.rfile:
                with lock:
                    tell_others(f"[{name}] {line.decode().rstrip()}", but=name)
        finally:
            with lock:
                del members[name]
                tell_others(f"* {name} has left the room", but=name)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Connection) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
