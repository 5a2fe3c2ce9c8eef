"""What the API server of Kubernetes refuses beyond the schemas (Kubernetes 1.35, API validation): names, selectors,
quantities, ports, probes, volumes, budgets, scaling, rollouts and schedules of one document, and what one document says of
another in the same file."""
import re
from fractions import Fraction

LABEL = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?\Z")
SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\Z")
SERVICE_NAME = re.compile(r"[a-z]([-a-z0-9]*[a-z0-9])?\Z")
LABEL_VALUE = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?\Z")
PORT_NAME = re.compile(r"(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?\Z")
DATA_KEY = re.compile(r"[-._a-zA-Z0-9]+\Z")
VARIABLE = re.compile(r"[-._a-zA-Z][-._a-zA-Z0-9]*\Z")
QUANTITY = re.compile(r"([+-]?[0-9]+(?:\.[0-9]*)?|[+-]?\.[0-9]+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?[0-9]+)?\Z")
BINARY = {unit + "i": 1024 ** power for power, unit in enumerate("KMGTPE", 1)}
DECIMAL = {"m": Fraction(1, 1000), "k": 1000, **{unit: 1000 ** power for power, unit in enumerate("MGTPE", 2)}}
LARGEST_DATA = 1 << 20
WORKLOADS = ("Deployment", "StatefulSet", "DaemonSet", "Job")


def quantity(text):
    match = QUANTITY.match(str(text))
    if not match:
        return None
    number, unit = match.groups()
    if unit is None:
        return Fraction(number)
    if unit[0] in "eE" and unit not in ("E", "Ei"):
        return Fraction(number) * Fraction(10) ** int(unit[1:])
    return Fraction(number) * {**BINARY, **DECIMAL}[unit]


def template_of(document):
    spec = document.get("spec", {})
    if document["kind"] == "CronJob":
        spec = spec["jobTemplate"]["spec"]
    return spec.get("template") if document["kind"] in (*WORKLOADS, "CronJob") else None


def matches(selector, labels):
    return all(labels.get(key) == value for key, value in selector.items())


def repeated(values):
    seen = list(values)
    return sorted({str(value) for value in seen if seen.count(value) > 1})


class Document:
    """The problems of one document."""

    def __init__(self, document):
        self.document, self.kind, self.spec = document, document["kind"], document.get("spec", {})
        self.problems = []

    def refuse(self, problem):
        self.problems.append(problem)

    def check(self):
        self.metadata()
        checks = {"Service": self.service, "HorizontalPodAutoscaler": self.autoscaler, "PodDisruptionBudget": self.budget,
                  "CronJob": self.cron_job, "Deployment": self.rollout, "ConfigMap": self.data, "Secret": self.data,
                  "Ingress": self.ingress}
        checks.get(self.kind, lambda: None)()
        template = template_of(self.document)
        if template is not None:
            self.selector(template)
            self.pod(template["spec"])
        return self.problems

    def metadata(self):
        metadata = self.document.get("metadata", {})
        name, form = metadata.get("name", ""), SUBDOMAIN
        longest = 253
        if self.kind == "Service":
            form, longest = SERVICE_NAME, 63
        elif self.kind == "Namespace":
            form, longest = LABEL, 63
        elif self.kind == "CronJob":
            longest = 52
        if not form.match(name) or len(name) > longest:
            self.refuse(f"metadata.name {name!r} is no name of a {self.kind}")
        if "namespace" in metadata and not LABEL.match(metadata["namespace"]):
            self.refuse(f"metadata.namespace {metadata['namespace']!r} is no name of a namespace")
        for key, value in metadata.get("labels", {}).items():
            if not LABEL_VALUE.match(value) or len(value) > 63:
                self.refuse(f"label {key} cannot be {value!r}")

    def selector(self, template):
        wanted = self.spec.get("selector", {}).get("matchLabels", {})
        labels = template.get("metadata", {}).get("labels", {})
        if self.kind in ("Deployment", "StatefulSet", "DaemonSet") and (not wanted or not matches(wanted, labels)):
            self.refuse(f"selector {wanted} does not match the labels {labels} of the template")

    def pod(self, spec):
        volumes = [volume["name"] for volume in spec.get("volumes", [])]
        containers = spec["containers"] + spec.get("initContainers", [])
        for what, names in (("container", [each["name"] for each in containers]), ("volume", volumes)):
            for name in repeated(names):
                self.refuse(f"{what} {name} is there twice")
            for name in names:
                if not LABEL.match(name) or len(name) > 63:
                    self.refuse(f"{name!r} is no name of a {what}")
        for container in containers:
            self.container(container, volumes)
        constraints = spec.get("topologySpreadConstraints", [])
        for each in constraints:
            if each["maxSkew"] < 1:
                self.refuse("maxSkew has to be more than 0")
            if "minDomains" in each and each["whenUnsatisfiable"] != "DoNotSchedule":
                self.refuse("minDomains wants DoNotSchedule")
        for pair in repeated((each["topologyKey"], each["whenUnsatisfiable"]) for each in constraints):
            self.refuse(f"spread {pair} is there twice")
        if spec.get("terminationGracePeriodSeconds", 0) < 0:
            self.refuse("terminationGracePeriodSeconds is negative")

    def container(self, container, volumes):
        resources = container.get("resources", {})
        for side in ("requests", "limits"):
            for resource, text in resources.get(side, {}).items():
                if quantity(text) is None or quantity(text) < 0:
                    self.refuse(f"{side}.{resource} {text!r} is no quantity")
        for resource, text in resources.get("requests", {}).items():
            limit = resources.get("limits", {}).get(resource)
            if limit is not None and quantity(text) and quantity(limit) and quantity(text) > quantity(limit):
                self.refuse(f"{resource}: the request {text} is more than the limit {limit}")
        ports = container.get("ports", [])
        for port in ports:
            self.port(port["containerPort"], "containerPort")
        for name in repeated(port["name"] for port in ports if "name" in port):
            self.refuse(f"port name {name} is there twice")
        for name in (port["name"] for port in ports if "name" in port):
            if not PORT_NAME.match(name) or len(name) > 15:
                self.refuse(f"{name!r} is no name of a port")
        for mount in container.get("volumeMounts", []):
            if mount["name"] not in volumes:
                self.refuse(f"volume {mount['name']} is mounted and not there")
            if ":" in mount["mountPath"]:
                self.refuse(f"mountPath {mount['mountPath']} has a colon")
        for path in repeated(mount["mountPath"] for mount in container.get("volumeMounts", [])):
            self.refuse(f"{path} is mounted twice")
        for variable in container.get("env", []):
            if not VARIABLE.match(variable["name"]):
                self.refuse(f"{variable['name']!r} is no name of a variable")
            if "value" in variable and "valueFrom" in variable:
                self.refuse(f"{variable['name']} has a value and valueFrom")
        for kind in ("livenessProbe", "readinessProbe", "startupProbe"):
            if kind in container:
                self.probe(kind, container[kind])

    def probe(self, kind, probe):
        if len([handler for handler in ("httpGet", "tcpSocket", "exec", "grpc") if handler in probe]) != 1:
            self.refuse(f"{kind} wants one way to ask")
        for key in ("periodSeconds", "timeoutSeconds", "failureThreshold", "successThreshold"):
            if probe.get(key, 1) < 1:
                self.refuse(f"{kind}.{key} has to be more than 0")
        if kind != "readinessProbe" and probe.get("successThreshold", 1) != 1:
            self.refuse(f"{kind}.successThreshold has to be 1")
        for handler in ("httpGet", "tcpSocket"):
            if handler in probe:
                self.port(probe[handler]["port"], f"{kind}.{handler}.port")

    def port(self, port, what):
        if isinstance(port, int) and not 1 <= port <= 65535:
            self.refuse(f"{what} {port} is no port")

    def service(self):
        ports = self.spec.get("ports", [])
        if not ports and self.spec.get("clusterIP") != "None":
            self.refuse("a Service wants a port")
        if len(ports) > 1 and not all(port.get("name") for port in ports):
            self.refuse("each of several ports wants a name")
        for name in repeated(port.get("name") for port in ports):
            self.refuse(f"port name {name} is there twice")
        for pair in repeated((port["port"], port.get("protocol", "TCP")) for port in ports):
            self.refuse(f"port {pair} is there twice")
        for port in ports:
            self.port(port["port"], "port")
            if port.get("name") and not LABEL.match(port["name"]):
                self.refuse(f"{port['name']!r} is no name of a port")

    def autoscaler(self):
        if self.spec.get("minReplicas", 1) < 1 or self.spec.get("minReplicas", 1) > self.spec["maxReplicas"]:
            self.refuse("minReplicas is between 1 and maxReplicas")

    def budget(self):
        if "minAvailable" in self.spec and "maxUnavailable" in self.spec:
            self.refuse("a budget has minAvailable or maxUnavailable")
        self.share("minAvailable")
        self.share("maxUnavailable")

    def share(self, key, spec=None):
        value = (self.spec if spec is None else spec).get(key)
        if isinstance(value, str) and not re.match(r"[0-9]+%\Z", value):
            self.refuse(f"{key} {value!r} is no number and no percentage")

    def rollout(self):
        strategy = self.spec.get("strategy", {})
        rolling = strategy.get("rollingUpdate", {})
        if strategy.get("type") == "Recreate" and rolling:
            self.refuse("Recreate has no rollingUpdate")
        self.share("maxSurge", rolling)
        self.share("maxUnavailable", rolling)
        nothing = (0, "0", "0%")
        if rolling.get("maxSurge") in nothing and rolling.get("maxUnavailable") in nothing:
            self.refuse("maxSurge and maxUnavailable are both 0")

    def cron_job(self):
        schedule = self.spec["schedule"]
        if not schedule.startswith("@") and len(schedule.split()) != 5:
            self.refuse(f"schedule {schedule!r} has not five fields")

    def data(self):
        parts = [self.document.get(part, {}) for part in ("data", "binaryData", "stringData")]
        for key in (key for part in parts for key in part):
            if not DATA_KEY.match(key) or len(key) > 253 or key in (".", ".."):
                self.refuse(f"{key!r} is no key of a {self.kind}")
        if sum(len(str(value)) for part in parts for value in part.values()) > LARGEST_DATA:
            self.refuse("more than 1 MiB")

    def ingress(self):
        for rule in self.spec.get("rules", []):
            host = rule.get("host", "a").removeprefix("*.")
            if not SUBDOMAIN.match(host):
                self.refuse(f"{rule['host']!r} is no host")
            for path in rule.get("http", {}).get("paths", []):
                if path["pathType"] != "ImplementationSpecific" and not path["path"].startswith("/"):
                    self.refuse(f"path {path['path']!r} does not begin with /")


def selects_nothing(document, documents):
    """A Service or budget that is in a file with pods and selects none of them: no error of the server's, and of no use."""
    spec = document.get("spec", {})
    selector = spec.get("selector", {}) if document["kind"] == "Service" else spec.get("selector", {}).get("matchLabels", {})
    templates = [template for template in map(template_of, documents) if template is not None]
    if document["kind"] not in ("Service", "PodDisruptionBudget") or not templates or not selector:
        return False
    return not any(matches(selector, each.get("metadata", {}).get("labels", {})) for each in templates)


def problems_of(documents):
    for number, document in enumerate(documents, 1):
        for problem in Document(document).check():
            yield f"document {number}, {document['kind']}: {problem}"
        if selects_nothing(document, documents):
            yield f"document {number}, {document['kind']}: its selector matches no pod of the file"
    names = [(each["apiVersion"], each["kind"], each["metadata"].get("namespace"), each["metadata"]["name"]) for each in documents]
    for name in repeated(names):
        yield f"{name} is there twice"
