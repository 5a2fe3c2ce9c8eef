#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where sources are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.facts.diagnostics);
}

}

extern const Rule schedule_not_literal{
    .id = "schedule-not-literal",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A schedule that is computed"),
    .why = MESSAGE(
        "rules",
        "The word null takes the place of the value in the CronJob, and the cluster refuses the file."),
    .cure = MESSAGE("rules", "Write each part of the schedule as a text."),
    .source = "c2c 4.0.0, section 5.7",
    .example = {.wrong = R"(=== main.bal
import ballerina/cloud;

const NIGHT = "2";

@cloud:Task {schedule: {minutes: "0", hours: «NIGHT», dayOfMonth: "*", monthOfYear: "*", daysOfWeek: "*"}}
public function main() {
}
)",
                .right = R"(=== main.bal
import ballerina/cloud;

@cloud:Task {schedule: {minutes: "0", hours: "2", dayOfMonth: "*", monthOfYear: "*", daysOfWeek: "*"}}
public function main() {
}
)"},
    .check = check};

}
