#include "core/model/resolve.h"

#include "app/cli/json.h"
#include "app/cli/project.h"
#include "app/cli/verbs.h"
#include "core/analysis/scenario.h"
#include "core/files/project_files.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

constexpr const char* masked = "******";

/// A TOML value as JSON; what JSON cannot hold, such as a date, as its text.
Json toJson(const toml::Node& node) {
    if (node.kind == toml::Node::Kind::Array) {
        Json list = Json::array();
        for (const toml::Node& element : node.elements) list.push_back(toJson(element));
        return list;
    }
    if (node.kind == toml::Node::Kind::Table) {
        Json object = Json::object();
        for (const toml::Member& member : node.members) object[member.name] = toJson(member.node);
        return object;
    }
    switch (node.value->kind) {
    case toml::Kind::Integer: return node.value->integer;
    case toml::Kind::Float: return node.value->number;
    case toml::Kind::Boolean: return node.value->boolean;
    default: return node.value->text;
    }
}

Json valueOf(const Candidate& candidate, bool secret) {
    if (!candidate.value) return nullptr;
    if (secret) return masked;
    const toml::Document read("v = " + *candidate.value);
    const toml::Node* node = read.root().member("v");
    return node == nullptr ? Json(*candidate.value) : toJson(*node);
}

/// The lists of a report, which those of all packages of a workspace share.
struct Lists {
    Json values = Json::array(), sources = Json::array(), shutOut = Json::array(), messages = Json::array();

    [[nodiscard]] std::string text() && {
        return Json{{"values", std::move(values)},
                    {"sources", std::move(sources)},
                    {"notRead", std::move(shutOut)},
                    {"diagnostics", std::move(messages)}}
                   .dump(2, ' ', false, Json::error_handler_t::replace) +
               "\n";
    }
};

/// Of one package.
class Report {
public:
    Report(const Project& project, const Resolution& resolution, const Scenario& scenario)
        : m_positions(project.snapshot()),
          m_package(project.inWorkspace),
          m_resolution(resolution),
          m_scenario(scenario) {}

    void addTo(Lists& lists) {
        for (const ResolvedValue& each : m_resolution.values) add(lists.values, toJson(each));
        for (const RuntimeMessage& each : m_resolution.messages) {
            Json message{{"code", each.code}, {"severity", nameOf(each.severity)}};
            if (!each.source.empty()) message["source"] = each.source;
            addPlace(message, each.place);
            message["message"] = each.message.english();
            add(lists.messages, std::move(message));
        }
        for (const ConfigSource& each : m_scenario.sources)
            add(lists.sources, {{"source", each.label}, {"path", each.path}});
        for (const ShutOut& each : m_scenario.shutOut)
            add(lists.shutOut, {{"source", each.label}, {"reason", each.reason.english()}});
    }

    std::string text() {
        if (!m_package.empty()) line(m_package + ':');
        if (m_resolution.nothingIsRead)
            line("The program has no configurable variables, so it reads no configuration.");
        for (const ShutOut& each : m_scenario.shutOut)
            line(each.label + " is not read: " + each.reason.english());
        for (const ResolvedValue& each : m_resolution.values) {
            line(each.key + " = " + (each.winner ? shown(*each.winner, each.secret) : "(no value)"));
            for (const Candidate& ignored : each.ignored)
                line("    ignored: " + shown(ignored, each.secret) + ", because " + ignored.note.english());
        }
        for (const RuntimeMessage& each : m_resolution.messages)
            line(std::string(nameOf(each.severity)) + ": " + where(each.place) +
                 (each.source.empty() ? "" : each.source + ": ") + each.message.english() + " [" + each.code +
                 ']');
        return m_text;
    }

private:
    void line(const std::string& text) { m_text += printable(text) + '\n'; }

    void add(Json& list, Json entry) const {
        if (!m_package.empty()) entry["folder"] = m_package;
        list.push_back(std::move(entry));
    }

    [[nodiscard]] std::string fileOf(const Place& place) const { return prefixOf(m_package) + place.file; }
    std::string lineOf(const Place& place) {
        return fileOf(place) + ':' + std::to_string(m_positions.at(place.file, place.range.begin).line);
    }
    std::string where(const Place& place) { return place.file.empty() ? "" : lineOf(place) + ": "; }

    std::string shown(const Candidate& candidate, bool secret) {
        std::string text = !candidate.value
                               ? candidate.source == "default" ? "(computed)" : "(known to the cluster)"
                           : secret ? masked
                                    : *candidate.value;
        text += " from " + candidate.source;
        if (!candidate.place.file.empty()) text += " (" + lineOf(candidate.place) + ')';
        return text;
    }

    void addPlace(Json& json, const Place& place) {
        if (place.file.empty()) return;
        const Position position = m_positions.at(place.file, place.range.begin);
        json["file"] = fileOf(place);
        json["line"] = position.line;
        json["column"] = position.column;
    }

    Json toJson(const Candidate& candidate, bool secret) {
        Json json{{"value", valueOf(candidate, secret)}, {"source", candidate.source}};
        addPlace(json, candidate.place);
        return json;
    }

    Json toJson(const ResolvedValue& resolved) {
        Json json{{"key", resolved.key}};
        if (resolved.winner)
            json.update(toJson(*resolved.winner, resolved.secret));
        else
            json["value"] = json["source"] = nullptr;
        if (resolved.secret) json["secret"] = true;
        json["ignored"] = Json::array();
        for (const Candidate& each : resolved.ignored) {
            Json ignored = toJson(each, resolved.secret);
            ignored["reason"] = each.note.english();
            json["ignored"].push_back(std::move(ignored));
        }
        return json;
    }

    Positions m_positions;
    std::string m_package;   ///< see OpenedProject::inWorkspace
    const Resolution& m_resolution;
    const Scenario& m_scenario;
    std::string m_text;
};

Result<Start> startIn(const Arguments& arguments) {
    Start start;
    const std::string_view target = arguments.value("--target");
    if (target == "docker") start.where = Start::Where::Container;
    if (target == "k8s" || target == "openshift") start.where = Start::Where::Kubernetes;
    for (const std::string_view variable : arguments.values("--var")) {
        const std::size_t equals = variable.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return failure(
                {MESSAGE("cli", "--var takes NAME=VALUE, and '%1' is none"), std::string(variable)});
        start.variables.emplace_back(variable.substr(0, equals), variable.substr(equals + 1));
    }
    for (const std::string_view argument : arguments.values("--arg")) start.arguments.emplace_back(argument);
    return start;
}

}

Result<Exit> resolveConfiguration(const Arguments& arguments, Output& output) {
    auto start = startIn(arguments);
    if (!start) return std::unexpected(start.error());
    AnalysisOptions options = optionsIn(arguments);
    options.target.clear();   // where it is started is not what files are made for
    options.artifacts = false;
    const auto projects = loadAll(arguments.operand("PROJECT"), options, Kept::Everything);
    if (!projects) return std::unexpected(projects.error());
    Lists lists;
    const bool asJson = arguments.value("--format") == "json";
    bool starts = true;
    for (const Project& project : *projects) {
        start->load = resourceLoader(project.place);
        const Scenario scenario = scenarioOf(project.analysis, *start);
        const Resolution resolution = resolve(project.analysis, scenario);
        starts = starts && resolution.starts();
        Report report(project, resolution, scenario);
        if (asJson)
            report.addTo(lists);
        else
            output.out += report.text();
    }
    if (asJson) output.out = std::move(lists).text();
    return starts ? Exit::Good : Exit::Findings;
}

}
