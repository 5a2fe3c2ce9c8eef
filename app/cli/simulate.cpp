#include "core/topology/simulate.h"

#include "app/cli/json.h"
#include "app/cli/project.h"
#include "app/cli/verbs.h"
#include "core/topology/availability.h"
#include "core/topology/disruption.h"
#include "core/topology/single_points.h"

#include <algorithm>
#include <format>

namespace arabesque::cli {

namespace {

Json toJson(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}
template <class T> Json toJson(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json toJson(const std::vector<Message>& messages) {
    Json list = Json::array();
    for (const Message& each : messages) list.push_back(each.english());
    return list;
}

Json namesOf(const std::vector<Outcome::Part>& parts) {
    Json list = Json::array();
    for (const Outcome::Part& each : parts) list.push_back(each.name);
    return list;
}

Json reasonsOf(const Outcome& outcome) {
    Json reasons = Json::object();
    for (const auto* parts : {&outcome.down, &outcome.cutOff})
        for (const Outcome::Part& each : *parts) reasons[each.name] = each.why.english();
    return reasons;
}

void addTimes(const Outcome& outcome, Json& json) {
    json["detection_s"] = Json::object();
    json["detection"] = Json::array();
    for (const Detection& each : outcome.detections) {
        json["detection_s"][each.subject] = toJson(each.seconds);
        json["detection"].push_back({{"subject", each.subject},
                                     {"seconds", toJson(each.seconds)},
                                     {"at_least", each.atLeast},
                                     {"how", each.how.english()},
                                     {"inputs", each.inputs}});
    }
    json["recovery"] = Json::array();
    for (const Recovery& each : outcome.recoveries) {
        Json steps = Json::array();
        for (const Recovery::Step& step : each.steps)
            steps.push_back({{"step", step.what.english()}, {"seconds", toJson(step.seconds)}});
        json["recovery"].push_back({{"subject", each.subject},
                                    {"seconds", each.seconds()},
                                    {"at_least", each.lowerBound},
                                    {"outage", each.outage},
                                    {"steps", std::move(steps)}});
    }
    const Recovery* outage = outcome.longestOutage();
    json["outage_s"] = !outcome.data ? Json(nullptr) : Json(outage == nullptr ? 0 : outage->seconds());
    json["timeline"] = Json::array();
    for (const Event& each : outcome.timeline)
        json["timeline"].push_back({{"seconds", each.seconds},
                                    {"at_least", each.atLeast},
                                    {"after_repair", each.afterRepair},
                                    {"event", each.what.english()}});
}

void addLosses(const Outcome& outcome, Json& json) {
    json["takeover"] = Json::array();
    for (const Takeover& each : outcome.takeovers)
        json["takeover"].push_back({{"from", each.from}, {"to", each.to}, {"how", each.how.english()}});
    json["data_loss"] = Json::array();
    for (const DataLoss& each : outcome.dataLosses)
        json["data_loss"].push_back(
            {{"database", each.database}, {"seconds", toJson(each.seconds)}, {"how", each.how.english()}});
    json["at_risk"] = {{"failing", toJson(outcome.atRisk.failing)},
                       {"slow", toJson(outcome.atRisk.slow)},
                       {"at_least", outcome.atRisk.atLeast},
                       {"notes", toJson(outcome.atRisk.notes)}};
}

Json toJson(const Capacity& capacity) {
    return {{"before", toJson(capacity.before)},      {"left", toJson(capacity.left)},
            {"peak", toJson(capacity.peak)},          {"enough", toJson(capacity.isEnough())},
            {"copies_before", capacity.copiesBefore}, {"copies_left", capacity.copiesLeft}};
}

/// What failures leave, and what can be said of the deployment as it is laid out.
struct Report {
    Outcome outcome;
    Availability availability;
    std::vector<CutSet> cuts;
    std::vector<Disruption> disruptions;
};

std::string namesOf(const CutSet& cut) {
    std::string text;
    for (const Failure& each : cut.failures) text += (text.empty() ? "" : " and ") + toText(each);
    return text;
}

void addDesign(const Report& report, Json& json) {
    json["availability_of"] = {{"data", toJson(report.availability.data)},
                               {"control", toJson(report.availability.control)}};
    json["single_points_of_failure"] = Json::array();
    for (const CutSet& each : report.cuts) {
        Json failures = Json::array();
        for (const Failure& failed : each.failures) failures.push_back(toText(failed));
        json["single_points_of_failure"].push_back(
            {{"failures", std::move(failures)}, {"data", each.data}, {"control", each.control}});
    }
    json["disruption"] = Json::array();
    for (const Disruption& each : report.disruptions)
        json["disruption"].push_back({{"question", nameOf(each.question)},
                                      {"subject", each.subject},
                                      {"possible", each.possible},
                                      {"answer", each.answer.english()}});
}

Json jsonOf(const Report& report) {
    const Outcome& outcome = report.outcome;
    Json json{{"serving", outcome.serving}, {"down", namesOf(outcome.down)}};
    addTimes(outcome, json);
    json["capacity"] = toJson(outcome.capacity);
    json["availability"] = toJson(report.availability.data);
    json["assumptions"] = toJson(outcome.assumptions);
    for (const Message& each : report.availability.assumptions) json["assumptions"].push_back(each.english());
    json["standby"] = outcome.waiting;
    json["cut_off"] = namesOf(outcome.cutOff);
    json["reasons"] = reasonsOf(outcome);
    json["regions"] = outcome.regions;
    json["paths"] = {{"data", outcome.data}, {"control", toJson(outcome.control)}};
    addLosses(outcome, json);
    json["notes"] = toJson(outcome.notes);
    addDesign(report, json);
    return json;
}

/// The same for people: a heading, and lines below it.
class TextReport {
public:
    std::string run(const Report& report) {
        const Outcome& outcome = report.outcome;
        const Recovery* outage = outcome.longestOutage();
        if (!outcome.data)
            line("Clients are not served.");
        else if (outage == nullptr)
            line("Clients are served.");
        else
            line("Clients are served again after " + timeText(outage->seconds(), outage->lowerBound) + '.');
        if (outcome.control)
            line(*outcome.control ? "The control path works." : "The control path does not work.");
        names("Serves", outcome.serving);
        names("Waits", outcome.waiting);
        parts("Down", outcome.down);
        parts("Cut off", outcome.cutOff);
        for (const Takeover& each : outcome.takeovers)
            item("Takes over", each.to + " from " + each.from + ": " + each.how.english());
        for (const Detection& each : outcome.detections) item("Noticed", textOf(each));
        for (const Recovery& each : outcome.recoveries) item("Recovery", textOf(each));
        for (const DataLoss& each : outcome.dataLosses)
            item("Data lost", each.database + ": " + (each.seconds ? secondsText(*each.seconds) : "unknown") +
                                  ", " + each.how.english());
        item("Capacity", textOf(outcome.capacity));
        risk(outcome.atRisk);
        timeline(outcome.timeline);
        messages("Notes", outcome.notes);
        design(report);
        messages("Assumptions", outcome.assumptions);
        messages("Assumptions", report.availability.assumptions);
        return m_text;
    }

private:
    void line(const std::string& text) { m_text += printable(text) + '\n'; }
    void item(const std::string& heading, const std::string& text) {
        if (m_heading != heading) line(heading + ':');
        m_heading = heading;
        line("    " + text);
    }
    void names(const std::string& heading, const std::vector<std::string>& all) {
        std::string text;
        for (const std::string& each : all) text += (text.empty() ? "" : ", ") + each;
        if (!text.empty()) line(heading + ": " + text);
    }
    void parts(const std::string& heading, const std::vector<Outcome::Part>& all) {
        for (const Outcome::Part& each : all) item(heading, each.name + ": " + each.why.english());
    }
    void messages(const std::string& heading, const std::vector<Message>& all) {
        for (const Message& each : all) item(heading, each.english());
    }

    static std::string timeText(double seconds, bool atLeast) {
        return (atLeast ? "at least " : "") + secondsText(seconds);
    }

    static std::string textOf(const Detection& detection) {
        std::string text = detection.subject + ": ";
        if (detection.seconds) text += timeText(*detection.seconds, detection.atLeast) + ", ";
        text += detection.how.english();
        std::string inputs;
        for (const std::string& each : detection.inputs) inputs += (inputs.empty() ? " (" : ", ") + each;
        return text + (inputs.empty() ? "" : inputs + ')');
    }

    static std::string textOf(const Recovery& recovery) {
        std::string steps;
        for (const Recovery::Step& each : recovery.steps)
            steps += (steps.empty() ? "" : ", ") + each.what.english() + ' ' +
                     (each.seconds ? secondsText(*each.seconds) : "at a time not known");
        const bool isKnown = std::ranges::any_of(
            recovery.steps, [](const Recovery::Step& each) { return each.seconds.has_value(); });
        const std::string time =
            isKnown ? timeText(recovery.seconds(), recovery.lowerBound) : "time not known";
        return recovery.subject + ": " + time + " (" + steps + ')';
    }

    static std::string rateText(const std::optional<std::int64_t>& rate) {
        return rate ? std::to_string(*rate) : "unknown";
    }

    static std::string textOf(const Capacity& capacity) {
        std::string text =
            std::to_string(capacity.copiesLeft) + " of " + std::to_string(capacity.copiesBefore) + " copies";
        if (!capacity.left && !capacity.before) return text + "; what one carries is not declared";
        text = rateText(capacity.left) + " of " + rateText(capacity.before) + " requests/s, " + text;
        if (const auto enough = capacity.isEnough())
            text += (*enough ? ": enough for the peak of " : ": not enough for the peak of ") +
                    std::to_string(*capacity.peak);
        return text;
    }

    static std::string countText(const std::optional<double>& count) {
        return count ? std::format("{:.0f}", *count) : "unknown";
    }

    void risk(const AtRisk& risk) {
        const std::string least = risk.atLeast && risk.failing ? "at least " : "";
        item("Requests at risk",
             least + countText(risk.failing) + " fail, " + countText(risk.slow) + " are slow");
        for (const Message& each : risk.notes) item("Requests at risk", each.english());
    }

    void timeline(const std::vector<Event>& events) {
        for (const Event& each : events)
            item("Timeline", (each.afterRepair ? "repair + " : "") + timeText(each.seconds, each.atLeast) +
                                 "  " + each.what.english());
    }

    void design(const Report& report) {
        availability("Clients are served", report.availability.data);
        availability("The control path works", report.availability.control);
        for (const CutSet& each : report.cuts)
            item("Cannot be lost", namesOf(each) + (each.data ? "" : ", for the control path"));
        for (const Disruption& each : report.disruptions)
            item("Planned and unplanned changes", each.subject + ": " + each.answer.english());
    }

    void availability(const std::string& what, const std::optional<double>& share) {
        if (share)
            item("Availability, an estimate", what + ' ' + percentText(*share) + " of the time: about " +
                                                  countText(minutesDown(*share)) + " minutes a year without");
    }

    std::string m_heading, m_text;
};

Result<std::vector<Failure>> failuresIn(const Arguments& arguments, const Topology& topology) {
    std::vector<Failure> failures;
    for (const std::string_view text : arguments.values("--fail")) {
        auto failed = readFailure(topology, text);
        if (!failed) return std::unexpected(failed.error());
        if (!std::ranges::contains(failures, *failed)) failures.push_back(*std::move(failed));
    }
    return failures;
}

}

Result<Exit> simulateFailures(const Arguments& arguments, Output& output) {
    AnalysisOptions options = optionsIn(arguments);
    options.artifacts = false;
    const auto project = load(arguments.operand("PROJECT"), options);
    if (!project) return std::unexpected(project.error());
    const Topology& topology = project->analysis.deployment.topology;
    if (topology.nodes.empty())
        return failure(
            {MESSAGE("cli", "Deployment.toml lays out no nodes, so there is nothing to simulate: add "
                            "[[node]] with a name and a role")});
    const auto failures = failuresIn(arguments, topology);
    if (!failures) return std::unexpected(failures.error());
    const Report report{simulate(topology, *failures), availabilityOf(topology),
                        cutSetsOf(topology, arguments.has("--pairs")), disruptionsOf(topology)};
    output.out = arguments.value("--format") == "json" ? printed(jsonOf(report)) : TextReport().run(report);
    return Exit::Good;
}

}
