#include "app/diagram/findings_by_box.h"

#include "app/session/session.h"
#include "core/diagram/gestures.h"

namespace arabesque {

std::string boxAt(const Session& session, const Place& place) {
    const auto& analysis = session.analysis();
    if (!analysis || place.file != gestures::file) return {};
    const auto document = analysis->documents.find(place.file);
    if (document == analysis->documents.end()) return {};
    const toml::Path path = document->second.pathAt(place.range.begin);
    if (path.size() < 2 || !std::holds_alternative<std::size_t>(path[1])) return {};
    const std::string& table = std::get<std::string>(path[0]);
    const std::size_t number = std::get<std::size_t>(path[1]);
    const Topology& topology = analysis->deployment.topology;
    if (table == "node" && number < topology.nodes.size()) return "node:" + *topology.nodes[number].name;
    if (table == "database" && number < topology.databases.size())
        return "database:" + *topology.databases[number].name;
    return {};
}

FindingsByBox findingsByBox(const Session& session) {
    FindingsByBox all;
    if (!session.findings()) return all;
    for (const Diagnostic& found : *session.findings()) {
        const std::string box = boxAt(session, found.place);
        if (box.empty()) continue;
        BoxFindings& count = all[box];
        if (found.severity == Severity::Error) ++count.errors;
        if (found.severity == Severity::Warning) ++count.warnings;
        if (found.severity == Severity::Info) ++count.infos;
    }
    return all;
}

std::vector<Diagnostic> findingsOf(const Session& session, const std::string& box) {
    std::vector<Diagnostic> all;
    if (!session.findings()) return all;
    for (const Diagnostic& found : *session.findings())
        if (boxAt(session, found.place) == box) all.push_back(found);
    return all;
}

}
