#include "core/analysis/analysis.h"
#include "tests/core/rules/rule_run.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

using Texts = std::map<std::string, std::string>;

/// A package acme/orders with marks in its files: what is said there, by whichever rule has a code or is named.
struct Package {
    Texts files;
    std::string target = "k8s";

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const {
        auto made = std::make_shared<Snapshot>();
        made->name = "orders";
        const auto add = [&](const std::string& file, const std::string& text) {
            made->documents.insert_or_assign(
                file, Document{std::make_shared<const std::string>(marked(text).text)});
        };
        add("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n");
        for (const auto& [file, text] : files) add(file, text);
        for (const char* path : {"a.toml", "b.toml", "x/a.toml", "notes.txt"})
            made->resources.emplace(path, Resource{.kind = Resource::Kind::File,
                                                   .bytes = std::make_shared<const std::string>("text"),
                                                   .names = {}});
        return made;
    }

    [[nodiscard]] Analysis analysis() const { return analyze(snapshot(), {.target = target}); }

    /// One line a diagnostic of `rule`: "C2C001 error: message"; or where the marks should have been.
    [[nodiscard]] std::string says(std::string_view rule) const {
        std::string said;
        std::map<std::string, std::vector<ByteRange>> ranges;
        const Analysis result = analysis();
        for (const Diagnostic& diagnostic : result.diagnostics) {
            if (diagnostic.rule != rule) continue;
            said += diagnostic.code + (diagnostic.code.empty() ? "" : " ") + nameOf(diagnostic.severity) +
                    ": " + diagnostic.message.english() + '\n';
            auto& own = ranges[diagnostic.place.file];
            if (own.empty() || own.back() != diagnostic.place.range) own.push_back(diagnostic.place.range);
        }
        for (const auto& [file, text] : files)
            if (const std::string found = withMarks(marked(text).text, ranges[file]); found != text)
                return "marked otherwise in " + file + ":\n" + found;
        return said;
    }

    /// `file` after fix number `fix` of the first diagnostic of `rule`.
    [[nodiscard]] std::string afterFix(std::string_view rule, std::size_t fix,
                                       const std::string& file) const {
        const Analysis result = analysis();
        const auto found = std::ranges::find(result.diagnostics, rule, &Diagnostic::rule);
        if (found == result.diagnostics.end() || fix >= found->fixes.size()) return "(no such fix)";
        const auto after = apply(*result.snapshot, found->fixes[fix].edit).snapshot;
        const Analysis again = analyze(after, {.target = target});
        for (const Diagnostic& left : again.diagnostics)
            if (left.place == found->place && left.code == found->code) return "(still said)";
        return std::string(after->text(file));
    }

    [[nodiscard]] std::string fixes(std::string_view rule) const {
        const Analysis result = analysis();
        const auto found = std::ranges::find(result.diagnostics, rule, &Diagnostic::rule);
        return found == result.diagnostics.end() ? "(nothing said)" : titlesOf(*found);
    }
};

const std::string service = "import ballerina/http;\n"
                            "service /orders on new http:Listener(9090) {\n"
                            "    resource function get healthz() returns boolean {\n"
                            "        return true;\n"
                            "    }\n"
                            "}\n";

std::string readiness(const std::string& text) {
    return "[cloud.deployment.probes.readiness]\n" + text;
}

Package probed(const std::string& probe, const std::string& source = service) {
    return {.files = {{"Cloud.toml", readiness(probe)}, {"main.bal", source}}};
}

std::string entries(const std::string& table, std::initializer_list<std::string> texts) {
    std::string all;
    for (const std::string& text : texts) all += "[[" + table + "]]\n" + text;
    return all;
}

Package withCloud(const std::string& cloudToml, const std::string& source = service) {
    return {.files = {{"Cloud.toml", cloudToml}, {"main.bal", source}}};
}

const std::string task = "import ballerina/cloud;\n@cloud:Task\npublic function main() {\n}\n";

}

/// Code-to-cloud's own diagnostics of sections 4.2 to 4.4, and its hazards, each at its range; the words are its.
class CodeToCloudRulesTest : public QObject {
    Q_OBJECT

private slots:
    // probe-is-complete

    void aProbeNeedsAPort() {
        const Package package{
            .files = {{"Cloud.toml", "«[cloud.deployment.probes.readiness]»\npath = \"/orders\"\n"},
                      {"main.bal", service}}};
        QCOMPARE(package.says("probe-is-complete"), "C2C005 error: Missing Readiness Probe Port\n");
        QCOMPARE(package.says("probe-is-answered").empty(), false);   // the marks belong to the other rule
        QCOMPARE(package.fixes("probe-is-complete"), "Ask port 9090");
        QCOMPARE(package.afterFix("probe-is-complete", 0, "Cloud.toml"),
                 "[cloud.deployment.probes.readiness]\nport = 9090\npath = \"/orders\"\n");
    }
    void aProbeNeedsAPath() {
        const Package package{.files = {{"Cloud.toml", "«[cloud.deployment.probes.liveness]»\nport = 9090\n"},
                                        {"main.bal", service}}};
        QCOMPARE(package.says("probe-is-complete"), "C2C006 error: Missing Liveness Probe Path\n");
        QCOMPARE(package.afterFix("probe-is-complete", 0, "Cloud.toml"),
                 "[cloud.deployment.probes.liveness]\nport = 9090\npath = \"/orders/healthz\"\n");
    }
    void aWholeProbeIsComplete() {
        QCOMPARE(probed("port = 9090\npath = \"/orders/healthz\"\n").says("probe-is-complete"), "");
    }

    // probe-is-answered

    void aProbeThatIsAnswered_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char* name, const std::string& head, const char* member, const char* path) {
            const std::string text = "import ballerina/http;\nservice " + head +
                                     " on new http:Listener(9090) {\n    resource function " + member +
                                     "() { }\n}\n";
            QTest::newRow(name) << QByteArray(text.c_str()) << QByteArray(path);
        };
        row("as written", "/orders", "get healthz", "/orders/healthz");
        row("by another accessor", "/orders", "post healthz", "/orders/healthz");
        row("a slash behind", "/orders", "get healthz", "/orders/healthz/");
        row("the service itself", "/orders", "get .", "/orders");
        row("the service at the root", "/", "get healthz", "/healthz");
        row("the service without a path", "", "get healthz", "/healthz");
        row("a longer path", "/a/b", "get c/d", "/a/b/c/d");
    }
    void aProbeThatIsAnswered() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, path);
        QCOMPARE(probed("port = 9090\npath = \"" + path.toStdString() + "\"\n", source.toStdString())
                     .says("probe-is-answered"),
                 "");
    }
    void nobodyListensOnThePort() {
        const Package package = probed("port = «9099»\npath = «\"/orders/healthz\"»\n");
        QCOMPARE(package.says("probe-is-answered"), "C2C001 error: Invalid Readiness Probe Port\n"
                                                    "C2C002 error: Invalid Readiness Probe Path\n");
        QCOMPARE(package.fixes("probe-is-answered"), "Ask port 9090 | Create Probe file");
        QCOMPARE(package.afterFix("probe-is-answered", 0, "Cloud.toml"),
                 readiness("port = 9090\npath = \"/orders/healthz\"\n"));
    }
    void aProbeServiceIsMade() {
        Package package = probed("port = 9099\npath = \"/probes/readyz\"\n");
        QCOMPARE(package.afterFix("probe-is-answered", 0, "probe.bal"),
                 "import ballerina/http;\n\n"
                 "service /probes on new http:Listener(9099) {\n"
                 "    resource function get readyz() returns boolean {\n"
                 "        return true;\n"
                 "    }\n"
                 "}\n");
        package.files["probe.bal"] = "import ballerina/http;\n";
        QCOMPARE(package.fixes("probe-is-answered"), "Add to Probe file");
        QCOMPARE(package.afterFix("probe-is-answered", 0, "probe.bal"),
                 "import ballerina/http;\n\n"
                 "service /probes on new http:Listener(9099) {\n"
                 "    resource function get readyz() returns boolean {\n"
                 "        return true;\n"
                 "    }\n"
                 "}\n");
    }
    void theServiceIsAnotherOne() {
        const Package package = probed("port = 9090\npath = «\"/order/healthz\"»\n");
        QCOMPARE(package.says("probe-is-answered"), "C2C003 error: Invalid Readiness Probe Service Path\n");
        QCOMPARE(package.fixes("probe-is-answered"), "Modify service path: /orders");
    }
    void aPrefixEndsAtASlash() {
        QCOMPARE(probed("port = 9090\npath = «\"/ordersx/healthz\"»\n").says("probe-is-answered"),
                 "C2C003 error: Invalid Readiness Probe Service Path\n");
    }
    void everyServiceOfTheListenerIsAsked() {
        const std::string two = "import ballerina/http;\nlistener http:Listener l = new (9090);\n"
                                "service /a on l { resource function get x() { } }\n"
                                "service /b on l { }\n";
        QCOMPARE(probed("port = 9090\npath = «\"/a/x\"»\n", two).says("probe-is-answered"),
                 "C2C003 error: Invalid Readiness Probe Service Path\n");
    }
    void noResourceAnswers() {
        const Package package = probed("port = 9090\npath = «\"/orders/ready/now\"»\n");
        QCOMPARE(package.says("probe-is-answered"), "C2C004 error: Invalid Readiness Probe Resource Path\n");
        QCOMPARE(package.fixes("probe-is-answered"), "Add Resource to Service | Ask /orders/healthz");
        QCOMPARE(package.afterFix("probe-is-answered", 0, "main.bal"),
                 "import ballerina/http;\n"
                 "service /orders on new http:Listener(9090) {\n"
                 "    resource function get healthz() returns boolean {\n"
                 "        return true;\n"
                 "    }\n"
                 "\n"
                 "    resource function get ready/now() returns boolean {\n"
                 "        return true;\n"
                 "    }\n"
                 "}\n");
    }
    void aResourceIsAddedWhereverTheBraceStands() {
        const std::string head = "import ballerina/http;\r\nservice / on new http:Listener(9090) {";
        const std::string member = "\r\n    resource function get up() returns boolean {\r\n"
                                   "        return true;\r\n    }";
        QCOMPARE(
            probed("port = 9090\npath = \"/up\"\n", head + " }").afterFix("probe-is-answered", 0, "main.bal"),
            head + member + "\r\n }");
        QCOMPARE(probed("port = 9090\npath = \"/up\"\n", head + "\r\n}\r\n")
                     .afterFix("probe-is-answered", 0, "main.bal"),
                 head + member + "\r\n}\r\n");
        QCOMPARE(probed("port = 9090\npath = \"/up\"\n", head + "\r\n// to do\r\n}\r\n")
                     .afterFix("probe-is-answered", 0, "main.bal"),
                 head + "\r\n// to do\r\n" + member + "\r\n}\r\n");
    }
    void aTypeErrorIsSaidOnce() {
        const Package package = probed("port = \"9090\"\npath = \"/orders/healthz\"\n");
        QCOMPARE(package.says("probe-is-answered"), "");
        QCOMPARE(package.says("probe-is-complete"), "");
    }

    // probe-port-is-open

    void aProbeOnPortNullFailsLate() {
        const std::string any = "import ballerina/http;\n"
                                "service / on new http:Listener(0) { resource function get up() { } }\n";
        QCOMPARE(probed("port = «0»\npath = \"/up\"\n", any).says("probe-port-is-open"),
                 "C2C_012 error: unable to detect port for `readiness` probe.\n");
    }

    // file-missing

    void aFileThatIsNotThere() {
        QCOMPARE(withCloud(entries("cloud.config.files", {"file = «\"no.toml\"»\n"})).says("file-missing"),
                 "C2C_001 error: unable to read contents of the file `no.toml`\n");
        QCOMPARE(withCloud(entries("cloud.config.files", {"file = \"a.toml\"\n"})).says("file-missing"), "");
        QCOMPARE(withCloud(entries("container.copy.files", {"sourceFile = «\"no\"»\ntarget = \"/x\"\n"}))
                     .says("file-missing"),
                 "C2C_008 error: error while copying file/folder 'no' as it does not exist\n");
    }
    void anImageTakesNoConfiguration() {
        Package package = withCloud(entries("cloud.config.files", {"file = \"no.toml\"\n"}));
        package.target = "docker";
        QCOMPARE(package.says("file-missing"), "");
    }

    // file-entry-is-complete

    void entriesNeedTheirKeys_data() {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("missing");
        QTest::newRow("config file") << QByteArray("cloud.config.files") << QByteArray("name = \"x\"\n")
                                     << QByteArray("file");
        QTest::newRow("config secret")
            << QByteArray("cloud.config.secrets") << QByteArray("name = \"x\"\n") << QByteArray("file");
        QTest::newRow("map") << QByteArray("cloud.config.maps") << QByteArray("file = \"a.toml\"\n")
                             << QByteArray("mount_dir");
        QTest::newRow("secret") << QByteArray("cloud.secret.files") << QByteArray("mount_dir = \"/x\"\n")
                                << QByteArray("file");
        QTest::newRow("copy") << QByteArray("container.copy.files")
                              << QByteArray("sourceFile = \"notes.txt\"\n") << QByteArray("target");
    }
    void entriesNeedTheirKeys() {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, missing);
        const Package package = withCloud("«[[" + table.toStdString() + "]]»\n" + written.toStdString());
        QCOMPARE(package.says("file-entry-is-complete"),
                 "error: '" + missing.toStdString() +
                     "' is missing here; code-to-cloud stops with an exception without it\n");
    }
    void wholeEntriesAreComplete() {
        QCOMPARE(withCloud(entries("cloud.config.maps", {"file = \"a.toml\"\nmount_dir = \"/x\"\n"}))
                     .says("file-entry-is-complete"),
                 "");
    }

    // file-has-a-name

    void aPathNamesAFile() {
        QCOMPARE(withCloud(entries("cloud.config.files", {"file = «\"/\"»\n"})).says("file-has-a-name"),
                 "C2C_013 error: invalid config file name\n");
        QCOMPARE(withCloud(entries("cloud.config.maps", {"file = «\"/\"»\nmount_dir = \"/x\"\n"}))
                     .says("file-has-a-name"),
                 "C2C_015 error: Cloud.toml error invalid path without file name\n");
        QCOMPARE(withCloud(entries("cloud.config.files", {"file = \"x/a.toml\"\n"})).says("file-has-a-name"),
                 "");
    }

    // mount-folder-is-free

    void someFoldersAreTaken_data() {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("home") << QByteArray("/home/ballerina") << QByteArray("ballerina home");
        QTest::newRow("home/") << QByteArray("/home/ballerina/") << QByteArray("ballerina home");
        QTest::newRow("runtime") << QByteArray("/ballerina/runtime") << QByteArray("ballerina runtime");
        QTest::newRow("conf") << QByteArray("/home/ballerina/conf")
                              << QByteArray("ballerina conf file mount");
        QTest::newRow("secrets") << QByteArray("/home/ballerina/secrets")
                                 << QByteArray("ballerina secret file mount");
    }
    void someFoldersAreTaken() {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, what);
        for (const std::string table : {"cloud.config.maps", "cloud.secret.files"}) {
            const Package package = withCloud(
                entries(table, {"file = \"a.toml\"\nmount_dir = «\"" + folder.toStdString() + "\"»\n"}));
            QCOMPARE(package.says("mount-folder-is-free"),
                     "C2C_014 error: Cloud.toml error mount_path cannot be `" + what.toStdString() + "`: `" +
                         folder.toStdString() + "`\n");
            QVERIFY(package.afterFix("mount-folder-is-free", 0, "Cloud.toml")
                        .ends_with("mount_dir = \"/home/ballerina/resources\"\n"));
        }
    }
    void otherFoldersAreFree() {
        for (const char* folder : {"/home/ballerina/conf/x", "conf", "/data", "/home/ballerina/secrets1"})
            QCOMPARE(withCloud(entries("cloud.config.maps",
                                       {"file = \"a.toml\"\nmount_dir = \"" + std::string(folder) + "\"\n"}))
                         .says("mount-folder-is-free"),
                     "");
    }
    void theFirstSecretsDefaultIsTaken() {
        const std::string message =
            "C2C_014 error: Cloud.toml error mount_path cannot be `ballerina secret file "
            "mount`: `/home/ballerina/secrets`\n";
        QCOMPARE(withCloud("«[[cloud.secret.files]]»\nfile = \"a.toml\"\n").says("mount-folder-is-free"),
                 message);
        QCOMPARE(withCloud(entries("cloud.secret.files",
                                   {"file = \"a.toml\"\nmount_dir = \"/x\"\n", "file = \"b.toml\"\n"}))
                     .says("mount-folder-is-free"),
                 "");
    }

    // config-file-is-unique

    void oneFileNameInOneConfigMap() {
        QCOMPARE(withCloud(entries("cloud.config.files", {"file = \"a.toml\"\n", "file = «\"x/a.toml\"»\n"}))
                     .says("config-file-is-unique"),
                 "C2C_017 error: duplicate file under the same config map\n");
        QCOMPARE(withCloud(entries("cloud.config.files",
                                   {"file = \"a.toml\"\n", "file = \"x/a.toml\"\nname = \"other\"\n"}))
                     .says("config-file-is-unique"),
                 "");
    }
    void secretsOfOneNameReplaceEachOther() {
        const Package package = withCloud(
            "[[cloud.config.secrets]]\nfile = \"a.toml\"\n\n«[[cloud.config.secrets]]»\nfile = \"b.toml\"\n");
        QCOMPARE(
            package.says("config-file-is-unique"),
            "warning: another entry makes a Secret 'config-secret' too: on the cluster the last one applied "
            "replaces the other, and the files of one are missing\n");
        QVERIFY(package.afterFix("config-file-is-unique", 0, "Cloud.toml")
                    .ends_with("file = \"b.toml\"\nname = \"config-secret-2\"\n"));
    }

    // task-mounts-no-files

    void aTaskMountsNoFiles() {
        const std::string table = "[[cloud.config.maps]]";
        const std::string rest = "\nfile = \"a.toml\"\nmount_dir = \"/x\"\n";
        QCOMPARE(withCloud("«" + table + "»" + rest, task).says("task-mounts-no-files"),
                 "error: code-to-cloud stops with an exception on [[cloud.config.maps]] in a program with "
                 "@cloud:Task; "
                 "cloud.config.files and cloud.config.secrets work there\n");
        QCOMPARE(withCloud(table + rest).says("task-mounts-no-files"), "");
    }

    // choreo-limits

    void choreoPassesOverCloudToml() {
        const Package package{
            .files = {{"Cloud.toml", "«[settings]\nthinJar = false\n»"}, {"main.bal", service}},
            .target = "choreo"};
        QCOMPARE(package.says("choreo-limits"),
                 "C2C_016 warning: Cloud.toml is not supported and will be ignored in choreo\n");
    }
    void choreoTakesOneService() {
        const std::string two = service + "«service /b on new http:Listener(9091)» { }\n";
        const Package package{.files = {{"main.bal", two}}, .target = "choreo"};
        QCOMPARE(package.says("choreo-limits"),
                 "C2C_017 warning: choreo only supports one service at the moment\n");
    }

    // image-name-is-valid

    void dockerRefusesUpperCase() {
        QCOMPARE(
            withCloud("[container.image]\nname = «\"Orders\"»\n").says("image-name-is-valid"),
            "C2C_008 error: given docker name 'Orders:latest' is invalid: image name 'Orders' is invalid\n");
        QCOMPARE(
            withCloud("[container.image]\nrepository = «\"Acme\"»\nname = \"orders\"\n")
                .says("image-name-is-valid"),
            "C2C_008 error: given docker name 'Acme/orders:latest' is invalid: user 'Acme' is invalid\n");
    }
    void otherImageNamesAreGood() {
        for (const char* repository : {"acme", "docker.io/acme", "localhost:5000", "ghcr.io/acme/team/sub"})
            QCOMPARE(withCloud("[container.image]\nrepository = \"" + std::string(repository) + "\"\n")
                         .says("image-name-is-valid"),
                     "");
        QCOMPARE(withCloud("[container.image]\nname = \"Orders\"\n\n[settings]\nbuildImage = false\n")
                     .says("image-name-is-valid"),
                 "");
    }

    // profile-fits-distribution

    void anOlderDistributionHasOtherImages() {
        const std::string toml =
            "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\ndistribution = ";
        const Package package{
            .files = {{"Ballerina.toml", toml + "«\"2201.9.0\"»\n"}, {"main.bal", service}}};
        QCOMPARE(package.says("profile-fits-distribution"),
                 "info: distribution 2201.9.0 brings code-to-cloud 3.0.0, whose base images differ; the "
                 "files here are "
                 "made as 4.0.0 makes them\n");
        QCOMPARE(package.afterFix("profile-fits-distribution", 0, "Deployment.toml"),
                 "[profile]\nc2c = \"3.0.0\"\n");
        const Package newest{.files = {{"Ballerina.toml", toml + "\"2201.13.0\"\n"}, {"main.bal", service}}};
        QCOMPARE(newest.says("profile-fits-distribution"), "");
    }

    // default-listener-is-open

    void theDefaultListenerMayBeOpened() {
        const std::string head = "import ballerina/http;\nlistener http:Listener web = ";
        const std::string tail = ";\nservice /a on web { }\nservice /b on web { }\n";
        Package package{.files = {{"main.bal", head + "«http:getDefaultListener()»" + tail}}};
        QCOMPARE(package.says("default-listener-is-open"),
                 "info: the default listener has a port at run time, 9090 or what Config.toml says, but "
                 "code-to-cloud "
                 "opens none: the program cannot be reached from outside\n");
        QVERIFY(package.analysis().deployment.workload.ports.empty());
        QCOMPARE(package.fixes("default-listener-is-open"), "Open its port in the files made here");

        package.files["Deployment.toml"] = "[profile]\nassume_default_listener = true\n";
        QCOMPARE(package.analysis().deployment.workload.ports.at(0).value, 9090);
        QVERIFY(!std::ranges::contains(package.analysis().diagnostics, "C2C_002", &Diagnostic::code));
        QCOMPARE(package.fixes("default-listener-is-open"), "Open none here either");

        package.files["Config.toml"] = "[ballerina.http]\ndefaultListenerPort = 8085\n";
        QCOMPARE(package.analysis().deployment.workload.ports.at(0).value, 8085);
    }
    void theDefaultListenerInPlaceMayBeOpenedToo() {
        const std::string text =
            "import ballerina/http as web;\nservice / on «web:getDefaultListener()» { }\n";
        Package package{.files = {{"main.bal", text},
                                  {"Deployment.toml", "[profile]\nassume_default_listener = true\n"}}};
        QVERIFY(!package.says("default-listener-is-open").empty());
        QCOMPARE(package.analysis().deployment.workload.ports.at(0).value, 9090);
    }

    // what the scanner finds is said where code-to-cloud runs

    void withoutATargetNothingIsSaidOfPorts() {
        const std::string text = "import ballerina/http;\nconfigurable int p = 9090;\n"
                                 "service / on new http:Listener(p) { }\n";
        Package package{.files = {{"main.bal", text}}};
        QVERIFY(std::ranges::contains(package.analysis().diagnostics, "C2C_006", &Diagnostic::code));
        package.target.clear();
        QVERIFY(!std::ranges::contains(package.analysis().diagnostics, "C2C_006", &Diagnostic::code));
    }
};

ARABESQUE_TEST(CodeToCloudRulesTest)
#include "code_to_cloud_rules_test.moc"
