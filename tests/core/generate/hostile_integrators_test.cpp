#include "core/toml/rewrite.h"
#include "tests/core/generate/made_files.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string hostile[] = {"a\"b\\",
                               "it's",
                               "one\ntwo: 3\n- x\n[server]\noffset = 1",
                               "a\r\nUser=root\r\n[Service]",
                               "$(reboot) `id` ${HOME} $$",
                               "{{ .Values.x }} %h",
                               "a: b # c",
                               "../../etc/passwd",
                               "\u202e\u2028\u0085\u0007\u001b[31m\u007f",
                               "größe 数",
                               ""};

/// Settings that reach the files, by place in Deployment.toml; names of files, hosts and tables are left out where they
/// cannot be one.
struct Attacked {
    const char* key;
    bool decides = false;   ///< about which files or lines there are
};
constexpr Attacked settings[] = {
    {"profile.micro_integrator", true},
    {"profile.integration_control_plane", true},
    {"node[0].host"},
    {"node[0].node_id", true},
    {"node[0].name", true},
    {"node[2].host"},
    {"node[3].host"},
    {"database[0].engine", true},
    {"pool[0].validation_query", true},
    {"component[0].max_heap", true},
    {"component[0].memory_limit"},
    {"component[0].cpu_limit"},
    {"component[0].java_options[0]", true},
    {"micro_integrator.base_image", true},
    {"micro_integrator.image", true},
    {"micro_integrator.applications", true},
    {"micro_integrator.libraries", true},
    {"micro_integrator.folder"},
    {"micro_integrator.coordination_db"},
    {"micro_integrator.database_user"},
    {"integration_control_plane.url"},
    {"integration_control_plane.environment"},
    {"integration_control_plane.project"},
    {"integration_control_plane.integration"},
    {"observability.collector"},
    {"observability.log_store"},
    {"objectives.availability", true},
    {"kubernetes.namespace", true},
    {"kubernetes.spread.over"},
    {"kubernetes.route.host"},
    {"vm.user"},
    {"vm.java"},
    {"region[0].name", true},
    {"choreo.schema"},
    {"choreo.visibility[0]"},
    {"serverless.region"},
    {"serverless.role"},
    {"serverless.app"},
};

ProjectTexts project() {
    return ordersProject(
        {{"Deployment.toml",
          "product = \"micro-integrator\"\ntargets = [\"vm\", \"docker\", \"k8s\", \"choreo\", "
          "\"aws_lambda\", \"azure_functions\"]\n"
          "leave_out = [\"kustomize\", \"helm\", \"compose\", \"config\", \"runbook\", \"database\", "
          "\"scripts\", \"systemd\", \"docker\", \"kubernetes\"]\n"
          "[profile]\nmicro_integrator = \"4.6.0\"\nintegration_control_plane = \"2.0.0\"\n"
          "[[region]]\nname = \"west\"\n"
          "[[node]]\nname = \"mi-1\"\nrole = \"micro-integrator\"\nhost = \"10.0.0.1\"\nnode_id = \"a\"\n"
          "[[node]]\nname = \"mi-2\"\nrole = \"micro-integrator\"\nhost = \"10.0.0.2\"\n"
          "[[node]]\nname = \"icp\"\nrole = \"integration-control-plane\"\nhost = \"icp.acme.org\"\n"
          "[[node]]\nname = \"db\"\nrole = \"database\"\nhost = \"db.acme.org\"\ndatabase = \"agreed\"\n"
          "[[database]]\nname = \"agreed\"\nengine = \"postgresql\"\n"
          "[[pool]]\nrole = \"micro-integrator\"\ndatabase = \"agreed\"\nvalidation_query = \"SELECT 1\"\n"
          "[[component]]\nrole = \"micro-integrator\"\nmax_heap = \"1g\"\nmemory_limit = \"2Gi\"\n"
          "cpu_limit = \"1\"\njava_options = [\"-Da=b\"]\n"
          "[micro_integrator]\ncoordination = true\nbase_image = \"wso2/wso2mi:4.6.0\"\nimage = \"flows:1\"\n"
          "applications = \"apps\"\nlibraries = \"lib\"\nfolder = \"/opt/wso2\"\n"
          "coordination_db = \"mi\"\ndatabase_user = \"mi\"\nservice_catalog = true\n"
          "[integration_control_plane]\nurl = \"https://icp.acme.org:9445\"\nenvironment = \"dev\"\n"
          "project = \"p\"\nintegration = \"i\"\n"
          "[observability]\ntracing = \"jaeger\"\ncollector = \"traces.acme.org\"\nlogs = "
          "\"loki\"\nlog_store = \"logs.acme.org\"\n"
          "[choreo]\nvisibility = [\"Public\"]\nschema = \"openapi.yaml\"\n"
          "[serverless]\nregion = \"eu-west-1\"\nrole = \"arn\"\napp = \"orders\"\n"
          "[objectives]\navailability = \"99.9%\"\n"
          "[vm]\nuser = \"mi\"\njava = \"/usr/bin/java\"\n"
          "[kubernetes]\nnamespace = \"flows\"\n[kubernetes.spread]\nover = \"zone\"\n"
          "[kubernetes.route]\nhost = \"flows.acme.org\"\n"}});
}

Analysis with(const char* key, const std::string& text) {
    ProjectTexts texts = project();
    for (auto& [file, content] : texts) {
        if (file != "Deployment.toml") continue;
        const toml::Document document(content);
        const auto edit = toml::set(file, document, *toml::readPath(key), toml::quoted(text));
        if (!edit) qFatal("%s cannot be set", key);
        content = applied(content, file, *edit);
    }
    return made(texts);
}

bool isOurs(const Artifact& artifact) {
    static const std::set<std::string> families{"micro-integrator", "integration-control-plane",
                                                "observability",    "wso2-cloud",
                                                "aws-lambda",       "azure-functions"};
    return families.contains(artifact.generator);
}

std::string skeletonOf(const YAML::Node& node) {
    if (node.IsMap()) {
        std::string keys = "{";
        for (const auto& member : node)
            keys += member.first.as<std::string>() + ':' + skeletonOf(member.second) + ' ';
        return keys + '}';
    }
    if (!node.IsSequence()) return "v";
    std::string all = "[";
    for (const auto& element : node) all += skeletonOf(element) + ' ';
    return all + ']';
}

std::string skeletonOf(const toml::Node& node) {
    std::string keys;
    for (const toml::Member& member : node.members) keys += member.name + '{' + skeletonOf(member.node) + '}';
    for (const toml::Node& element : node.elements) keys += '[' + skeletonOf(element) + ']';
    return keys;
}

/// `text` without what stands between double quotes, where a value may have lines of its own.
std::string unquoted(const std::string& text) {
    std::string rest;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted)
            rest += text[i];
    }
    return rest;
}

/// The first word of each line of units, variables, Dockerfiles and scripts.
std::string beginnings(const Artifact& artifact) {
    std::istringstream lines(artifact.path.ends_with(".env") ? unquoted(artifact.text) : artifact.text);
    std::string begins;
    for (std::string line; std::getline(lines, line);)
        begins += line.substr(0, line.find_first_of("= ")) + '\n';
    return begins;
}

/// A line of a Dockerfile or of variables that none of us begins so; empty where there is none.
std::string foreignLine(const Artifact& artifact) {
    static const std::set<std::string> known{"#",         "FROM",         "COPY",     "EXPOSE",
                                             "JAVA_HOME", "JVM_MEM_OPTS", "JAVA_OPTS"};
    if (!artifact.path.ends_with("Dockerfile") && !artifact.path.ends_with("integrator.env")) return {};
    std::istringstream begins(beginnings(artifact));
    for (std::string word; std::getline(begins, word);)
        if (!known.contains(word)) return word;
    return {};
}

/// Throws for what is no YAML.
std::string formOf(const Artifact& artifact) {
    if (artifact.path.ends_with(".yaml") || artifact.path.ends_with(".yml")) {
        std::string all;
        for (const YAML::Node& document : YAML::LoadAll(artifact.text)) all += skeletonOf(document);
        return all;
    }
    // scripts and Markdown are judged where their writers are
    if (artifact.path.ends_with(".sh") || artifact.path.ends_with(".md")) return {};
    if (!artifact.path.ends_with(".toml")) return beginnings(artifact);
    const toml::Document document(artifact.text);
    return document.valid() ? skeletonOf(document.root()) : "broken";
}

bool isPath(std::string_view path) {
    return !path.contains("..") && std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._-/").contains(c);
    });
}

std::string formsOf(const Analysis& analysis) {
    std::string forms;
    for (const Artifact& each : analysis.artifacts)
        if (isOurs(each)) forms += each.path + ": " + formOf(each) + '\n';
    return forms;
}

}

/// Whatever stands in a setting, files of products keep their form.
class HostileIntegratorsTest : public QObject {
    Q_OBJECT

private slots:
    void filesKeepTheirForm_data() {
        QTest::addColumn<std::size_t>("setting");
        for (std::size_t i = 0; i < std::size(settings); ++i) QTest::newRow(settings[i].key) << i;
    }
    void filesKeepTheirForm() {
        QFETCH(const std::size_t, setting);
        const auto [key, decides] = settings[setting];
        const std::string usual = formsOf(with(key, "harmless"));
        QVERIFY(usual.size() > 400);
        for (const std::string& text : hostile) {
            const Analysis analysis = with(key, text);
            std::set<std::string> paths;
            for (const Artifact& each : analysis.artifacts) {
                if (!isOurs(each)) continue;
                QVERIFY2(isPath(each.path) && paths.insert(each.path).second, each.path.c_str());
                const std::string foreign = foreignLine(each);
                QVERIFY2(foreign.empty(), (each.path + ": " + foreign).c_str());
                QCOMPARE(each.lines.size(), static_cast<std::size_t>(std::ranges::count(each.text, '\n')));
            }
            const std::string forms = formsOf(analysis);
            QVERIFY2(!forms.contains("broken"), (text + "\n" + forms).c_str());
            if (decides || text.empty()) continue;
            const std::string difference = lineDifference(usual, forms);
            QVERIFY2(difference.empty(), (text + ":\n" + difference).c_str());
        }
    }
};

ARABESQUE_TEST(HostileIntegratorsTest)
#include "hostile_integrators_test.moc"
