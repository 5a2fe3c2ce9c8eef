#include "core/analysis/analysis.h"
#include "core/rules/rule_list.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using tests::snapshotOf;

namespace {

std::vector<Diagnostic> misnamedFiles(const Snapshot& snapshot) {
    std::vector<Diagnostic> found;
    Findings findings(file_name_case, found);
    const ballerina::PackageFacts facts;
    const Deployment deployment;
    file_name_case.check({{}, facts, deployment, snapshot}, findings);
    return found;
}

}

class FileNameCaseTest : public QObject {
    Q_OBJECT

private slots:
    void rightNamesAreFine() {
        QVERIFY(misnamedFiles(*snapshotOf({{"Ballerina.toml", "a = 1\n"},
                                           {"Config.toml", "a = 1\n"},
                                           {"Config.test.toml", "a = 1\n"},
                                           {"main.bal", "\n"}}))
                    .empty());
    }
    void otherLettersAreSaidWithACure() {
        const auto snapshot = snapshotOf({{"Ballerina.toml", ""}, {"config.toml", "port = 9090\n"}});
        const auto found = misnamedFiles(*snapshot);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].rule, "file-name-case");
        QCOMPARE(found[0].place.file, "config.toml");
        QVERIFY(found[0].severity == Severity::Warning);
        QCOMPARE(found[0].message.english(), "nothing reads 'config.toml': the tools look for 'Config.toml', "
                                             "letter by letter; rename the file");
        QCOMPARE(found[0].fixes.size(), 1u);
        QCOMPARE(apply(*snapshot, found[0].fixes[0].edit).snapshot->text("Config.toml"),
                 std::string_view("port = 9090\n"));
    }
    void besideTheRightOneItIsToGo() {
        const auto found = misnamedFiles(*snapshotOf({{"CLOUD.toml", "a = 1\n"}, {"Cloud.toml", "b = 2\n"}}));
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].message.english(),
                 "nothing reads 'CLOUD.toml': the file that counts is 'Cloud.toml', "
                 "which is there too; remove the one that is not read");
        QVERIFY(found[0].fixes.empty());
    }
    void theAnalysisSaysIt() {
        const Analysis analysis = analyze(
            snapshotOf({{"Ballerina.toml", "[package]\norg = \"a\"\nname = \"b\"\nversion = \"1.0.0\"\n"},
                        {"cloud.toml", "[container.image]\n"}}));
        QVERIFY(
            std::ranges::contains(analysis.diagnostics, std::string("file-name-case"), &Diagnostic::rule));
    }
};

ARABESQUE_TEST(FileNameCaseTest)
#include "file_name_case_test.moc"
