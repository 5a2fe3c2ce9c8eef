#include "core/bundle/bundle.h"

#include "tests/support/test_main.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>

using namespace arabesque;

namespace {

Snapshot sampleSnapshot() {
    Snapshot snapshot;
    snapshot.name = "orders";
    snapshot.documents["Cloud.toml"] = {std::make_shared<const std::string>("[settings]\nthinJar = false\n"),
                                        true};
    snapshot.documents["Config.toml"] = {std::make_shared<const std::string>(), false};
    snapshot.resources["data/rates.csv"] = {
        Resource::Kind::File, std::make_shared<const std::string>("a,b\n"), {}};
    snapshot.resources["data/absent.csv"] = {};
    return snapshot;
}

Artifacts sampleArtifacts() {
    Artifact yaml;
    yaml.path = "kubernetes/orders/ördérs.yaml";
    yaml.text = "---\n" + std::string(10'000, 'x') + "\n";
    yaml.generator = "kubernetes";
    yaml.origins = {{Origin::Kind::Setting, "Cloud.toml", "settings.thinJar", {"Cloud.toml", {11, 26}}}};
    yaml.originTable.idOf({Origin::Kind::Layout, {}, "c2c 4.0.0, section 6.2", {}});
    yaml.originTable.idOf(
        {Origin::Kind::Setting, "Cloud.toml", "settings.thinJar", {"Cloud.toml", {11, 26}}});
    Artifact script;
    script.path = "bin/run";
    script.text = "#!/bin/sh\n";
    script.generator = "vm";
    Artifact jar;
    jar.path = "docker/orders/data.bin";
    jar.binary = true;
    jar.text = std::string("\0\xFF\n", 3);
    jar.generator = "docker";
    return {yaml, script, jar};
}

Bundle sampleBundle() {
    return makeBundle("orders", "4.0.0", sampleSnapshot(), sampleArtifacts());
}

/// Path, permissions, owner, time and content of each file of an archive, as Python's own modules read it.
QByteArray listed(const QString& archive) {
    static const char* const script = R"(import sys, zipfile, tarfile
if sys.argv[1].endswith('.zip'):
    with zipfile.ZipFile(sys.argv[1]) as z:
        for i in z.infolist():
            print(i.filename, oct((i.external_attr >> 16) & 0o777), 0, i.date_time[:3], z.read(i).hex())
else:
    with tarfile.open(sys.argv[1]) as t:
        for i in t:
            print(i.name, oct(i.mode), i.uid + i.gid, (1980, 1, 1) if i.mtime == 315532800 and not i.uname else i.mtime, t.extractfile(i).read().hex())
)";
    QProcess python;
    python.start("python3", {"-I", "-X", "utf8", "-c", script, archive});
    if (!python.waitForFinished() || python.exitCode() != 0)
        return python.readAllStandardError() + "(python3 failed)";
    return python.readAllStandardOutput();
}

QByteArray expectedListing(const Bundle& bundle) {
    QByteArray text;
    for (const BundleFile& file : bundle.files)
        text += QByteArray::fromStdString(file.path) + (file.bytes.starts_with("#!") ? " 0o755" : " 0o644") +
                " 0 (1980, 1, 1) " + QByteArray::fromStdString(file.bytes).toHex() + "\n";
    return text;
}

}

class BundleTest : public QObject {
    Q_OBJECT

private slots:
    void knownChecksums() {
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256(std::string(1'000'000, 'a')),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void filesStandByPathBehindTheManifest() {
        QStringList paths;
        for (const BundleFile& file : sampleBundle().files) paths << QString::fromStdString(file.path);
        QCOMPARE(paths, (QStringList{"bundle.json", "bin/run", "docker/orders/data.bin",
                                     "kubernetes/orders/ördérs.yaml"}));
    }

    void theManifestNamesInputsArtifactsAndOrigins() {
        const auto manifest = nlohmann::json::parse(sampleBundle().files.front().bytes);
        QCOMPARE(manifest["format"].get<int>(), 1);
        QCOMPARE(manifest["tool"]["name"].get<std::string>(), std::string("arabesque"));
        QCOMPARE(manifest["profile"]["c2c"].get<std::string>(), std::string("4.0.0"));
        QCOMPARE(manifest["inputs"].size(), 2U);   // nothing absent
        QCOMPARE(manifest["inputs"][0]["path"].get<std::string>(), std::string("Cloud.toml"));
        QCOMPARE(manifest["inputs"][1]["sha256"].get<std::string>(), sha256("a,b\n"));
        const auto& yaml = manifest["artifacts"][2];
        QCOMPARE(yaml["generator"].get<std::string>(), std::string("kubernetes"));
        QCOMPARE(yaml["size"].get<std::size_t>(), 10'005U);
        const auto origins = nlohmann::json::parse(R"([
            {"kind": "setting", "document": "Cloud.toml", "key": "settings.thinJar", "file": "Cloud.toml", "line": 2},
            {"kind": "layout", "key": "c2c 4.0.0, section 6.2"}])");
        QCOMPARE(yaml["origins"].dump(), origins.dump());
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(manifest["artifacts"][i]["sha256"].get<std::string>(),
                     sha256(sampleBundle().files[i + 1].bytes));
    }

    void archivesHoldTheSameFiles_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << "bundle.zip";
        QTest::newRow("tar.gz") << "bundle.tar.gz";
    }
    void archivesHoldTheSameFiles() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        const Bundle bundle = sampleBundle();
        const auto archive = name == "bundle.zip" ? toZip(bundle) : toTarGz(bundle);
        QVERIFY(archive.has_value());
        std::ofstream(path.toStdString(), std::ios::binary) << *archive;
        QCOMPARE(listed(path), expectedListing(bundle));
        if (name != "bundle.zip")
            QCOMPARE(QByteArray::fromStdString(*archive).mid(4, 4),
                     QByteArray(4, '\0'));   // no time in gzip's own header
    }

    void sameInputSameBytesInEveryTimeZoneAndLocale() {
        const auto zip = toZip(sampleBundle());
        const auto tar = toTarGz(sampleBundle());
        const QByteArray zone = qgetenv("TZ");
        for (const char* other : {"Asia/Tokyo", "America/New_York", "UTC-14", "UTC+12"}) {
            qputenv("TZ", other);
            ::tzset();
            QCOMPARE(*toZip(sampleBundle()) == *zip, true);
            QCOMPARE(*toTarGz(sampleBundle()) == *tar, true);
        }
        zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
        ::tzset();
        const std::string locale = std::setlocale(LC_ALL, nullptr);
        std::setlocale(LC_ALL, "C");
        QCOMPARE(*toZip(sampleBundle()) == *zip, true);
        QCOMPARE(*toTarGz(sampleBundle()) == *tar, true);
        std::setlocale(LC_ALL, locale.c_str());
    }
};

ARABESQUE_TEST(BundleTest)

#include "bundle_test.moc"
