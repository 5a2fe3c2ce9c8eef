#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// A test among the private members of its class, instead of its slots, is run by nobody and always passes.
class TestsAreRunTest : public QObject {
    Q_OBJECT

private slots:
    void aTestAmongPrivateMembersIsFound() {
        const QString source = QStringLiteral("private slots:\n"
                                              "    void one() { help(); }\n"
                                              "\nprivate:\n"
                                              "    void help() {\n    }\n"
                                              "    void two() {\n    }\n"
                                              "};\n");
        QCOMPARE(neverCalledIn(source), QStringList{QStringLiteral("two")});
    }

    void everyTestIsRun() {
        int files = 0;
        for (QDirIterator each(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests"), {QStringLiteral("*_test.cpp")},
                               QDir::Files, QDirIterator::Subdirectories);
             each.hasNext(); ++files) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList found = neverCalledIn(QString::fromUtf8(file.readAll()));
            QVERIFY2(found.isEmpty(), qPrintable(each.filePath() + ": " + found.join(' ')));
        }
        QVERIFY(files > 0);
    }

private:
    static QStringList neverCalledIn(const QString& source) {
        static const QRegularExpression label(QStringLiteral("^(private|public|protected)( slots)?:|^\\};"),
                                              QRegularExpression::MultilineOption);
        static const QRegularExpression function(QStringLiteral("^    void (\\w+)\\(\\) \\{"),
                                                 QRegularExpression::MultilineOption);
        QStringList found;
        bool isPrivate = false;
        qsizetype begin = 0;
        const auto look = [&](qsizetype end) {
            if (!isPrivate) return;
            for (const auto& match : function.globalMatch(source.sliced(begin, end - begin))) {
                const QRegularExpression name(QStringLiteral("\\b%1\\b").arg(match.captured(1)));
                if (source.count(name) == 1) found << match.captured(1);
            }
        };
        for (const auto& match : label.globalMatch(source)) {
            look(match.capturedStart());
            isPrivate = match.captured() == QLatin1String("private:");
            begin = match.capturedEnd();
        }
        return found;
    }
};

ARABESQUE_TEST(TestsAreRunTest)
#include "tests_are_run_test.moc"
