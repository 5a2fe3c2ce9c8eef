#include "core/analysis/fixing.h"

#include "core/analysis/accepting.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                     "[build-options]\ncloud = \"k8s\"\n";

std::shared_ptr<const Snapshot> withCloud(std::string_view cloudToml) {
    return snapshotOf({{"Ballerina.toml", package}, {"Cloud.toml", cloudToml}});
}

std::string mended(std::string_view cloudToml, const std::vector<std::string>& rules) {
    return std::string(mend(withCloud(cloudToml), {}, rules).snapshot->text("Cloud.toml"));
}

}

class FixingTest : public QObject {
    Q_OBJECT

private slots:
    void aRuleThatIsNamedIsMendedWithItsFirstCure() {
        QCOMPARE(mended("[cloud.deployment]\nmin_memry = \"1Mi\"\nmax_memry = \"2Mi\"\n", {"unknown-key"}),
                 "[cloud.deployment]\nmin_memory = \"1Mi\"\nmax_memory = \"2Mi\"\n");
    }
    void withoutARuleNothingIsChosen() {
        const std::string text = "[cloud.deployment]\nmin_memry = \"1Mi\"\n";   // renamed or removed?
        QCOMPARE(mended(text, {}), text);
    }
    void curesThatTouchTheSameTextFollowEachOther() {
        const auto snapshot = withCloud("[cloud.deployment]\nmin_memry = \"1Mi\"\n");
        const Analysis analysis = analyze(snapshot);
        const auto found = fixableOf(analysis, "unknown-key");
        QCOMPARE(found.size(), 1u);
        QCOMPARE(firstFixes({found[0], found[0]}).changes.size(), found[0]->fixes[0].edit.changes.size());
    }
    void whatWasDoneIsTold() {
        const Mended done = mend(withCloud("[cloud.deployment]\nmin_memry = \"1Mi\"\n"), {}, {"unknown-key"});
        QCOMPARE(done.done, std::vector<std::string>{"Cloud.toml: Did you mean 'min_memory'? Rename it"});
    }
    void anAcceptedFindingIsWrittenWithItsReason() {
        const auto snapshot = withCloud("[cloud.deployment]\nmin_memry = \"1Mi\"\n");
        const Analysis analysis = analyze(snapshot);
        const Diagnostic& finding = *fixableOf(analysis, "unknown-key").front();
        QCOMPARE(subjectsOf(analysis, finding),
                 (std::vector<std::string>{"Cloud.toml:cloud.deployment.min_memry", "Cloud.toml", ""}));
        const auto edit = accept(analysis, finding.rule, "Cloud.toml", "We wait.", "2027-03-31");
        QVERIFY(edit);
        const auto accepted = apply(*snapshot, *edit).snapshot;
        QCOMPARE(std::string(accepted->text("Deployment.toml")),
                 "[[accepted]]\nrule = \"unknown-key\"\nsubject = \"Cloud.toml\"\nreason = \"We wait.\"\n"
                 "until = 2027-03-31\n");
        const Analysis after = analyze(accepted);
        QVERIFY(fixableOf(after, "unknown-key").empty());
        const auto again = listAgain(after, after.accepted.front());
        QVERIFY(again);
        QCOMPARE(fixableOf(analyze(apply(*accepted, *again).snapshot), "unknown-key").size(), 1u);
    }
};

ARABESQUE_TEST(FixingTest)
#include "fixing_test.moc"
