#include "core/rules/cron_field.h"
#include "core/rules/rule.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array<const char*, 5> names{"minutes", "hours", "dayOfMonth", "monthOfYear", "daysOfWeek"};
constexpr std::array<const char*, 5> ranges{"0 to 59", "0 to 23", "1 to 31", "1 to 12, or JAN to DEC",
                                            "0 to 6 from Sunday, or SUN to SAT"};

void check(const Checked& project, Findings& findings) {
    const auto& task = project.facts.task;
    if (!task || !project.deployment.makesKubernetes()) return;
    for (std::size_t i = 0; i < task->fields.size() && i < names.size(); ++i) {
        const ballerina::Written& field = task->fields[i];
        const bool missing = field.place == task->place;
        // a computed one is said where sources are read
        if (isCronField(field.text, i) || (field.text == "null" && !missing)) continue;
        auto finding = findings.at(field.place);
        if (missing) {
            finding.say(
                {MESSAGE("rules",
                         "the schedule has no '%1', and the word null takes its place: the cluster refuses "
                         "the CronJob. Write \"*\" for any"),
                 names[i]});
            continue;
        }
        finding.say(
            {MESSAGE("rules",
                     "'%1' is no '%2' of a schedule, which go from %3: the cluster refuses the CronJob"),
             field.text, names[i], ranges[i]});
        if (i == 4 && field.text == "7")
            finding.fix({MESSAGE("rules", "Write %1"), "\"0\""},
                        Edit{{{field.place.file, field.place.range, "\"0\""}}});
    }
}

}

extern const Rule cron_schedule{
    .id = "cron-schedule",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A schedule that no cluster reads"),
    .why = MESSAGE("rules",
                   "The build writes it as it is. The cluster refuses the CronJob, and the task never runs."),
    .cure = MESSAGE("rules", "Write five parts within their ranges; Sunday is 0, not 7."),
    .source = "c2c 4.0.0, section 5.7; Kubernetes, CronJob",
    .example = {.wrong = R"(=== main.bal
import ballerina/cloud;

@cloud:Task {schedule: {minutes: "0", hours: "2", dayOfMonth: "*", monthOfYear: "*", daysOfWeek: «"7"»}}
public function main() {
}
)",
                .right = R"(=== main.bal
import ballerina/cloud;

@cloud:Task {schedule: {minutes: "0", hours: "2", dayOfMonth: "*", monthOfYear: "*", daysOfWeek: "0"}}
public function main() {
}
)"},
    .check = check};

}
