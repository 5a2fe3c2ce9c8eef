#include "core/diagram/node_values.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const toml::Path host{std::string("node"), std::size_t{0}, std::string("host")};
const toml::Path port{std::string("node"), std::size_t{0}, std::string("port")};

std::string complaint(const toml::Path& path, const std::string& text) {
    const auto found = gestures::complaintAbout(path, text);
    return found ? found->english() : "";
}

}

class NodeValuesTest : public QObject {
    Q_OBJECT

private slots:
    void textIsMeasuredByTheSchema() {
        QCOMPARE(complaint(port, "80"), "");
        QCOMPARE(complaint(port, ""), "");
        QCOMPARE(complaint(port, "0"), "'0' is too small: the least is 1");
        QCOMPARE(complaint(port, "65536"), "'65536' is too large: the most is 65535");
        QCOMPARE(complaint(port, "8o"), "'8o' is no whole number");
        QCOMPARE(complaint(host, "10.0.0.1"), "");
        QCOMPARE(complaint(host, "a b"),
                 "'a b' cannot stand here: a host is a DNS name or an IP address, without scheme and port");
        QVERIFY(!complaint(host, std::string(300, 'a')).empty());
    }

    void valuesAreWrittenInPlace() {
        const std::string text = "[[node]]\nname = \"one\"\nhost = 'a'   # old\n";
        const toml::Document document(text);
        const auto after = [&](const toml::Path& path, const std::string& value) {
            const auto edit = gestures::setValue(document, path, value);
            return edit ? applied(text, gestures::file, *edit) : '(' + edit.error().message.english() + ')';
        };
        QCOMPARE(after(host, "b"), "[[node]]\nname = \"one\"\nhost = 'b'   # old\n");
        QCOMPARE(after(host, ""), "[[node]]\nname = \"one\"\n");
        QCOMPARE(after(port, "80"), "[[node]]\nname = \"one\"\nhost = 'a'   # old\nport = 80\n");
        QCOMPARE(after(port, "x"), "('x' is no whole number)");
    }
};

ARABESQUE_TEST(NodeValuesTest)
#include "node_values_test.moc"
