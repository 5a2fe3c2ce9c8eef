#include "tests/core/model/bound.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// One line an object: kind, name, mount and, in parentheses, how; then its entries.
std::string configsOf(const Written& written) {
    std::string text;
    for (const ConfigObject& object : bound(written).workload.configs) {
        text += std::string(object.secret ? "Secret " : "ConfigMap ") + *object.name + " at " +
                *object.mountPath + " (" + (object.readOnly ? "read" : "write") +
                (object.ballerinaConfig ? ", configuration" : "") + (object.directory ? ", folder" : "") +
                ")";
        for (const ConfigObject::Entry& entry : object.entries) text += ' ' + entry.key + '=' + entry.bytes;
        text += '\n';
    }
    return text;
}

std::string problemsOf(const Written& written) {
    std::string text;
    for (const Diagnostic& problem : bound(written).problems)
        text += problem.rule + ' ' + problem.code + ' ' + nameOf(problem.severity) + ": " +
                problem.message.english() + '\n';
    return text;
}

Written with(std::string cloudToml) {
    return {.cloudToml = std::move(cloudToml),
            .files = {{"Config.toml", "a = 1"},
                      {"conf/db.toml", "b = 2"},
                      {"data/rates.csv", "c"},
                      {"res/x.txt", "x"},
                      {"res/y.txt", "y"}},
            .folders = {{"res", {"x.txt", "y.txt"}}, {"res/", {"x.txt", "y.txt"}}}};
}

}

class BindFilesTest : public QObject {
    Q_OBJECT

private slots:
    void configurationFilesAreMountedUnderConf() {
        QCOMPARE(configsOf(with("[[cloud.config.files]]\nfile = \"Config.toml\"\n")),
                 "ConfigMap config-config-map at /home/ballerina/conf/ (write, configuration) Config.toml=a "
                 "= 1\n");
        QCOMPARE(
            configsOf(with("[[cloud.config.files]]\nfile = \"Config.toml\"\nname = "
                           "\"one\"\n[[cloud.config.files]]\nfile = \"conf/db.toml\"\nname = \"two\"\n")),
            "ConfigMap one at /home/ballerina/conf/ (write, configuration) Config.toml=a = 1\n"
            "ConfigMap two at /home/ballerina/conf1/ (write, configuration) db.toml=b = 2\n");
    }
    void filesOfOneNameShareAConfigMap() {
        QCOMPARE(configsOf(with("[[cloud.config.files]]\nfile = "
                                "\"Config.toml\"\n[[cloud.config.files]]\nfile = \"conf/db.toml\"\n")),
                 "ConfigMap config-config-map at /home/ballerina/conf/ (write, configuration) Config.toml=a "
                 "= 1 db.toml=b = 2\n");
    }
    void filesMergedInLaterDoNotMoveTheConfigMap() {
        const std::string one = "[[cloud.config.files]]\nfile = \"Config.toml\"\n";
        const std::string two = one + "[[cloud.config.files]]\nfile = \"conf/db.toml\"\n";
        QCOMPARE(bound(with(two)).workload.configs[0].hash, bound(with(one)).workload.configs[0].hash);
    }
    void secretConfigurationIsEncoded() {
        QCOMPARE(
            configsOf(with("[[cloud.config.secrets]]\nfile = \"Config.toml\"\n[[cloud.config.secrets]]\nfile "
                           "= \"conf/db.toml\"\n")),
            "Secret config-secret at /home/ballerina/secrets/ (read, configuration) Config.toml=YSA9IDE=\n"
            "Secret config-secret at /home/ballerina/secrets1/ (read, configuration) db.toml=YiA9IDI=\n");
    }
    void aSecretsContentCanBeLeftToFillIn() {
        Written written = with("[[cloud.config.secrets]]\nfile = "
                               "\"Config.toml\"\n[[cloud.config.files]]\nfile = \"Config.toml\"\n");
        written.templateSecrets = true;
        const auto configs = bound(written).workload.configs;
        QCOMPARE(configs[0].entries[0].bytes, "a = 1");
        QCOMPARE(QByteArray::fromBase64(QByteArray::fromStdString(configs[1].entries[0].bytes)),
                 "fill in: the content of Config.toml\n");
    }

    void aMountedFileKeepsItsName() {
        QCOMPARE(configsOf(with("[[cloud.config.maps]]\nfile = \"data/rates.csv\"\nmount_dir = \"/data\"\n")),
                 "ConfigMap order-api-rates-csvcfg0 at /data/rates.csv (read) rates.csv=c\n");
        QCOMPARE(
            configsOf(with("[[cloud.secret.files]]\nfile = \"data/rates.csv\"\nmount_dir = \"/data\"\n")),
            "Secret order-api-rates-csv-secret0 at /data/rates.csv (read) rates.csv=Yw==\n");
    }
    void mountFoldersAreNotNormalised_data() {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("mount");
        const std::pair<const char*, const char*> rows[] = {{"/data", "/data/rates.csv"},
                                                            {"/data/", "/data/rates.csv"},
                                                            {"/data//", "/data/rates.csv"},
                                                            {"data", "/home/ballerina/data/rates.csv"},
                                                            {"./data", "/home/ballerina/./data/rates.csv"},
                                                            {"../data/", "/home/ballerina/../data/rates.csv"},
                                                            {"/a/../b", "/a/../b/rates.csv"}};
        for (const auto& [written, mount] : rows)
            QTest::newRow(written) << QString(written) << QString(mount);
    }
    void mountFoldersAreNotNormalised() {
        QFETCH(QString, written);
        QFETCH(QString, mount);
        const Deployment d = bound(with("[[cloud.config.maps]]\nfile = \"data/rates.csv\"\nmount_dir = \"" +
                                        written.toStdString() + "\"\n"));
        QCOMPARE(*d.workload.configs[0].mountPath, mount.toStdString());
    }
    void aFolderIsMountedWhole() {
        QCOMPARE(configsOf(with("[[cloud.config.maps]]\nfile = \"res\"\nmount_dir = \"/r/\"\n")),
                 "ConfigMap order-api-rescfg0 at /r (read, folder) x.txt=x y.txt=y\n");
        QCOMPARE(configsOf(with("[[cloud.config.maps]]\nfile = \"res/\"\nmount_dir = \"/r\"\n")),
                 "ConfigMap order-api-rescfg0 at /r (read, folder) x.txt=x y.txt=y\n");
    }
    void elementsAreNumberedEachInItsOwnArray() {
        const std::string map = "[[cloud.config.maps]]\nfile = \"data/rates.csv\"\nmount_dir = \"/a\"\n";
        const std::string secret = "[[cloud.secret.files]]\nfile = \"data/rates.csv\"\nmount_dir = \"/b\"\n";
        QCOMPARE(configsOf(with(map + secret + map)),
                 "ConfigMap order-api-rates-csvcfg0 at /a/rates.csv (read) rates.csv=c\n"
                 "ConfigMap order-api-rates-csvcfg1 at /a/rates.csv (read) rates.csv=c\n"
                 "Secret order-api-rates-csv-secret0 at /b/rates.csv (read) rates.csv=Yw==\n");
    }
    void secretFilesHaveAFolderOfTheirOwn() {
        const std::string secret = "[[cloud.secret.files]]\nfile = \"data/rates.csv\"\n";
        QCOMPARE(
            configsOf(with(secret + secret)),
            "Secret order-api-rates-csv-secret0 at /home/ballerina/secrets/rates.csv (read) rates.csv=Yw==\n"
            "Secret order-api-rates-csv-secret1 at /home/ballerina/secrets1/rates.csv (read) "
            "rates.csv=Yw==\n");
    }

    void aMissingFileIsAProblem() {
        QCOMPARE(problemsOf(with("[[cloud.config.files]]\nfile = \"absent.toml\"\n")),
                 "file-missing C2C_001 error: unable to read contents of the file `absent.toml`\n");
        QCOMPARE(problemsOf(with("[[cloud.config.maps]]\nfile = \"absent/\"\nmount_dir = \"/a\"\n")),
                 "file-missing C2C_001 error: unable to read contents of the file `absent/`\n");
        QCOMPARE(problemsOf(with("[[cloud.config.files]]\nfile = \"Config.toml\"\n")), "");
        QCOMPARE(problemsOf(with("[[cloud.config.files]]\nname = \"x\"\n")), "");
    }
    void aProblemStandsAtTheFilesName() {
        const Deployment d = bound(with("[[cloud.config.files]]\nfile = \"absent.toml\"\n"));
        QCOMPARE(d.problems[0].place, (Place{"Cloud.toml", {30, 43}}));
    }
    void filesAreReferredToOnce() {
        const Deployment d = bound(with("[[cloud.config.maps]]\nfile = \"res\"\nmount_dir = "
                                        "\"/a\"\n[[cloud.config.files]]\nfile = \"Config.toml\"\n"
                                        "[[cloud.config.secrets]]\nfile = \"Config.toml\"\n"));
        QCOMPARE(d.references, (std::vector<std::string>{"Config.toml", "res", "res/x.txt", "res/y.txt",
                                                         "target/docker/order_api"}));
    }
    void contentNamesItsFile() {
        const Deployment d = bound(with("[[cloud.config.maps]]\nfile = \"res\"\nmount_dir = \"/a\"\n"));
        const std::vector<Origin>& origins = d.workload.configs[0].entries[1].origins;
        QCOMPARE(toText(origins[0]), "Cloud.toml: cloud.config.maps[0].file");
        QCOMPARE(toText(origins[1]), "content of res/y.txt");
    }

    void claimsAreTakenAsWritten() {
        const Deployment d =
            bound(with("[[cloud.deployment.storage.volumes]]\nname = \"orders-pvc\"\nlocal_path = "
                       "\"/var/spool/orders\"\nsize = \"2Gi\"\n"));
        QCOMPARE(*d.workload.claims[0].name, "orders-pvc");
        QCOMPARE(*d.workload.claims[0].mountPath, "/var/spool/orders");
    }
    void copiedFilesBringTheirContent() {
        const Deployment d = bound(
            with("[[container.copy.files]]\nsourceFile = \"data/rates.csv\"\ntarget = \"/d/rates.csv\"\n"
                 "[[container.copy.files]]\nsourceFile = \"res\"\ntarget = \"/r\"\n"));
        QCOMPARE(*d.workload.copies[0].target, "/d/rates.csv");
        QCOMPARE(d.workload.copies[0].files, (std::map<std::string, std::string>{{"rates.csv", "c"}}));
        QCOMPARE(d.workload.copies[1].files,
                 (std::map<std::string, std::string>{{"res/x.txt", "x"}, {"res/y.txt", "y"}}));
    }
    void aJobReadsConfigurationAlone() {
        Written written =
            with("[[cloud.config.files]]\nfile = \"Config.toml\"\n[[cloud.config.maps]]\nfile = "
                 "\"res\"\nmount_dir = \"/a\"\n"
                 "[[container.copy.files]]\nsourceFile = \"res\"\ntarget = "
                 "\"/r\"\n[[cloud.deployment.storage.volumes]]\nname = \"v\"\nlocal_path = \"/v\"\n");
        written.task = ballerina::Task{};
        const Workload w = bound(written).workload;
        QCOMPARE(w.configs.size(), 1u);
        QVERIFY(w.copies.empty() && w.claims.empty());
    }
};

ARABESQUE_TEST(BindFilesTest)
#include "bind_files_test.moc"
