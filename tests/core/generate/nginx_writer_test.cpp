#include "core/generate/nginx_writer.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

std::string text(NginxWriter writer) {
    return std::move(writer).take().text;
}

std::string data(std::string_view value) {
    return NginxWord::data(value).text();
}

}

class NginxWriterTest : public QObject {
    Q_OBJECT

private slots:
    void plainTextStaysAsItIs() {
        QCOMPARE(data("10.0.1.11:9090"), std::string("10.0.1.11:9090"));
        QCOMPARE(data("[fd00::1]:9090"), std::string("[fd00::1]:9090"));
        QCOMPARE(data("/health?deep=1&x=2"), std::string("/health?deep=1&x=2"));
    }

    void whatNginxWouldReadIsQuoted() {
        QCOMPARE(data("a b"), std::string("\"a b\""));
        QCOMPARE(data("x; return 200"), std::string("\"x; return 200\""));
        QCOMPARE(data("a\"b\\c"), std::string("\"a\\\"b\\\\c\""));
        QCOMPARE(data("{x}"), std::string("\"{x}\""));
        QCOMPARE(data("#x"), std::string("\"#x\""));
        QCOMPARE(data(""), std::string("\"\""));
        QCOMPARE(NginxWord::parameter("uri", "/a b").text(), std::string("\"uri=/a b\""));
    }

    void blocksAreIndented() {
        NginxWriter writer("nginx.conf", "nginx", {});
        writer.open({"upstream", "orders"});
        writer.directive({"server", NginxWord::data("a:1"), "backup"}, {}, "app-1");
        writer.close();
        QCOMPARE(text(std::move(writer)),
                 std::string("upstream orders {\n    server a:1 backup;   # app-1\n}\n"));
    }

    void aRemarkStaysOnItsLine() {
        NginxWriter writer("nginx.conf", "nginx", {});
        writer.comment("a\nb { }");
        QCOMPARE(text(std::move(writer)), std::string("# a b { }\n"));
    }

    void timesAndSizes() {
        QCOMPARE(nginxTime({30}), std::string("30s"));
        QCOMPARE(nginxTime({0.5}), std::string("500ms"));
        QCOMPARE(nginxTime({1.5}), std::string("1500ms"));
        QCOMPARE(nginxSeconds({0.2}), std::string("1s"));   // it counts no less
        QCOMPARE(nginxSeconds({2.5}), std::string("3s"));
        QCOMPARE(nginxSize(32768), std::string("32k"));
        QCOMPARE(nginxSize(10485760), std::string("10m"));
        QCOMPARE(nginxSize(1000), std::string("1000"));
        QCOMPARE(nginxSize(0), std::string("0"));
    }
};

ARABESQUE_TEST(NginxWriterTest)

#include "nginx_writer_test.moc"
