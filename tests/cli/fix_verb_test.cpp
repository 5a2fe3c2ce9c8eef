#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

namespace {

void writeMisspelt(const Folder& folder) {
    writeSmallProject(folder);
    folder.write("Cloud.toml", "# ours\n[cloud.deployment]\nmin_memry = \"1Mi\"   # least\n");
}

}

class FixVerbTest : public QObject {
    Q_OBJECT

private slots:
    void aRuleIsMendedAndTold() {
        Folder folder;
        writeMisspelt(folder);
        const Run run = cli({"fix", folder.path(), "--rule", "unknown-key"});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.out, "Cloud.toml: Did you mean 'min_memory'? Rename it\n");
        QCOMPARE(folder.read("Cloud.toml"), "# ours\n[cloud.deployment]\nmin_memory = \"1Mi\"   # least\n");
    }
    void aDryRunPrintsAPatchAndWritesNothing() {
        Folder folder;
        writeMisspelt(folder);
        const auto before = folder.content();
        const Run run = cli({"fix", folder.path(), "--rule", "unknown-key", "--dry-run"});
        QCOMPARE(run.out,
                 "--- a/Cloud.toml\n+++ b/Cloud.toml\n@@ -1,3 +1,3 @@\n # ours\n [cloud.deployment]\n"
                 "-min_memry = \"1Mi\"   # least\n+min_memory = \"1Mi\"   # least\n");
        QVERIFY(folder.content() == before);
    }
    void whatNeedsAChoiceIsLeft() {
        Folder folder;
        writeMisspelt(folder);
        const Run run = cli({"fix", folder.path()});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.err.contains("unknown-key"), run.err);
    }
    void anUnknownRuleIsRefused() {
        Folder folder;
        writeSmallProject(folder);
        QCOMPARE(cli({"fix", folder.path(), "--rule", "no-such"}).err,
                 "arabesque-cli: 'no-such' is no rule; arabesque-cli rules lists them\n");
    }
};

ARABESQUE_TEST(FixVerbTest)
#include "fix_verb_test.moc"
