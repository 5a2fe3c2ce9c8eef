#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

const std::string every =
    "minutes: \"*/2\", hours: \"1\", dayOfMonth: \"2\", monthOfYear: \"*\", daysOfWeek: \"MON\"";

/// The schedule of a main annotated so: "job" without one, "none" where it is no task at all.
QString scheduleOf(const std::string& annotation,
                   const std::string& function = "public function main() { }") {
    const auto facts = scanned("import ballerina/cloud;\n" + annotation + "\n" + function + "\n");
    if (!facts.task) return "none";
    return facts.task->schedule ? QString::fromStdString(*facts.task->schedule) : "job";
}

}

class TaskReaderTest : public QObject {
    Q_OBJECT

private slots:
    void withAScheduleItIsACronJob() {
        QCOMPARE(scheduleOf("@cloud:Task {schedule: {" + every + "}}"), "*/2 1 2 * MON");
    }

    void theOrderOfFieldsDoesNotMatter() {
        QCOMPARE(scheduleOf(
                     "@cloud:Task {\n    schedule: {\n        daysOfWeek: \"*\", hours: \"3\", // at night\n"
                     "        minutes: \"0\", dayOfMonth: \"*\", monthOfYear: \"*\",\n    }\n}"),
                 "0 3 * * *");
    }

    void withoutAScheduleItIsAJob() {
        QCOMPARE(scheduleOf("@cloud:Task"), "job");
        QCOMPARE(scheduleOf("@cloud:Task {}"), "job");
        QCOMPARE(scheduleOf("@cloud:Task {schedule: nightly}"), "job");
    }

    void onlyThisSpellingOnMainCounts() {
        QCOMPARE(scheduleOf(""), "none");
        QCOMPARE(scheduleOf("@c2c:Task"), "none");
        QCOMPARE(scheduleOf("@cloud:Tasks"), "none");
        QCOMPARE(scheduleOf("@cloud:Task", "public function run() { }"), "none");
        QCOMPARE(scheduleOf("@display {label: \"x\"}\n@cloud:Task"), "job");
        QCOMPARE(scheduleOf("@cloud:Task", "function main(string... arguments) returns error? { }"), "job");
    }

    void aFieldThatIsNoTextBecomesNull() {
        const std::string text = "@cloud:Task {schedule: {minutes: \"0\", hours: HOUR, dayOfMonth: \"*\"}}\n"
                                 "public function main() { }\n";
        const auto facts = scanned(text);
        QCOMPARE(facts.task->schedule.value(), std::string("0 null * null null"));
        QCOMPARE(problems(text), "C2C_003 HOUR");
        QCOMPARE(facts.diagnostics[0].message.english(),
                 std::string("https config extraction only supports basic string paths"));
    }

    void thePlaceIsTheAnnotation() {
        const std::string text = "# Runs.\n@cloud:Task {\n}\npublic function main() { }\n";
        QCOMPARE(covered(text, scanned(text).task->place), "@cloud:Task {\n}");
    }

    void onlyTheDefaultModuleHasAMain() {
        const std::string task = "@cloud:Task\npublic function main() { }\n";
        QVERIFY(!scan({source("main.bal", ""), source("modules/batch/main.bal", task)}).task);
        QVERIFY(scan({source("a.bal", ""), source("main.bal", task), source("z.bal", "")}).task);
    }
};

ARABESQUE_TEST(TaskReaderTest)
#include "task_reader_test.moc"
