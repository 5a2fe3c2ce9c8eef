#include "tests/cli/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace arabesque::tests {

Run cli(const QStringList& arguments, const QString& folder, const QStringList& environment) {
    QProcess process;
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(ARABESQUE_CLI, arguments);
    if (!process.waitForFinished()) return {-1, {}, process.errorString().toUtf8()};
    const int exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {exit, process.readAllStandardOutput(), process.readAllStandardError()};
}

Folder::Folder(const QString& source) {
    QDirIterator files(source, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        write(QDir(source).relativeFilePath(file.fileName()), file.readAll());
    }
}

QString Folder::path(const QString& inside) const {
    return inside.isEmpty() ? m_folder.path() : m_folder.filePath(inside);
}

void Folder::write(const QString& inside, const QByteArray& bytes) const {
    QVERIFY(QDir().mkpath(QFileInfo(path(inside)).path()));
    QFile file(path(inside));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.fileName()));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray Folder::read(const QString& inside) const {
    QFile file(path(inside));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
}

std::map<QString, QByteArray> Folder::content() const {
    std::map<QString, QByteArray> content;
    QDirIterator entries(path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString inside = QDir(path()).relativeFilePath(entries.next());
        if (entries.fileInfo().isDir())
            content[inside + "/"];
        else
            content[inside] = read(inside);
    }
    return content;
}

void writeSmallProject(const Folder& folder) {
    folder.write("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.2.0\"\n\n"
                                   "[build-options]\ncloud = \"k8s\"\n");
    folder.write("Cloud.toml",
                 "# The orders.\n[container.image]\nname = 'orders'   # the image\ntag = \"1.2.0\"\n\n"
                 "[settings]\nthinJar = false\n\n"
                 "[cloud.deployment]\nmax_memory = \"1Gi\"\n\n"
                 "[[cloud.config.maps]]\nfile = \"data/rates.csv\"\nmount_dir = \"/home/ballerina/data\"\n");
    folder.write("data/rates.csv", "a,b\n");
    folder.write("main.bal",
                 "import ballerina/http;\n\n# Where orders go.\nconfigurable string shop = \"main\";\n"
                 "configurable int largest = ?;\n\nservice /orders on new http:Listener(9090) {\n"
                 "    resource function get healthz() returns string => \"ok\";\n}\n");
    folder.write("Config.toml", "[acme.order_api]\nlargest = 5\n");
}

namespace {

using Json = nlohmann::json;

/// The edits of the first fix of the first error that has one.
Json firstFix(const Folder& folder, const QString& target) {
    const Run run = cli({"check", folder.path(), "--format", "json", "--target", target});
    const Json report = Json::parse(run.out.toStdString(), nullptr, false);
    if (!report.is_object()) return {};
    for (const Json& diagnostic : report["diagnostics"])
        if (diagnostic["severity"] == "error" && !diagnostic["fixes"].empty())
            return diagnostic["fixes"][0]["edits"];
    return {};
}

}

void mend(const Folder& folder, const QString& target) {
    for (int round = 0; round < 20; ++round) {
        Json edits = firstFix(folder, target);
        if (edits.empty()) return;
        const auto offset = [](const Json& edit, const char* end) {
            return edit["range"][end]["offset"].get<qsizetype>();
        };
        // NOLINTNEXTLINE(modernize-use-ranges): the iterators of JSON values are no random access in its terms
        std::sort(edits.begin(), edits.end(),
                  [&](const Json& a, const Json& b) { return offset(a, "start") > offset(b, "start"); });
        for (const Json& edit : edits) {
            const QString file = QString::fromStdString(edit["file"].get<std::string>());
            QByteArray text = QFile::exists(folder.path(file)) ? folder.read(file) : QByteArray();
            text.replace(offset(edit, "start"), offset(edit, "end") - offset(edit, "start"),
                         QByteArray::fromStdString(edit["text"].get<std::string>()));
            folder.write(file, text);
        }
    }
}

QString sampleProject() {
    return ARABESQUE_SOURCE_DIR "/resources/examples/order-service";
}

QStringList allProjects() {
    QStringList projects{sampleProject()};
    const QDir folder(ARABESQUE_SOURCE_DIR "/tests/projects");
    for (const QFileInfo& entry : folder.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name)) {
        if (entry.suffix() == "bal" || QFile::exists(entry.filePath() + "/Ballerina.toml")) {
            projects << entry.filePath();
            continue;
        }
        for (const QFileInfo& source :
             QDir(entry.filePath()).entryInfoList({"*.bal"}, QDir::Files, QDir::Name))
            projects << source.filePath();
    }
    return projects;
}

}
