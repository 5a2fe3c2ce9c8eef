#include "core/generate/bash_writer.h"
#include "core/generate/haproxy_files.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QTest>

using namespace arabesque;

namespace {

/// What bash prints of a variable that a script sets.
QByteArray readBack(const std::string& value) {
    BashWriter writer("x.sh", "scripts", {});
    writer.variable("text", {value, {}});
    writer.table("by_name", {{"app-1", {value, {}}}});
    QProcess bash;
    bash.start("bash", {"-c", QString::fromStdString(std::move(writer).take().text +
                                                     "printf '%s\\n%s' \"$text\" \"${by_name[app-1]}\"")});
    bash.waitForFinished();
    return bash.readAllStandardOutput();
}

}

class BashWriterTest : public QObject {
    Q_OBJECT

private slots:
    void bashReadsWhatWasWritten_data() {
        QTest::addColumn<QByteArray>("value");
        for (const char* value :
             {"plain", "", "two words", "it's", "$(touch /tmp/x)", "`id`", "${HOME}", "a\nb", "\"quoted\"",
              "back\\slash", "*", "~", "#no comment", "a;b&c|d", "\xc3\xa9t\xc3\xa9"})
            QTest::newRow(value) << QByteArray(value);
    }
    void bashReadsWhatWasWritten() {
        QFETCH(QByteArray, value);
        QCOMPARE(readBack(value.toStdString()), value + "\n" + value);
    }

    void wordsOfHaproxyAreEscaped() {
        QCOMPARE(haproxyWord("/health"), std::string("/health"));
        QCOMPARE(haproxyWord("a b#c"), std::string("a\\ b\\#c"));
        QCOMPARE(haproxyWord("a\nb"), std::string("a\\x0ab"));
        QCOMPARE(haproxyWord("\"$x'\\"), std::string("\\\"\\$x\\'\\\\"));
        QCOMPARE(haproxyWord(""), std::string("''"));
    }
};

ARABESQUE_TEST(BashWriterTest)

#include "bash_writer_test.moc"
