#!/usr/bin/env python3
"""fluent_bit_ships.py FOLDER FORMAT FILE...: prints what keeps log lines from the store; exits 1 on any.

Runs the Fluent Bit in FOLDER with each configuration of the golden project, hands it lines as Ballerina writes them in
FORMAT (json or logfmt), and looks at what a stand-in for the store receives.

This Fluent Bit is 1.8.15, which reads the classic format: the same sections with the same keys. Changed are `flush`, to
wait less, `log_level`, to hear more, and the paths and the store's address, which lead into the test. `opensearch` came
with 1.9: `es`, whose options are the same, stands in for it. What 1.8.15 minds less than it should, or does not print,
fluent_bit.py judges."""
import base64
import concurrent.futures
import http.server
import json
import os
import pathlib
import queue
import re
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import time

import yaml

PATIENCE = 60  # seconds for anything that has to happen
STORE = "logs.acme.org"
ACCOUNT = {"LOG_STORE_USER": "shipper", "LOG_STORE_PASSWORD": "open sesame"}
STARTED, WATCHED, STORED, ENDING = "stream processor started", "inotify_fs_add(", "(stored)", "service will shutdown"
TROUBLE = re.compile(r"\[error\]|\[ warn\]|Error|Invalid|cannot be loaded")
ROUTE = re.compile(r"\[router\] match rule (\S+):")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")

LINES = {
    "json": '{"time":"2024-05-01T12:00:00.123+02:00", "level":"INFO", "module":"acme/orders", "message":"order taken"}',
    "logfmt": 'time=2024-05-01T12:00:00.123+02:00 level=INFO module=acme/orders message="order taken"',
}
PARSED = {"level": "INFO", "module": "acme/orders", "message": "order taken"}
MOMENT = ("2024-05-01T10:00:00.123Z", "1714557600123000000")
PLAIN = "[2024-05-01 12:00:00,123]  INFO {StartupFinalizer} - WSO2 Micro Integrator started"

CONTAINERS = "orders-deployment-5c9_retail_orders-{}.log"
SECTIONS = (("inputs", "INPUT"), ("filters", "FILTER"), ("outputs", "OUTPUT"))


class Refused(Exception):
    pass


class Store:
    """Takes what OpenSearch, Elasticsearch or Loki would, and keeps records: where they go, their moment and fields."""

    def __init__(self, folder, said):
        self.records, self.accounts, self.said = [], set(), said
        store = self

        class Requests(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"  # connections stay open, as Fluent Bit expects

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                store.accounts.add(self.headers.get("Authorization"))
                known = {"/_bulk": store.bulk, "/loki/api/v1/push": store.push}.get(self.path)
                if known:
                    known(body)
                answer = b'{"errors":false}'
                self.send_response(200 if known else 404)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "store.crt", folder / "store.key")
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Requests)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.server.handle_error = lambda *_: None  # Fluent Bit was stopped meanwhile
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def keep(self, *record):
        self.records.append(record)
        self.said.put(STORED)

    def bulk(self, body):
        lines = [json.loads(line) for line in body.splitlines()]
        for action, fields in zip(lines[::2], lines[1::2]):
            (where,) = action.values()
            self.keep(where, fields.pop("@timestamp", None), fields)

    def push(self, body):
        for stream in json.loads(body)["streams"]:
            for moment, line in stream["values"]:
                self.keep(stream["stream"], moment, json.loads(line))


def classic(name, keys):
    def text(value):
        return str(value).lower() if isinstance(value, bool) else str(value)

    return f"[{name}]\n" + "".join(f"    {key} {text(value)}\n" for key, value in keys.items())


class Run:
    def __init__(self, program, form, file, folder, certificate):
        self.program, self.form, self.folder = program, form, folder
        self.whole = yaml.safe_load(pathlib.Path(file).read_text())
        self.pipeline = self.whole["pipeline"]
        self.said, self.process = queue.Queue(), None
        self.store = Store(certificate, self.said)
        self.certificate = certificate / "store.crt"

    def problems(self):
        try:
            self.ship()
            return self.differences()
        except Refused as refusal:
            return [str(refusal)]
        finally:
            if self.process and self.process.poll() is None:
                self.process.kill()
            self.store.server.shutdown()

    # What Fluent Bit reads.

    def configure(self):
        service = dict(self.whole["service"], flush=0.2, log_level="debug", parsers_file=self.folder / "parsers.conf")
        text = classic("SERVICE", service)
        for part, name in SECTIONS:
            for keys in self.pipeline.get(part, []):
                text += classic(name, self.moved(keys))
        (self.folder / "fluent-bit.conf").write_text(text)
        parsers = self.whole.get("parsers", [])
        (self.folder / "parsers.conf").write_text("".join(classic("PARSER", keys) for keys in parsers))

    def moved(self, keys):
        keys = dict(keys)
        if keys["name"] == "tail" and "path" in keys:
            keys["path"] = f"{self.folder}{keys['path']}"
        elif keys["name"] == "systemd":
            keys["path"] = self.folder / "journal"
        elif keys.get("host") == STORE:
            keys.update({"host": "127.0.0.1", "tls.ca_file": self.certificate})
            if isinstance(keys["port"], int):
                keys["port"] = self.store.port
        if keys["name"] == "opensearch":
            keys["name"] = "es"
        return keys

    # What is in the machine's journal or the node's folder, before and after Fluent Bit starts.

    def reads(self, plugin):
        return any(keys["name"] == plugin for keys in self.pipeline["inputs"])

    def journal(self, moment, text, plain):
        """Other units' lines are not to be shipped."""
        lines = {"orders.service": text, "micro-integrator.service": plain, "ssh.service": text}
        export = ""
        for at, (unit, line) in enumerate(lines.items()):
            export += f"__REALTIME_TIMESTAMP={moment * 1000000 + at}\n__MONOTONIC_TIMESTAMP={moment + at}\n"
            export += f"_BOOT_ID={'a' * 32}\n_SYSTEMD_UNIT={unit}\nMESSAGE={line}\n\n"
        (self.folder / "export").write_text(export)
        remote = ["/usr/lib/systemd/systemd-journal-remote", "-o", "journal/remote.journal", "export"]
        subprocess.run(remote, cwd=self.folder, check=True, capture_output=True)

    def containers(self):
        return [self.folder / "var/log/containers" / CONTAINERS.format(runtime) for runtime in ("docker", "containerd")]

    def prepare(self):
        for path in ("journal", "var/log/containers"):
            (self.folder / path).mkdir(parents=True)
        if self.reads("systemd"):
            self.journal(1, LINES[self.form].replace("taken", "of yesterday"), PLAIN.replace("started", "stopped"))
        for file in self.containers():
            file.touch()

    def write(self):
        """Two records follow from it."""
        line = LINES[self.form]
        if self.reads("systemd"):
            return self.journal(1000, line, PLAIN)
        docker, containerd = self.containers()
        docker.write_text(json.dumps({"log": line + "\n", "stream": "stdout", "time": "2024-05-01T10:00:00.2Z"}) + "\n")
        half = len(line) // 2
        containerd.write_text(f"2024-05-01T10:00:00.200000000Z stdout P {line[:half]}\n"
                              f"2024-05-01T10:00:00.200000001Z stdout F {line[half:]}\n")

    # Fluent Bit itself.

    def start(self):
        command = [self.program / "fluent-bit", "-e", self.program / "flb-in_systemd.so", "-c", "fluent-bit.conf"]
        self.process = subprocess.Popen(command, cwd=self.folder, env={**os.environ, **ACCOUNT}, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.said.put(COLOURS.sub("", line).strip())
        self.said.put(None)

    def heard(self):
        """Its lines until it ends, and what its store says."""
        end = time.monotonic() + PATIENCE
        try:
            while (line := self.said.get(timeout=max(0, end - time.monotonic()))) is not None:
                yield line
        except queue.Empty:
            raise Refused("nothing more is heard of it") from None

    def wait_for_start(self):
        trouble, routed = [], set()
        for line in self.heard():
            if STARTED in line:
                break
            if route := ROUTE.search(line):
                routed.add(route[1])
            if TROUBLE.search(line):
                trouble.append(line)
        else:
            trouble.append(f"it ended with {self.process.wait()}")
        if not trouble and len(routed) < len(self.pipeline["inputs"]):
            trouble.append(f"of what is read an output takes {routed or 'nothing'}")
        if trouble:
            raise Refused(", ".join(trouble))

    def wait_for(self, words, count):
        for line in self.heard():
            if TROUBLE.search(line):
                raise Refused(line)
            count -= words in line
            if count == 0:
                return
        raise Refused(f"it ended with {self.process.wait()}")

    def end(self):
        """Before it ends it delivers what it has read."""
        self.process.send_signal(signal.SIGTERM)
        for line in self.heard():
            if TROUBLE.search(line) and ENDING not in line:
                raise Refused(line)

    def ship(self):
        self.prepare()
        self.configure()
        self.start()
        self.wait_for_start()
        if self.reads("tail"):
            self.wait_for(WATCHED, 2)
        self.write()
        self.wait_for(STORED, 2)
        self.end()

    # What the store has.

    def to_loki(self):
        return any(keys["name"] == "loki" for keys in self.pipeline["outputs"])

    def expected(self):
        if self.to_loki():
            where, moment = {"job": "orders"}, MOMENT[1]
        else:
            where, moment = {"_index": "orders"}, MOMENT[0]
        return where, moment

    def differences(self):
        where, moment = self.expected()
        bad = [f"it goes to {each[0]}" for each in self.store.records if each[0] != where]
        parsed = [each[2] for each in self.store.records if each[1] == moment and PARSED.items() <= each[2].items()]
        if self.reads("systemd"):
            units = [each.get("_SYSTEMD_UNIT") for each in parsed]
            plain = [each[2].get("_SYSTEMD_UNIT") for each in self.store.records if each[2].get("MESSAGE") == PLAIN]
            good = units == ["orders.service"] and plain == ["micro-integrator.service"]
        else:
            good = [each.get("stream") for each in parsed] == ["stdout", "stdout"]
        if not good or len(self.store.records) != 2:
            bad.append(f"the store has {self.store.records}")
        account = ":".join(ACCOUNT.values()).encode()
        if good and self.store.accounts != {"Basic " + base64.b64encode(account).decode()}:
            bad.append(f"the store is asked as {self.store.accounts}")
        return bad


def certify(folder):
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={STORE}",
               "-addext", f"subjectAltName=DNS:{STORE},IP:127.0.0.1", "-keyout", "store.key", "-out", "store.crt"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def main():
    program, form, files = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    good = True
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(len(files)) as pool:
        top = pathlib.Path(name)
        certify(top)
        folders = [top / str(at) for at in range(len(files))]
        for folder in folders:
            folder.mkdir()
        runs = [pool.submit(Run(program, form, file, folder, top).problems) for file, folder in zip(files, folders)]
        for file, run in zip(files, runs):
            for problem in run.result():
                print(f"{file}: {problem}")
                good = False
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
