#include "app/cli/json.h"
#include "app/cli/project.h"
#include "app/cli/verbs.h"
#include "core/schema/secret_names.h"

namespace arabesque::cli {
namespace {

using ballerina::Configurable;
using ballerina::PackageFacts;
using ballerina::Service;

Json place(Positions& positions, const Place& place) {
    return {{"file", place.file}, {"line", positions.at(place.file, place.range.begin).line}};
}

Json portsOf(const Service& service) {
    Json ports = Json::array();
    for (const ballerina::Port& port : service.ports) ports.push_back(port.number);
    return ports;
}

Json toJson(const Service& service, Positions& positions) {
    Json resources = Json::array();
    for (const ballerina::Resource& resource : service.resources)
        resources.push_back({{"accessor", resource.accessor}, {"path", resource.path}});
    Json json{{"path", service.path}, {"ports", portsOf(service)}, {"resources", std::move(resources)}};
    json.update(place(positions, service.place));
    return json;
}

/// The default as written; a secret's is not shown.
std::string defaultOf(const Configurable& configurable) {
    const bool hidden = soundsSecret(configurable.name) && configurable.fallback.size() > 2 &&
                        configurable.fallback.starts_with('"');
    return hidden ? "\"******\"" : configurable.fallback;
}

Json toJson(const Configurable& configurable, Positions& positions) {
    Json json{{"module", configurable.module},
              {"name", configurable.name},
              {"type", configurable.type.text},
              {"required", configurable.required},
              {"default", configurable.required ? Json() : Json(defaultOf(configurable))}};
    json.update(place(positions, configurable.place));
    return json;
}

Json toJson(const std::optional<ballerina::Task>& task, Positions& positions) {
    if (!task) return nullptr;
    Json json{{"schedule", task->schedule ? Json(*task->schedule) : Json()}};
    json.update(place(positions, task->place));
    return json;
}

Json jsonOf(const Analysis& analysis) {
    Positions positions(*analysis.snapshot);
    Json services = Json::array();
    for (const Service& service : analysis.facts->services) services.push_back(toJson(service, positions));
    Json configurables = Json::array();
    for (const Configurable& it : analysis.facts->configurables)
        configurables.push_back(toJson(it, positions));
    const Deployment& deployment = analysis.deployment;
    return {{"package",
             {{"org", *deployment.organisation},
              {"name", *deployment.package},
              {"version", *deployment.version}}},
            {"services", std::move(services)},
            {"configurables", std::move(configurables)},
            {"task", toJson(analysis.facts->task, positions)}};
}

std::string plainText(const Analysis& analysis) {
    Positions positions(*analysis.snapshot);
    const auto where = [&](const Place& place) {
        return " (" + place.file + ":" + std::to_string(positions.at(place.file, place.range.begin).line) +
               ")";
    };
    const Deployment& deployment = analysis.deployment;
    std::string text;
    const auto line = [&](const std::string& content) { text += printable(content) + "\n"; };
    line((deployment.organisation->empty() ? "" : *deployment.organisation + "/") + *deployment.package +
         (deployment.version->empty() ? "" : " " + *deployment.version));
    for (const Service& service : analysis.facts->services) {
        std::string ports;
        for (const ballerina::Port& port : service.ports) ports += " " + std::to_string(port.number);
        line("service " + (service.path.empty() ? "(no path)" : service.path) +
             (ports.empty() ? "" : " on" + ports) + where(service.place));
        for (const ballerina::Resource& resource : service.resources)
            line("  " + resource.accessor + " " + resource.path);
    }
    for (const Configurable& it : analysis.facts->configurables)
        line("configurable " + (it.module.empty() ? "" : it.module + ":") + it.name + ": " + it.type.text +
             (it.required ? ", required" : " = " + defaultOf(it)) + where(it.place));
    if (const auto& task = analysis.facts->task)
        line((task->schedule ? "task at \"" + *task->schedule + "\"" : std::string("task")) +
             where(task->place));
    return text;
}

}

Result<Exit> inspect(const Arguments& arguments, Output& output) {
    const auto projects = loadAll(arguments.operand("PROJECT"), {.artifacts = false});
    if (!projects) return std::unexpected(projects.error());
    if (arguments.value("--format") != "json") {
        for (const Project& project : *projects)
            output.out += (output.out.empty() ? "" : "\n") + plainText(project.analysis);
        return Exit::Good;
    }
    Json packages = Json::array();
    for (const Project& project : *projects) {
        packages.push_back(jsonOf(project.analysis));
        if (!project.inWorkspace.empty()) packages.back()["folder"] = project.inWorkspace;
    }
    const bool workspace = !projects->front().inWorkspace.empty();
    output.out = printed(workspace ? Json{{"packages", std::move(packages)}} : packages.front());
    return Exit::Good;
}

}
