#include "core/toml/rewrite.h"
#include "tests/core/generate/made_files.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string hostile[] = {"a\"b",
                               "a'b",
                               "one\ntwo",
                               "a\r\nUser=root\r\n[Service]",
                               "$(reboot)",
                               "`id`",
                               "${HOME} $HOME $$",
                               "{{ .Values.x }}",
                               "%h%%n",
                               "a: b",
                               "- a",
                               "# a",
                               "a # b",
                               "&a *b !c",
                               "|",
                               "> a",
                               "[a, {b: c}]",
                               "\\",
                               "ends with \\",
                               ";",
                               "<script>alert(1)</script>",
                               "a|b|c",
                               "../../etc/passwd",
                               "~",
                               "null",
                               "1e3",
                               "\u202e\u2066\u2028\u2029\u0085\u0007\u001b[31m\u007f",
                               "größe 数",
                               "```\n# heading\n```"};

/// Settings that reach files for machines and containers, by document and place in it.
struct Setting {
    const char* document;
    const char* key;
    bool isName =
        false;   ///< of a file, host or variable: what cannot be one is left out or told another way
};
constexpr Setting settings[] = {
    {"Ballerina.toml", "package.org", true},
    {"Ballerina.toml", "package.name", true},
    {"Ballerina.toml", "package.version"},
    {"Cloud.toml", "container.image.name"},
    {"Cloud.toml", "container.image.tag"},
    {"Cloud.toml", "container.image.base"},
    {"Config.toml", "region"},
    {"Config.toml", "dbPassword"},
    {"Config.toml", "peers.password"},
    {"Config.toml", "peers.host"},
    {"Deployment.toml", "pattern"},
    {"Deployment.toml", "vm.user"},
    {"Deployment.toml", "vm.folder"},
    {"Deployment.toml", "vm.java"},
    {"Deployment.toml", "vm.max_heap"},
    {"Deployment.toml", "vm.java_options[0]"},
    {"Deployment.toml", "load_balancer.health_check.path"},
    {"Deployment.toml", "load_balancer.certificate"},
    {"Deployment.toml", "load_balancer.vip.address"},
    {"Deployment.toml", "load_balancer.vip.interface"},
    {"Deployment.toml", "load_balancer.zone"},
    {"Deployment.toml", "load_balancer.trusted_proxies[0]"},
    {"Deployment.toml", "load_balancer.resolvers[0]"},
    {"Deployment.toml", "dns.name"},
    {"Deployment.toml", "kubernetes.namespace"},
    {"Deployment.toml", "profile.nginx"},
    {"Deployment.toml", "region[0].cluster"},
    {"Deployment.toml", "node[0].host"},
    {"Deployment.toml", "node[1].host"},
    {"Deployment.toml", "node[3].host", true},
    {"Deployment.toml", "node[1].zone"},
    {"Deployment.toml", "database[0].engine", true},
    {"Deployment.toml", "region[0].name", true},
    {"Deployment.toml", "node[0].name", true},
    {"Deployment.toml", "node[1].name", true},
    {"Deployment.toml", "node[1].role", true},
    {"Deployment.toml", "node[3].name", true},
    {"Deployment.toml", "database[0].name", true},
    {"Deployment.toml", "environment[0].name", true},
    {"Deployment.toml", "database[0].schemas[0]", true},
    {"Deployment.toml", "backup.user"},
    {"Deployment.toml", "backup.folder"},
    {"Deployment.toml", "backup.time"},
    {"Deployment.toml", "backup.files[0]", true},
    {"Deployment.toml", "api[0].name", true},
    {"Deployment.toml", "api[0].version"},
    {"Deployment.toml", "api[0].archive"},
    {"Deployment.toml", "api_endpoint[0].production", true},
    {"Deployment.toml", "api_endpoint[0].user", true},
    {"Deployment.toml", "api_endpoint[0].gateway_host", true},
    {"Deployment.toml", "pipeline.branch"},
    {"Deployment.toml", "pipeline.approval[0]"},
    {"Deployment.toml", "pipeline.verify_timeout"},
    {"Deployment.toml", "pipeline.registry"},
    {"Deployment.toml", "pipeline.runner", true},
    {"Deployment.toml", "pipeline.micro_integrator_project"},
};

const ProjectTexts project = ordersProject(
    {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = "
                        "\"1.2.0\"\n\n[build-options]\ncloud = \"k8s\"\n"},
     {"Cloud.toml",
      "[container.image]\nname = \"orders\"\ntag = \"1.2.0\"\nbase = \"ballerina/jvm-runtime:3.1\"\n"},
     {"main.bal",
      "import ballerina/http;\n\nconfigurable string region = ?;\nconfigurable string dbPassword = ?;\n"
      "configurable map<string> peers = ?;\n\nservice /orders on new http:Listener(9090) {\n}\n"},
     {"Config.toml",
      "region = \"eu\"\ndbPassword = \"p4ssw0rd\"\n[peers]\nhost = \"a\"\npassword = \"p4ssw0rd\"\n"},
     {"Deployment.toml",
      "targets = [\"vm\", \"docker\", \"k8s\"]\nleave_out = [\"kustomize\", \"helm\"]\npattern "
      "= \"active-passive\"\n[profile]\nnginx = \"1.26\"\n"
      "[objectives]\nrto = \"5m\"\nrpo = \"5s\"\n"
      "[vm]\nuser = \"orders\"\nfolder = \"/opt/orders\"\njava = \"/usr/bin/java\"\nmax_heap = "
      "\"1g\"\njava_options = [\"-Da=b\"]\n"
      "[kubernetes]\nnamespace = \"retail\"\n[dns]\nname = \"orders.acme.org\"\n"
      "[[region]]\nname = \"west\"\nrole = \"primary\"\ncluster = \"west-1\"\n[[region]]\nname = "
      "\"east\"\nrole = \"standby\"\n"
      "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\nregion = \"west\"\nhost = \"10.0.0.1\"\n"
      "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nregion = \"west\"\nzone = \"a\"\nhost = "
      "\"10.0.0.2\"\n"
      "[[node]]\nname = \"orders-2\"\nrole = \"service\"\nregion = \"west\"\nzone = \"b\"\nhost = "
      "\"10.0.0.3\"\n"
      "[[node]]\nname = \"db-1\"\nrole = \"database\"\nregion = \"west\"\nhost = \"10.0.0.4\"\ndatabase = "
      "\"orders\"\n"
      "[[node]]\nname = \"db-2\"\nrole = \"database\"\nregion = \"east\"\nhost = \"10.1.0.4\"\ndatabase = "
      "\"orders\"\nstate = \"standby\"\n"
      "[pipeline]\nsystems = [\"github\", \"gitlab\", \"jenkins\", \"azure\"]\nrollout = \"machines\"\n"
      "branch = \"main\"\napproval = [\"x\"]\nregistry = \"registry.example.com\"\n"
      "[[node]]\nname = \"mi\"\nrole = \"micro-integrator\"\n"
      "[[api]]\nname = \"EmployeeAPI\"\nversion = \"1.0.0\"\narchive = \"apis/a\"\n"
      "[[api_endpoint]]\napi = \"EmployeeAPI\"\nenvironment = \"production\"\nproduction = \"https://a\"\n"
      "user = \"u\"\ngateway_host = \"h\"\n"
      "[backup]\nuser = \"keeper\"\nfolder = \"/backups\"\ntime = \"03:30\"\nfiles = [\"/etc/orders\"]\n"
      "[[database]]\nname = \"orders\"\nschemas = [\"orders\"]\nengine = \"postgresql\"\nreplication = "
      "\"asynchronous\"\npromotion = "
      "\"manual\"\n"
      "[[node]]\nname = \"lb-2\"\nrole = \"load-balancer\"\nregion = \"west\"\nhost = \"10.0.0.8\"\n"
      "state = \"standby\"\n"
      "[load_balancer]\nzone = \"64k\"\ntrusted_proxies = [\"10.0.0.0/8\"]\nresolvers = [\"10.0.0.2\"]\n"
      "engine = \"haproxy\"\ncertificate = \"/etc/tls/orders.pem\"\nhealth_check = { path = "
      "\"/health\" }\n"
      "[load_balancer.vip]\naddress = \"10.0.0.9\"\ninterface = \"eth0\"\n"
      "[[environment]]\nname = \"test\"\n[[environment]]\nname = \"production\"\n"}});

/// The project with another program for its balancers.
ProjectTexts balancedBy(const std::string& engine) {
    ProjectTexts texts = project;
    for (auto& [file, content] : texts)
        if (const std::size_t at = content.find("\"haproxy\"\ncertificate"); at != std::string::npos)
            content.replace(at, std::string_view("\"haproxy\"").size(), '"' + engine + '"');
    return texts;
}

Analysis with(const Setting& setting, const std::string& text, const std::string& engine = "haproxy") {
    ProjectTexts texts = balancedBy(engine);
    for (auto& [file, content] : texts) {
        if (file != setting.document) continue;
        const toml::Document document(content);
        const auto edit = toml::set(file, document, *toml::readPath(setting.key), toml::quoted(text));
        if (!edit) qFatal("%s cannot be set", setting.key);
        content = applied(content, file, *edit);
    }
    return made(texts);
}

bool isOurs(const Artifact& artifact) {
    static const std::set<std::string> families{"systemd", "config",     "runbook", "compose",  "nginx",
                                                "haproxy", "keepalived", "scripts", "database", "apictl",
                                                "github",  "gitlab",     "jenkins", "azure"};
    return families.contains(artifact.generator);
}

// What each format makes of a text, without its values.

/// Kinds and keys of a YAML document.
std::string skeletonOf(const YAML::Node& node) {
    std::string text;
    if (node.IsMap())
        for (const auto& each : node)
            text += each.first.as<std::string>() + '{' + skeletonOf(each.second) + '}';
    else if (node.IsSequence())
        for (const auto& each : node) text += '[' + skeletonOf(each) + ']';
    else
        text = node.IsNull() ? "null" : "scalar";
    return text;
}

/// Keys and sections of a unit.
std::string skeletonOfUnit(const std::string& unit) {
    std::string keys;
    for (std::size_t begin = 0; begin < unit.size();) {
        const std::size_t end = unit.find('\n', begin);
        const std::string line = unit.substr(begin, end - begin);
        if (line.ends_with('\\')) keys += "(goes on)";
        keys += line.starts_with('#') ? "#\n" : line.substr(0, line.find('=')) + '\n';
        begin = end + 1;
    }
    return keys;
}

/// Names in a file of variables, read as systemd and shells do.
std::string skeletonOfVariables(const std::string& text) {
    std::string names, name;
    bool quoted = false, value = false, comment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\') {
            ++i;
        } else if (value && c == '"') {
            quoted = !quoted;
        } else if (c == '\n' && !quoted) {
            names += (comment ? "#" : name) + '\n';
            name.clear();
            value = comment = false;
        } else if (!value && c == '=') {
            value = true;
        } else if (!value && name.empty() && c == '#') {
            comment = true;
        } else if (!value) {
            name += c;
        }
    }
    return names + (quoted ? "(open)" : "");
}

/// The first word of each line; a line of one word is a value.
std::string skeletonOfLines(const std::string& text) {
    std::string words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        const std::string line = text.substr(begin, end - begin);
        const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
        const bool isValue = line.find(' ', first) == std::string::npos || line[first] == '"';
        words += (isValue && !line.ends_with('}') ? "(value)"
                                                  : line.substr(first, line.find(' ', first) - first)) +
                 '\n';
        begin = end + 1;
    }
    return words;
}

/// Directives of NGINX by their first words, and the blocks around them, read as NGINX reads quotes and comments.
std::string skeletonOfBlocks(const std::string& text) {
    std::string skeleton, word;
    bool first = true;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == '\\') ++i;
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            i = text.find('\n', i);
        } else if (c == ';' || c == '{' || c == '}') {
            skeleton += (first ? word : "") + c + '\n';
            word.clear();
            first = true;
        } else if (c == ' ' || c == '\n') {
            if (!word.empty() && first) skeleton += word, first = false;
            word.clear();
        } else {
            word += c;
        }
    }
    return skeleton + (quote != 0 ? "(open)" : "");
}

/// Names that a script of variables sets, read as bash reads quotes.
std::string skeletonOfBash(const std::string& text) {
    std::string skeleton, word;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\'') {
            quoted = !quoted;
        } else if (quoted) {
            continue;
        } else if (c == '\\') {
            ++i;
        } else if (c == '\n') {
            const bool element = word.starts_with("    ") && !word.starts_with("    [");
            skeleton += (element ? "(element)" : word.substr(0, word.find('='))) + '\n';
            word.clear();
        } else {
            word += c;
        }
    }
    return skeleton + (quoted ? "(open)" : "");
}

/// What is outside of quotes, where a quote that is doubled does not end a text.
std::string skeletonOfSql(const std::string& text) {
    std::string skeleton;
    char quote = 0, ended = 0;
    for (const char c : text) {
        const bool begins = quote == 0 && (c == '"' || c == '\'' || c == '`');
        if (quote == 0 && c != ended) skeleton += begins ? '?' : c;
        ended = quote == c && quote != 0 ? c : char(0);
        if (begins)
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return skeleton + (quote != 0 ? "(open)" : "");
}

/// What begins each line of Markdown, and the cells of its tables.
std::string skeletonOfMarkdown(const std::string& text) {
    std::string lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        const std::string line = text.substr(begin, end - begin);
        // a fence is as long as what it holds asks for
        lines += line.substr(0, std::min<std::size_t>(line.find_first_not_of("#-|0123456789.`"), 3));
        for (std::size_t i = 1; line.starts_with('|') && i < line.size(); ++i)
            if (line[i] == '|' && line[i - 1] != '\\') lines += '|';
        lines += '\n';
        begin = end + 1;
    }
    return lines;
}

/// Nothing where a format does not take its text.
std::string skeletonOf(const Artifact& artifact) {
    const std::string& path = artifact.path;
    if (path.ends_with("Jenkinsfile")) return skeletonOfLines(artifact.text);
    if (path.ends_with(".yaml") || path.ends_with(".yml")) return skeletonOf(YAML::Load(artifact.text));
    if (path.ends_with(".service") || path.ends_with(".timer")) return skeletonOfUnit(artifact.text);
    if (path.ends_with(".env")) return skeletonOfVariables(artifact.text);
    if (path.ends_with(".md")) return skeletonOfMarkdown(artifact.text);
    if (path.ends_with("keepalived.conf") || path.ends_with(".cfg")) return skeletonOfLines(artifact.text);
    if (path.ends_with(".conf")) return skeletonOfBlocks(artifact.text);
    if (path.ends_with("/deployment.sh")) return skeletonOfBash(artifact.text);
    if (path.ends_with(".sql")) return skeletonOfSql(artifact.text);
    if (path.ends_with(".sh")) return artifact.text;   // which says nothing of the deployment
    return toml::Document(artifact.text).valid() ? "valid" : "broken";
}

bool isPath(std::string_view path) {
    return !path.contains("..") && std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._-/").contains(c);
    });
}

std::vector<std::string> skeletonsOf(const Analysis& analysis) {
    std::vector<std::string> skeletons;
    for (const Artifact& each : analysis.artifacts)
        if (isOurs(each)) skeletons.push_back(each.generator + ": " + skeletonOf(each));
    return skeletons;
}

std::string differenceOf(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
    for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i) {
        const std::string was = i < expected.size() ? expected[i] : "(none)",
                          is = i < actual.size() ? actual[i] : "(none)";
        if (was != is) return lineDifference(was, is);
    }
    return "";
}

}

/// Whatever stands in a setting, files keep their form: the text is data in them, or is left out.
class HostileValuesTest : public QObject {
    Q_OBJECT

private slots:
    void filesKeepTheirForm_data() {
        QTest::addColumn<std::size_t>("setting");
        QTest::addColumn<std::string>("engine");
        for (std::size_t i = 0; i < std::size(settings); ++i)
            for (const char* engine : {"haproxy", "nginx-plus"})
                QTest::addRow("%s:%s %s", settings[i].document, settings[i].key, engine)
                    << i << std::string(engine);
    }
    void filesKeepTheirForm() {
        QFETCH(const std::size_t, setting);
        QFETCH(const std::string, engine);
        const std::vector<std::string> usual = skeletonsOf(with(settings[setting], "harmless", engine));
        QVERIFY(usual.size() > 4);
        for (const std::string& text : hostile) {
            const Analysis analysis = with(settings[setting], text, engine);
            std::set<std::string> paths;
            for (const Artifact& each : analysis.artifacts) {
                if (!isOurs(each)) continue;
                QVERIFY2(isPath(each.path) && paths.insert(each.path).second, each.path.c_str());
                QVERIFY2(!each.text.contains("p4ssw0rd"), each.path.c_str());
                QCOMPARE(each.lines.size(), static_cast<std::size_t>(std::ranges::count(each.text, '\n')));
            }
            const std::vector<std::string> skeletons = skeletonsOf(analysis);   // throws for what is no YAML
            if (settings[setting].isName) continue;
            const std::string difference = differenceOf(usual, skeletons);
            QVERIFY2(difference.empty(), (text + ":\n" + difference).c_str());
        }
    }

    /// Values come out of YAML as they went in, but for "$", which Compose reads twice.
    void composeReadsTheValue() {
        for (const std::string& text : hostile) {
            const YAML::Node compose =
                YAML::Load(textOf(with({"Cloud.toml", "container.image.tag"}, text), "compose/compose.yaml"));
            std::string image = compose["services"]["orders-1"]["image"].as<std::string>();
            for (std::size_t at = image.find("$$"); at != std::string::npos; at = image.find("$$", at + 1))
                image.erase(at, 1);
            // yaml-cpp reads \N as one byte
            if (const std::size_t at = image.find("\x07"); at != std::string::npos && image[at - 2] != '\xC2')
                image.insert(at - 1, 1, '\xC2');
            QCOMPARE(image, "orders:" + text);
        }
    }

    void secretsStayAway() {
        const Analysis analysis = with({"Config.toml", "region"}, "p4ssw0rd of region is no secret");
        QVERIFY(textOf(analysis, "config/test/Config.toml").contains("p4ssw0rd of region"));
        for (const Artifact& each : analysis.artifacts)
            QVERIFY2(!each.text.contains("\"p4ssw0rd\""), each.path.c_str());
    }
};

ARABESQUE_TEST(HostileValuesTest)
#include "hostile_values_test.moc"
