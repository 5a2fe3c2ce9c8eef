"""Projects with a Config.toml of 10,000 keys and 1.15 MB."""

KEYS, BYTES = 10_000, 1_150_000
MODULES = 100

BALLERINA_TOML = '[package]\norg = "acme"\nname = "plant"\nversion = "1.0.0"\n\n[build-options]\ncloud = "k8s"\n'
CLOUD_TOML = '[container.image]\nname = "plant"\nrepository = "acme"\ntag = "v1.0.0"\n'

# Type, default in Ballerina, value in TOML.
SORTS = [
    ("int", "{n}", "{n}"),
    ("string", '"https://host-{n}.example.com"', '"https://gateway-{n}.plant.example.com/v1/orders"'),
    ("boolean", "false", "true"),
    ("decimal", "{n}.5", "{n}.25"),
    ("string[]", "[]", '["north-{n}", "south-{n}"]'),
]


def fill(lines):
    """Makes comments in `lines` longer, evenly, until the text has BYTES bytes."""
    missing = BYTES - sum(len(line) + 1 for line in lines)
    comments = [i for i, line in enumerate(lines) if line.startswith("#")]
    each, rest = divmod(missing, len(comments))
    for number, i in enumerate(comments):
        lines[i] += " " + ("as the operators of the plant asked for, see their handbook. " * 9)[:each - (number >= rest)]
    return "\n".join(lines) + "\n"


def declared_one_by_one(folder):
    """Each key a configurable of its own, 100 in each of 100 modules: the program is as large as its configuration."""
    config = []
    imports = "".join(f"import plant.line{m:02} as _;\n" for m in range(MODULES))
    (folder / "main.bal").write_text(
        imports + "import ballerina/http;\n\nservice / on new http:Listener(8080) {\n"
        "    resource function get health() returns string {\n        return \"up\";\n    }\n}\n")
    number = 0
    for m in range(MODULES):
        source = ""
        config += ["", f"[acme.plant.line{m:02}]"]
        for _ in range(KEYS // MODULES):
            kind, fallback, value = (part.format(n=number) for part in SORTS[number % len(SORTS)])
            name = f"settingOfStation{number:04}"
            source += f"# What station {number} works with.\nconfigurable {kind} {name} = {fallback};\n\n"
            config += [f"# Station {number},", f"{name} = {value}"]
            number += 1
        module = folder / "modules" / f"line{m:02}"
        module.mkdir(parents=True)
        (module / "settings.bal").write_text(source)
    (folder / "Config.toml").write_text(fill(config))


def one_table(folder):
    """All keys in records of one table: a small program with much data."""
    (folder / "main.bal").write_text(
        "type Station record {|\n    readonly string id;\n    string url;\n    int workers = 1;\n    boolean night = false;\n"
        "    decimal load = 0.5;\n|};\n\n# The stations of the plant.\nconfigurable table<Station> key(id) stations = table [];\n\n"
        "public function main() {\n}\n")
    config = []
    for n in range(KEYS // 5):
        config += ["[[acme.plant.stations]]", f"# Station {n},", f'id = "station-{n}"',
                   f'url = "https://gateway-{n}.plant.example.com/v1/orders"', f"workers = {n}", "night = true", f"load = {n}.25", ""]
    (folder / "Config.toml").write_text(fill(config))


def make(folder, write_config):
    folder.mkdir()
    (folder / "Ballerina.toml").write_text(BALLERINA_TOML)
    (folder / "Cloud.toml").write_text(CLOUD_TOML)
    write_config(folder)
    return folder
