#include "core/import/read_nginx.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

QString valuesOf(std::string_view text) {
    const auto read = readNginx(text);
    if (!read) return QString::fromStdString(read.error().message.english());
    QString all;
    for (const ImportedValue& each : valuesOfNginx(*read))
        all += QString::fromStdString(std::to_string(each.line) + ' ' + each.path + '=' + each.text) + '\n';
    return all;
}

}

class ReadNginxTest : public QObject {
    Q_OBJECT

private slots:
    void valuesHavePathsAndLines() {
        QCOMPARE(valuesOf("http {\n  upstream a {\n    server 10.0.0.1:80 max_fails=3 backup;  # first\n  }\n"
                          "  server { listen 443 ssl; location / { proxy_pass \"http://a\"; } }\n}\n"),
                 QStringLiteral("3 upstream[a].server[first].address=10.0.0.1:80\n"
                                "3 upstream[a].server[first].max_fails=3\n"
                                "3 upstream[a].server[first].backup=on\n"
                                "5 server[2].listen=443 ssl\n"
                                "5 server[2].location[/].proxy_pass=http://a\n"));
    }

    void quotesAndEscapesAreRead() {
        QCOMPARE(valuesOf("log_format a 'x \\' { ; # }' \"b\\\"c\";"),
                 QStringLiteral("1 log_format=a x ' { ; # } b\"c\n"));
        QCOMPARE(valuesOf("set $a ${b}c;"), QStringLiteral("1 set=$a ${b}c\n"));
    }

    void whatIsBrokenIsSaidWithItsLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("open block") << QByteArray("http {\n") << "the last block is not closed by '}'";
        QTest::newRow("too many braces") << QByteArray("a;\n}\n") << "line 2: '}' closes no block";
        QTest::newRow("no semicolon") << QByteArray("http { a b }") << "line 1: '}' where ';' is missing";
        QTest::newRow("end in a directive")
            << QByteArray("a b") << "line 1: the directive is not ended by ';'";
        QTest::newRow("open quote") << QByteArray("a 'b;\n") << "line 1: the quote does not end";
        QTest::newRow("no name") << QByteArray("{ }") << "line 1: a directive without a name";
        QTest::newRow("deep") << QByteArray("a {").repeated(60)
                              << "line 1: its blocks nest deeper than NGINX lets them";
    }

    void whatIsBrokenIsSaidWithItsLine() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        QCOMPARE(valuesOf(std::string_view(text.data(), static_cast<std::size_t>(text.size()))), said);
    }
};

ARABESQUE_TEST(ReadNginxTest)

#include "read_nginx_test.moc"
