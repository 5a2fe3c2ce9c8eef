#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QSaveFile>
#include <QTest>

using namespace arabesque;

/// Each folder tests/golden/<family>/<case> holds a project and all files it makes, side by side.
/// `ACCEPT_GOLDEN=1 core_tests GoldenTest` writes what is made now as what is expected.
class GoldenTest : public QObject {
    Q_OBJECT

private slots:
    void everyCase_data() {
        QTest::addColumn<QString>("folder");
        const QDir golden(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/golden"));
        for (const QString& family : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            for (const QString& name :
                 QDir(golden.filePath(family)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                QTest::newRow(qPrintable(family + '/' + name)) << "tests/golden/" + family + '/' + name;
    }

    void everyCase() {
        QFETCH(QString, folder);
        const std::string path = folder.toStdString();
        const Analysis analysis = analyzed(folder);
        if (qEnvironmentVariableIsSet("ACCEPT_GOLDEN")) accept(folder, analysis);
        QVERIFY2(!analysis.hasErrors(), "the tool refuses this project");
        for (const Artifact& artifact : analysis.artifacts) {
            const QString expected = QStringLiteral(ARABESQUE_SOURCE_DIR "/") + folder + "/expected/" +
                                     QString::fromStdString(artifact.path);
            QVERIFY2(QFile::exists(expected), qPrintable("not expected: " + expected));
            const std::string difference =
                tests::lineDifference(tests::sourceFile(path + "/expected/" + artifact.path), artifact.text);
            QVERIFY2(difference.empty(), (artifact.path + "\n" + difference).c_str());
        }
        QCOMPARE(analysis.artifacts.size(), static_cast<std::size_t>(expectedFiles(folder).size()));
    }

private:
    /// A package, or the one source of a folder without Ballerina.toml, which has no build option of its own.
    static Analysis analyzed(const QString& folder) {
        const QDir project(QStringLiteral(ARABESQUE_SOURCE_DIR "/") + folder + "/project");
        const std::string path = folder.toStdString() + "/project";
        if (project.exists("Ballerina.toml")) return tests::analyzed(path);
        const QStringList sources = project.entryList({"*.bal"});
        return tests::analyzed(path + '/' + sources.first().toStdString(), {}, {.target = "k8s"});
    }

    static QStringList expectedFiles(const QString& folder) {
        QStringList files;
        QDirIterator all(QStringLiteral(ARABESQUE_SOURCE_DIR "/") + folder + "/expected",
                         QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) files += all.next();
        return files;
    }

    static void accept(const QString& folder, const Analysis& analysis) {
        const QString expected = QStringLiteral(ARABESQUE_SOURCE_DIR "/") + folder + "/expected/";
        QDir(expected).removeRecursively();
        for (const Artifact& artifact : analysis.artifacts) {
            const QString path = expected + QString::fromStdString(artifact.path);
            QDir().mkpath(QFileInfo(path).path());
            QSaveFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(artifact.text.data(), static_cast<qint64>(artifact.text.size()));
            QVERIFY(file.commit());
        }
    }
};

ARABESQUE_TEST(GoldenTest)
#include "golden_test.moc"
