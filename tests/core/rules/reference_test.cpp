#include "core/rules/reference.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

/// docs/reference/rules is as `./dev pages` writes it.
class ReferenceTest : public QObject {
    Q_OBJECT

private slots:
    void aPageUnderlinesWhatTheRulePointsAt() {
        const Rule rule{.id = "port-is-odd",
                        .severity = Severity::Warning,
                        .title = MESSAGE("test", "An odd port"),
                        .why = MESSAGE("test", "Nobody finds it."),
                        .cure = MESSAGE("test", "Choose another."),
                        .source = "nowhere",
                        .example = {.wrong = "=== a.toml\nü = «1»\nb = 2\n", .right = "=== a.toml\nü = 2\n"},
                        .check = nullptr};
        QCOMPARE(pageOf(rule), "# An odd port\n\n`port-is-odd` · warning\n\nNobody finds it.\n\n"
                               "**Cure.** Choose another.\n\n## Wrong\n\n`a.toml`\n\n"
                               "```text\nü = 1\n    ^\nb = 2\n```\n\n"
                               "## Right\n\n`a.toml`\n\n```text\nü = 2\n```\n\nSource: nowhere\n");
    }
    void thePagesAreThoseOfTheRules() {
        const QDir folder(ARABESQUE_SOURCE_DIR "/docs/reference/rules");
        QCOMPARE(static_cast<std::size_t>(folder.entryList({"*.md"}).size()), allRules().size() + 1);
        QCOMPARE(sourceFile("docs/reference/rules/README.md"), contentsOfPages());
    }
    void everyPageIsNew_data() {
        QTest::addColumn<const Rule*>("rule");
        for (const Rule* rule : allRules()) QTest::newRow(rule->id) << rule;
    }
    void everyPageIsNew() {
        QFETCH(const Rule*, rule);
        QCOMPARE(sourceFile(std::string("docs/reference/rules/") + rule->id + ".md"), pageOf(*rule));
    }
};

Q_DECLARE_METATYPE(const Rule*)

ARABESQUE_TEST(ReferenceTest)
#include "reference_test.moc"
