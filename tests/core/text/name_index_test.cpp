#include "core/text/name_index.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <string>
#include <vector>

using namespace arabesque;

class NameIndexTest final : public QObject {
    Q_OBJECT

private slots:
    void findsEachOfManyNamesAndNoOther() {
        std::vector<std::string> names;
        NameIndex index;
        const auto nameOf = [&](std::size_t i) -> std::string_view { return names[i]; };
        QCOMPARE(index.find("setting0", nameOf), NameIndex::none);
        for (std::size_t i = 0; i < 5'000; ++i) {
            names.push_back("setting" + std::to_string(i));
            index.add(names.back());
        }
        QCOMPARE(index.size(), names.size());
        for (std::size_t i = 0; i < names.size(); ++i) QCOMPARE(index.find(names[i], nameOf), i);
        QCOMPARE(index.find("setting5000", nameOf), NameIndex::none);
        QCOMPARE(index.find("", nameOf), NameIndex::none);
    }

    void roomMadeBeforehandChangesNothing() {
        NameIndex index;
        const auto nameOf = [](std::size_t i) -> std::string_view { return i == 0 ? "a" : "b"; };
        index.add("a");
        index.reserve(1'000);
        index.add("b");
        QCOMPARE(index.find("a", nameOf), std::size_t{0});
        QCOMPARE(index.find("b", nameOf), std::size_t{1});
    }
};

ARABESQUE_TEST(NameIndexTest)
#include "name_index_test.moc"
