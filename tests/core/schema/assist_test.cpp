#include "core/schema/assist.h"

#include "core/schema/cloud_toml.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;

namespace {

/// What is offered at '|' in `marked`, and the text once the one with `label` is chosen.
struct Asked {
    std::string text;
    Completions offered;

    explicit Asked(std::string marked) : text(std::move(marked)) {
        const auto cursor = text.find('|');
        text.erase(cursor, 1);
        offered = completionsAt(cloud(), toml::Document(text), cursor);
    }
    [[nodiscard]] bool offers(std::string_view label) const {
        return std::ranges::contains(offered.items, label, &Completion::label);
    }
    [[nodiscard]] std::string chosen(std::string_view label) const {
        const auto found = std::ranges::find(offered.items, label, &Completion::label);
        if (found == offered.items.end()) return "not offered";
        std::string result = text;
        return result.replace(offered.replaced.begin, offered.replaced.size(), found->text);
    }
};

}

class AssistTest final : public QObject {
    Q_OBJECT

private slots:
    void keysOfTheTableAreOffered() {
        const Asked asked("[cloud.deployment]\nmin_memory = \"1Mi\"\nma|\n");
        QVERIFY(asked.offers("max_memory"));
        QVERIFY(!asked.offers("min_memory"));
        QVERIFY(!asked.offers("min_cpu"));
        QVERIFY(asked.chosen("max_memory")
                    .starts_with("[cloud.deployment]\nmin_memory = \"1Mi\"\nmax_memory = \""));
    }

    void keysThatAreThereAreNotOfferedAgain() {
        const Asked asked("[cloud.deployment]\nmin_memory = \"1Mi\"\n|\n");
        QVERIFY(asked.offers("max_memory"));
        QVERIFY(!asked.offers("min_memory"));
    }

    void aKeyBeforeItsValueIsReplacedAlone() {
        const Asked asked("[cloud.deployment]\nmax_mem| = \"1Mi\"\n");
        QCOMPARE(asked.chosen("max_memory"), "[cloud.deployment]\nmax_memory = \"1Mi\"\n");
    }

    void keysOfAnElementAreOffered() {
        const Asked asked("[[cloud.config.envs]]\nkey_ref = \"a\"\n|");
        QVERIFY(asked.offers("config_name"));
        QVERIFY(!asked.offers("key_ref"));
        const Asked second("[[cloud.config.envs]]\nkey_ref = \"a\"\n\n[[cloud.config.envs]]\n|");
        QVERIFY(second.offers("key_ref"));
    }

    void headersAreOffered() {
        QCOMPARE(Asked("[cloud.depl|").chosen("[cloud.deployment]"), "[cloud.deployment]");
        QVERIFY(Asked("[[cloud.config|").offers("[[cloud.config.envs]]"));
        QVERIFY(!Asked("[[cloud|").offers("[cloud.deployment]"));
        QVERIFY(!Asked("[cloud.deployment]\n\n[cloud.de|").offers("[cloud.deployment]"));
    }

    void anEmptyLineOffersTables() { QVERIFY(Asked("|").offers("[container.image]")); }

    void valuesOfAKeyAreOffered() {
        const Asked asked("[cloud.deployment.autoscaling]\nenable = |  # why\n");
        QCOMPARE(asked.chosen("false"), "[cloud.deployment.autoscaling]\nenable = false  # why\n");
        const Asked typed("[cloud.deployment.autoscaling]\nenable = tr|\n");
        QVERIFY(typed.offers("true"));
        QVERIFY(!typed.offers("false"));
    }

    void aDefaultIsOffered() {
        const Asked asked("[cloud.deployment]\nmax_memory = |");
        QCOMPARE(asked.chosen("\"512Mi\""), "[cloud.deployment]\nmax_memory = \"512Mi\"");
    }

    void nothingIsOfferedInAComment() {
        QCOMPARE(Asked("# |").offered.items.size(), 0u);
        QCOMPARE(Asked("[cloud.deployment]\nmax_memory = \"1Mi\" # m|").offered.items.size(), 0u);
    }

    void everyPlaceOfHalfTypedTextIsAnswered() {
        const std::string text = "[cloud\nx = [ { \"a = 'é\n[[cloud.config.envs]\r\nkey_ref = \"\"\"\n|";
        for (std::size_t offset = 0; offset <= text.size() + 3; ++offset) {
            const auto offered = completionsAt(cloud(), toml::Document(text), offset);
            QVERIFY(offered.replaced.begin <= offered.replaced.end && offered.replaced.end <= text.size());
        }
    }

    void everyFieldHasAFirstValue() {
        for (const Field& field : cloud().fields())
            QVERIFY2(toml::Document("x = " + firstValueOf(field)).valid(), field.path.c_str());
    }
};

ARABESQUE_TEST(AssistTest)
#include "assist_test.moc"
