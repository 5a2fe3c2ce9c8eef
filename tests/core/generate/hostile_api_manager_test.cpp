#include "core/toml/rewrite.h"
#include "tests/core/generate/made_files.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string hostile[] = {"a\"b",
                               "a'b",
                               "a\"\n[server]\noffset = 9",
                               "$(reboot) `id` ${HOME} $$",
                               "{{ .Values.x }}",
                               "a: b",
                               "- a # b",
                               "ends with \\",
                               "<a href='x'>",
                               "../../etc",
                               "@PASSWORD@",
                               "\u202e\u2028\u0007\u001b[31m größe 数"};

/// Settings that reach files of the API Manager. A name makes paths, or decides who is asked: files differ then.
struct Setting {
    const char* key;
    bool decides = false;
};
constexpr Setting settings[] = {{"api_manager.host"},
                                {"api_manager.admin"},
                                {"api_manager.database_user"},
                                {"api_manager.apim_db"},
                                {"api_manager.encryption_key"},
                                {"api_manager.keystore"},
                                {"api_manager.keystore_alias"},
                                {"api_manager.truststore"},
                                {"api_manager.folder"},
                                {"api_manager.user"},
                                {"api_manager.allow_origins[0]"},
                                {"api_manager.environment[0].name"},
                                {"api_manager.environment[0].type"},
                                {"api_manager.environment[0].host"},
                                {"component[0].max_heap"},
                                {"component[0].image", true},
                                {"component[0].java_options[0]", true},
                                {"pool[0].validation_query"},
                                {"node[0].host"},
                                {"node[1].host"},
                                {"node[2].host"},
                                {"database[0].name", true},
                                {"node[0].name", true},
                                {"region[0].name", true},
                                {"region[0].cluster"},
                                {"kubernetes.namespace"},
                                {"profile.api_manager", true}};

const ProjectTexts apis{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"apis\"\nversion = \"1.0.0\"\n"},
    {"main.bal", "public function main() {\n}\n"},
    {"Deployment.toml",
     "product = \"api-manager\"\ntargets = [\"vm\", \"k8s\"]\n[profile]\napi_manager = \"4.7.0\"\n"
     "[kubernetes]\nnamespace = \"apis\"\n[[region]]\nname = \"west\"\ncluster = "
     "\"west-1\"\n[[region]]\nname = "
     "\"east\"\n"
     "[[node]]\nname = \"cp-1\"\nrole = \"control-plane\"\nregion = \"west\"\nhost = \"cp-1.internal\"\n"
     "[[node]]\nname = \"gw-1\"\nrole = \"gateway\"\nregion = \"west\"\nhost = \"gw-1.internal\"\n"
     "[[node]]\nname = \"cp-2\"\nrole = \"control-plane\"\nregion = \"east\"\nhost = \"cp-2.internal\"\n"
     "[[node]]\nname = \"db-1\"\nrole = \"database\"\nregion = \"west\"\nhost = \"db-1.internal\"\ndatabase "
     "= \"apim\"\n"
     "[[database]]\nname = \"apim\"\n[[pool]]\nrole = \"control-plane\"\ndatabase = \"apim\"\n"
     "validation_query = \"SELECT 1\"\n"
     "[[component]]\nrole = \"control-plane\"\nmax_heap = \"2g\"\njava_options = [\"-Da=b\"]\nimage = "
     "\"registry.example.com/am:4.7.0\"\n"
     "[api_manager]\nhost = \"am.acme.org\"\nadmin = \"admin\"\ndatabase_user = \"am\"\napim_db = "
     "\"apim_db\"\n"
     "encryption_key = \"key\"\nkeystore = \"a.jks\"\nkeystore_alias = \"a\"\ntruststore = \"b.jks\"\n"
     "folder = \"/opt/wso2\"\nuser = \"wso2\"\nevent_publishers = true\nwebsocket = true\n"
     "allow_origins = [\"https://acme.org\"]\n[[api_manager.environment]]\nname = \"Public\"\ntype = "
     "\"hybrid\"\n"
     "host = \"api.acme.org\"\n"}};

Analysis with(const Setting& setting, const std::string& text) {
    ProjectTexts texts = apis;
    std::string& content = texts.back().second;
    const toml::Document document(content);
    const auto edit =
        toml::set("Deployment.toml", document, *toml::readPath(setting.key), toml::quoted(text));
    if (!edit) qFatal("%s cannot be set", setting.key);
    content = applied(content, "Deployment.toml", *edit);
    return made(texts);
}

std::string keysOf(const YAML::Node& node) {
    std::string text;
    if (node.IsMap())
        for (const auto& each : node) text += each.first.as<std::string>() + '{' + keysOf(each.second) + '}';
    else if (node.IsSequence())
        for (const auto& each : node) text += '[' + keysOf(each) + ']';
    return text;
}

std::string keysOf(const toml::Node& node) {
    std::string text;
    for (const toml::Member& each : node.members) text += each.name + '{' + keysOf(each.node) + '}';
    for (const toml::Node& each : node.elements) text += '[' + keysOf(each) + ']';
    return text;
}

/// What a format makes of a text, without its values.
std::string skeletonOf(const Artifact& artifact) {
    if (artifact.path.ends_with(".toml")) {
        const toml::Document document(artifact.text);
        return document.valid() ? keysOf(document.root()) : "broken";
    }
    if (!artifact.path.ends_with(".yaml")) return {};
    std::string text;
    for (const YAML::Node& each : YAML::LoadAll(artifact.text)) text += keysOf(each) + '\n';
    return text;
}

bool isOurs(const Artifact& artifact) {
    return artifact.generator.starts_with("api-manager");
}

bool isPath(std::string_view path) {
    return !path.contains("..") && std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._-/").contains(c);
    });
}

}

/// Whatever people write stays data in files of the API Manager.
class HostileApiManagerTest : public QObject {
    Q_OBJECT

private slots:
    void filesKeepTheirForm_data() {
        QTest::addColumn<std::size_t>("number");
        for (std::size_t i = 0; i < std::size(settings); ++i) QTest::newRow(settings[i].key) << i;
    }
    void filesKeepTheirForm() {
        QFETCH(const std::size_t, number);
        std::map<std::string, std::string> usual;
        for (const Artifact& artifact : made(apis).artifacts)
            if (isOurs(artifact)) usual[artifact.path] = skeletonOf(artifact);
        QVERIFY(usual.size() > 30);
        for (const std::string& text : hostile) {
            std::size_t files = 0;
            for (const Artifact& artifact : with(settings[number], text).artifacts) {
                if (!isOurs(artifact)) continue;
                ++files;
                QVERIFY2(isPath(artifact.path), artifact.path.c_str());
                const std::string skeleton = skeletonOf(artifact);
                QVERIFY2(skeleton != "broken", (artifact.path + '\n' + text).c_str());
                const auto before = usual.find(artifact.path);
                if (settings[number].decides || before == usual.end()) continue;
                QCOMPARE(skeleton, before->second);
            }
            QVERIFY(settings[number].decides || files == usual.size());
        }
    }
};

ARABESQUE_TEST(HostileApiManagerTest)
#include "hostile_api_manager_test.moc"
