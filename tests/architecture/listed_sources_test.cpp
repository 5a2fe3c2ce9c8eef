#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// A source that no target lists is compiled by nobody, and a class that nobody calls yet would not be missed.
class ListedSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void everySourceIsListed_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("elsewhere");
        QTest::newRow("core") << "core" << QStringList{"rules", "topology", "generate", "import"};
        QTest::newRow("app") << "app" << QStringList{"cli"};
        QTest::newRow("cli") << "app/cli" << QStringList{};
    }

    void everySourceIsListed() {
        QFETCH(const QString, folder);
        QFETCH(const QStringList, elsewhere);
        const QDir root(QString(ARABESQUE_SOURCE_DIR) + '/' + folder);
        const QStringList listed = wordsOf(root.filePath("CMakeLists.txt"));
        QStringList forgotten;
        for (QDirIterator files(root.path(), {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();) {
            const QString path = root.relativeFilePath(files.next());
            if (!elsewhere.contains(path.section('/', 0, 0)) && !listed.contains(path)) forgotten << path;
        }
        QVERIFY(!listed.isEmpty());
        QCOMPARE(forgotten.join(' '), QString());
    }

private:
    static QStringList wordsOf(const QString& file) {
        QFile text(file);
        if (!text.open(QIODevice::ReadOnly)) return {};
        return QString::fromUtf8(text.readAll()).split(QRegularExpression("[\\s()]+"), Qt::SkipEmptyParts);
    }
};

ARABESQUE_TEST(ListedSourcesTest)

#include "listed_sources_test.moc"
