#include "core/generate/toml_writer.h"

#include "core/toml/document.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

/// TOML 1.0, as our own parser and toml++ read it.
class TomlWriterTest : public QObject {
    Q_OBJECT

private slots:
    void aFileHasTablesAndEntries() {
        TomlWriter writer("deployment.toml", "api-manager", {layout("test")});
        writer.comment("of\ncp-1");
        writer.table("server");
        writer.text("hostname", Sourced<std::string>{"am.example.com", {}});
        writer.number("offset", 10);
        writer.entry("apim.gateway.environment");
        writer.flag("display_in_api_console", true);
        writer.list("urls", {"tcp://a:9611", "tcp://b:9611"});
        const Artifact file = std::move(writer).take();
        QCOMPARE(file.text, "# of cp-1\n\n[server]\nhostname = \"am.example.com\"\noffset = 10\n\n"
                            "[[apim.gateway.environment]]\ndisplay_in_api_console = true\n"
                            "urls = [\"tcp://a:9611\", \"tcp://b:9611\"]\n");
        QVERIFY(toml::Document(file.text).valid());
    }

    void valuesStayInTheirQuotes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("quote") << QByteArray("a\"b");
        QTest::newRow("end of the table") << QByteArray("a\"\n[server]\noffset = 1");
        QTest::newRow("backslash") << QByteArray("a\\");
        QTest::newRow("control") << QByteArray("\x1b[31m\x7f");
        QTest::newRow("reference") << QByteArray("$env{HOME}");
        QTest::newRow("letters") << QByteArray("größe");
    }
    void valuesStayInTheirQuotes() {
        QFETCH(const QByteArray, text);
        TomlWriter writer("deployment.toml", "api-manager", {layout("test")});
        writer.text("a", text.toStdString());
        writer.list("b", {text.toStdString()});
        const toml::Document document(std::move(writer).take().text);
        QVERIFY(document.valid());
        QCOMPARE(document.find({"a"})->value->text, text.toStdString());
        QCOMPARE(document.find({"b", std::size_t{0}})->value->text, text.toStdString());
    }

    void eachLineHasItsReasons() {
        TomlWriter writer("deployment.toml", "api-manager", {layout("file")});
        writer.table("server");
        writer.number("offset", {10, {layout("offset")}});
        const Artifact file = std::move(writer).take();
        QCOMPARE(file.lines.size(), 2U);
        QCOMPARE(file.originTable[file.lines[0].front()].key(), "file");
        QCOMPARE(file.originTable[file.lines[1].front()].key(), "offset");
    }
};

ARABESQUE_TEST(TomlWriterTest)
#include "toml_writer_test.moc"
