#include "core/analysis/analysis.h"

#include "core/files/project_files.h"
#include "core/rules/example.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

QStringList texts() {
    return QDir(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/clean")).entryList({"*.txt"}, QDir::Files);
}

/// The project of one text, in a folder that goes with the test: opened and loaded like any other on a disk, so what
/// `arabesque-cli check` passes over is passed over here.
class CleanProject {
public:
    explicit CleanProject(const QString& text) {
        const auto examples = filesOf(sourceFile("tests/clean/" + text.toStdString()));
        std::vector<NewFile> files;
        files.reserve(examples.size());
        for (const ExampleFile& file : examples) files.push_back({file.name, file.text});
        if (const auto written = writeFiles(folder(), files); !written)
            qFatal("%s", written.error().message.english().c_str());
        if (const auto opened = openProject(start(files)); opened)
            m_opened = *opened;
        else
            qFatal("%s", opened.error().message.english().c_str());
    }

    [[nodiscard]] Analysis analysis(const std::string& environment = {}) const {
        return analyze(
            m_opened.snapshot,
            {.environment = environment, .today = "2026-06-30", .load = resourceLoader(m_opened.place)});
    }

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    /// Without a Ballerina.toml, the one source is the project.
    [[nodiscard]] std::filesystem::path start(const std::vector<NewFile>& files) const {
        if (std::ranges::contains(files, std::string("Ballerina.toml"), &NewFile::path)) return folder();
        const auto source =
            std::ranges::find_if(files, [](const NewFile& file) { return file.path.ends_with(".bal"); });
        return source == files.end() ? folder() : folder() / source->path;
    }

    QTemporaryDir m_folder;
    OpenedProject m_opened;
};

/// A line for each error and warning; infos are no complaint.
QString complaints(const Analysis& analysis) {
    QString lines;
    for (const Diagnostic& each : analysis.diagnostics)
        if (each.severity != Severity::Info)
            lines += QString::fromStdString(each.place.file + ": " + nameOf(each.severity) + ' ' + each.rule +
                                            ": " + each.message.english()) +
                     '\n';
    return lines;
}

}

/// Correct projects of many kinds, about which nobody is to hear a complaint: a rule that is too eager shows here.
class CleanProjectsTest : public QObject {
    Q_OBJECT

private slots:
    void thereAreManyOfThem() { QVERIFY(texts().size() >= 40); }

    void nothingIsWrong_data() {
        QTest::addColumn<QString>("text");
        for (const QString& text : texts()) QTest::newRow(qPrintable(text)) << text;
    }

    void nothingIsWrong() {
        QFETCH(const QString, text);
        const CleanProject project(text);
        const Analysis analysis = project.analysis();
        QString said = complaints(analysis);
        for (const Environment& environment : analysis.deployment.environments) {
            const QString there = complaints(project.analysis(*environment.name));
            if (!there.isEmpty()) said += "in " + QString::fromStdString(*environment.name) + ":\n" + there;
        }
        if (!said.isEmpty()) QFAIL(qPrintable(said));
    }
};

ARABESQUE_TEST(CleanProjectsTest)
#include "clean_projects_test.moc"
