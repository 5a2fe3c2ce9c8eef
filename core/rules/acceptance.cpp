#include "core/rules/acceptance.h"

#include "core/model/settings.h"
#include "core/schema/deployment_toml.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";

/// Whether `path` is `key` or stands inside of it.
bool isWithin(const std::string& path, std::string_view key) {
    return path.starts_with(key) &&
           (path.size() == key.size() || path[key.size()] == '.' || path[key.size()] == '[');
}

}

bool Acceptance::expired(std::string_view today) const {
    return !until.empty() && !today.empty() && until < today;
}

bool Acceptance::covers(const Diagnostic& finding, const Checked& project) const {
    if (rule.empty() || finding.rule != rule) return false;
    if (subject.empty() || subject == finding.place.file || subject == *project.deployment.package)
        return true;
    const std::size_t colon = subject.find(':');
    if (colon == std::string::npos || subject.substr(0, colon) != finding.place.file) return false;
    const CheckedDocument* checked = project.document(finding.place.file);
    return checked != nullptr && isWithin(toml::toText(checked->document.pathAt(finding.place.range.begin)),
                                          std::string_view(subject).substr(colon + 1));
}

std::vector<Acceptance> acceptancesOf(const toml::Document& deploymentToml) {
    const DeploymentToml& schema = arabesque::deploymentToml();
    const Settings settings(file, deploymentToml, schema);
    std::vector<Acceptance> all;
    for (std::size_t i = 0; i < settings.count(schema.accepted); ++i) {
        Acceptance acceptance{.number = i,
                              .place = settings.origin(schema.accepted, i).place(),
                              .rule = *settings.value(schema.acceptedRule, i),
                              .subject = *settings.value(schema.acceptedSubject, i)};
        const toml::Node* until = deploymentToml.find({"accepted", i, "until"});
        if (until != nullptr && until->value != nullptr && until->value->kind == toml::Kind::DateTime) {
            constexpr std::size_t day = std::string_view("2027-03-31").size();
            acceptance.until = deploymentToml.text().substr(until->range.begin, day);
            acceptance.untilPlace = {file, until->range};
        }
        all.push_back(std::move(acceptance));
    }
    return all;
}

std::vector<AcceptedFinding> takeAccepted(const Checked& project, std::vector<Diagnostic>& diagnostics) {
    const CheckedDocument* checked = project.document(file);
    if (checked == nullptr) return {};
    const auto all = acceptancesOf(checked->document);
    std::vector<AcceptedFinding> taken;
    std::erase_if(diagnostics, [&](Diagnostic& finding) {
        const auto accepts = [&](const Acceptance& each) {
            return !each.expired(project.today) && each.covers(finding, project);
        };
        const auto acceptance = std::ranges::find_if(all, accepts);
        if (acceptance == all.end()) return false;
        taken.push_back({std::move(finding), acceptance->number});
        return true;
    });
    return taken;
}

}
