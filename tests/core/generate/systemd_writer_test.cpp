#include "core/generate/systemd_writer.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

/// What systemd.service(5), systemd.unit(5) and systemd.exec(5) say of quoting.
class SystemdWriterTest : public QObject {
    Q_OBJECT

private slots:
    void wordsMeanThemselves_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, QByteArray text, const char* word) {
            QTest::newRow(name) << std::move(text) << QByteArray(word);
        };
        row("plain", "-XX:+UseG1GC", "-XX:+UseG1GC");
        row("empty", "", "\"\"");
        row("blank", "-Dname=a b", "\"-Dname=a b\"");
        row("specifier", "-Xlog:gc:file=%p.log", "\"-Xlog:gc:file=%%p.log\"");
        row("variable", "-Dhome=$HOME", "\"-Dhome=$$HOME\"");
        row("braces", "${PATH}", "\"$${PATH}\"");
        row("command", "$(reboot)", "\"$$(reboot)\"");
        row("double quote", "a\"b", "\"a\\\"b\"");
        row("single quote", "a'b", "\"a'b\"");
        row("backslash at the end", "a\\", "\"a\\\\\"");
        row("new line", "a\nExecStart=/bin/sh", "\"a\\x0aExecStart=/bin/sh\"");
        row("separator", ";", "\";\"");
        row("comment", "#", "\"#\"");
        row("letters", "-Dname=größe", "\"-Dname=größe\"");
    }
    void wordsMeanThemselves() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, word);
        QCOMPARE(systemdWord(text.toStdString()), word.toStdString());
    }

    void textsStayOnTheirLine() {
        QCOMPARE(systemdText("50% of\nUser=root"), "50%% of User=root");
        QCOMPARE(systemdText("goes on \\"), "goes on");
    }

    void linesOfEnvironmentFiles() {
        QCOMPARE(environmentLine("A", "/opt/orders:/etc"), "A=/opt/orders:/etc");
        QCOMPARE(environmentLine("A", ""), "A=\"\"");
        QCOMPARE(environmentLine("A", "a \"b\" $c `d` \\ #"), "A=\"a \\\"b\\\" \\$c \\`d\\` \\\\ #\"");
        QCOMPARE(environmentLine("A", "one\nB=two"), "A=\"one\nB=two\"");
    }

    void aUnitHasSections() {
        SystemdWriter writer("orders.service", "systemd", {layout("test")});
        writer.comment("of\nlb-1 \\");
        writer.section("Unit");
        writer.setting("Description", Sourced<std::string>{"100% orders", {}});
        writer.section("Service");
        writer.command("ExecStart", {{"/usr/bin/java", {}}, {"-Da=b c", {layout("other")}}});
        const Artifact unit = std::move(writer).take();
        QCOMPARE(unit.text, "# of lb-1\n\n[Unit]\nDescription=100%% orders\n\n[Service]\n"
                            "ExecStart=/usr/bin/java \"-Da=b c\"\n");
        QCOMPARE(unit.originTable[unit.lines.back().front()], layout("other"));
    }
};

ARABESQUE_TEST(SystemdWriterTest)
#include "systemd_writer_test.moc"
