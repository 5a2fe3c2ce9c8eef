#include "core/rules/rule_list.h"

#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>

#include <set>

using namespace arabesque;

class RulesTest : public QObject {
    Q_OBJECT

private slots:
    void theFolderHoldsTheRulesOfTheList() {
        const QDir folder(ARABESQUE_SOURCE_DIR "/core/rules");
        std::set<std::string> files;
        for (const QString& name : folder.entryList({"*.cpp"}))
            if (const QString stem = name.chopped(4); !folder.exists(stem + ".h") && stem != "rules")
                files.insert(stem.toStdString());
        std::set<std::string> listed;
        for (const Rule* rule : allRules()) listed.insert(QString(rule->id).replace('-', '_').toStdString());
        QCOMPARE(listed, files);
    }
    void everyRuleSaysWhatItFinds() {
        for (const Rule* rule : allRules()) {
            QVERIFY2(!rule->title.empty() && !rule->why.empty() && !rule->cure.empty(), rule->id);
            QVERIFY2(*rule->source != '\0', rule->id);
            QVERIFY2(*rule->example.wrong != '\0' && *rule->example.right != '\0', rule->id);
            QVERIFY2(rule->check != nullptr, rule->id);
        }
    }
    void fixesThatDoNothingAreNotOffered() {
        std::vector<Diagnostic> diagnostics;
        Findings findings(wrong_type, diagnostics);
        findings.at({"f", {0, 1}})
            .fix(MESSAGE("test", "nothing"), Edit{})
            .fix(MESSAGE("test", "failed"), failure(MESSAGE("test", "no")))
            .fix(MESSAGE("test", "works"), Edit{{{"f", {0, 1}, "x"}}});
        QCOMPARE(diagnostics[0].fixes.size(), 1u);
        QCOMPARE(diagnostics[0].fixes[0].title.english(), "works");
    }
};

ARABESQUE_TEST(RulesTest)
#include "rules_test.moc"
