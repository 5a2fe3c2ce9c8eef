#!/usr/bin/env python3
"""A small HTTP server for the tests of failover: server.py HOST PORT PROGRAM

It answers every request with the text of the file PROGRAM. One that contains "broken" answers 503 on /health. On
SIGTERM it ends what it began, as a Ballerina program does.
"""
import http.server
import signal
import sys
import threading


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    text = b""

    def answer(self):
        length = int(self.headers.get("Content-Length", 0))
        self.rfile.read(length)
        broken = b"broken" in self.text and self.path == "/health"
        self.send_response(503 if broken else 200)
        self.send_header("Content-Length", str(len(self.text)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(self.text)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


host, port, program = sys.argv[1:4]
with open(program, "rb") as file:
    Handler.text = file.read()
server = Server((host, int(port)), Handler)
signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
server.serve_forever()
server.server_close()
