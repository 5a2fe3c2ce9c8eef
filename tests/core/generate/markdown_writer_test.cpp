#include "core/generate/markdown_writer.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

/// CommonMark 0.31, with the tables of GitHub.
class MarkdownWriterTest : public QObject {
    Q_OBJECT

private slots:
    void dataMeansItself_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("markdown");
        const auto row = [](const char* name, QByteArray text, const char* markdown) {
            QTest::newRow(name) << std::move(text) << QByteArray(markdown);
        };
        row("plain", "orders on lb-1", "orders on lb-1");
        row("emphasis", "a *b* _c_", "a \\*b\\* \\_c\\_");
        row("link", "[a](http://x)", "\\[a\\]\\(http://x\\)");
        row("element", "<script>&amp;", "\\<script\\>\\&amp;");
        row("cell", "a|b", "a\\|b");
        row("list", "- a", "\\- a");
        row("number", "1. a", "1. a");
        row("heading", "# a", "\\# a");
        row("code", "`id`", "\\`id\\`");
        row("lines", "a\n# b\r\x1b c", "a \\# b   c");
        row("next line", "a\u0085b", "a b");
        row("turned text", "a\u202e\u2066b\u2028c", "a  b c");
        row("other letters", "größe – ok", "größe – ok");
    }
    void dataMeansItself() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, markdown);
        QCOMPARE(Markdown::data({text.toStdString(), {}}).text(), markdown.toStdString());
    }

    void codeHoldsAnything() {
        QCOMPARE(Markdown::code("vm/bin/install.sh").text(), "`vm/bin/install.sh`");
        QCOMPARE(Markdown::code("a`b``c").text(), "```a`b``c```");
        QCOMPARE(Markdown::code("`").text(), "`` ` ``");
        QCOMPARE(Markdown::code("a|b").text(), "`a|b`");
        QCOMPARE(Markdown::code("a\n\nb").text(), "`a  b`");
        QCOMPARE(Markdown::code("").text(), "\"\"");
    }

    void partsStandApart() {
        MarkdownWriter writer("RUNBOOK.md", "runbook", {layout("test")});
        writer.heading(1, "Runbook");
        writer.paragraph(Markdown("Of ") + Markdown::code("orders", {layout("name")}));
        writer.paragraph("1. no list");
        writer.list({"a", "b"});
        writer.list({});
        writer.steps({"c", "d"});
        writer.table({"Node", "Port"}, {{Markdown::code("a|b"), "1"}});
        writer.commands({{"echo ```", {}}, {"true", {}}});
        const Artifact artifact = std::move(writer).take();
        QCOMPARE(artifact.text,
                 "# Runbook\n\nOf `orders`\n\n1\\. no list\n\n- a\n- b\n\n1. c\n2. d\n\n| Node | Port |\n"
                 "| --- | --- |\n| `a\\|b` | 1 |\n\n````sh\necho ```\ntrue\n````\n");
        QCOMPARE(artifact.originTable[artifact.lines[2].front()], layout("name"));
    }
};

ARABESQUE_TEST(MarkdownWriterTest)
#include "markdown_writer_test.moc"
