#include "core/text/eight_bytes.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace arabesque;

class EightBytesTest final : public QObject {
    Q_OBJECT

private slots:
    /// Every byte at every place among seven others, compared with looking at one after the other.
    void sayWhatEachByteSays() {
        for (const char others : {'a', '\x7E', '\x1F', '\x20', '\x80', '\xFF'}) {
            for (int value = 0; value < 256; ++value) {
                for (std::size_t place = 0; place < 8; ++place) {
                    std::string text(10, others);
                    text[place + 1] = static_cast<char>(value);
                    const EightBytes bytes(text, 1);
                    const std::string_view seen = std::string_view(text).substr(1, 8);
                    const auto any = [&](auto is) {
                        return std::ranges::any_of(seen,
                                                   [&](char c) { return is(static_cast<unsigned char>(c)); });
                    };
                    QCOMPARE(bytes.areAscii(), !any([](unsigned c) { return c >= 0x80; }));
                    QCOMPARE(bytes.containBelow(0x20), any([](unsigned c) { return c < 0x20; }));
                    for (const char wanted : {'"', '\\', '\x7F', '\r', '\0', '\xFF'})
                        QCOMPARE(bytes.contain(wanted), seen.contains(wanted));
                }
            }
        }
    }
};

ARABESQUE_TEST(EightBytesTest)
#include "eight_bytes_test.moc"
