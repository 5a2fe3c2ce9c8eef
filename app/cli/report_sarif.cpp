#include "app/cli/json.h"
#include "app/cli/report.h"
#include "core/rules/reference.h"

#include <set>

namespace arabesque::cli {
namespace {

/// A path as a URI reference: everything but unreserved characters and '/' in percent codes.
std::string toUri(const std::string& path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~/";
    std::string uri;
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        const bool letter =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (letter || plain.contains(character))
            uri += character;
        else
            (uri += '%') += {digits[byte >> 4U], digits[byte & 15U]};
    }
    return uri;
}

const char* levelOf(Severity severity) {
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

/// What a rule's page says, for who shows results.
Json ruleJson(const std::string& id) {
    Json json{{"id", id}};
    const Rule* rule = findRule(id);
    if (rule == nullptr) return json;
    json["shortDescription"] = {{"text", rule->title.text}};
    json["fullDescription"] = {{"text", rule->why.text}};
    json["help"] = {{"text", rule->cure.text}, {"markdown", pageOf(*rule)}};
    json["defaultConfiguration"] = {{"level", levelOf(rule->severity)}};
    return json;
}

class Writer {
public:
    explicit Writer(const Snapshot& snapshot) : m_positions(snapshot) {}

    Json result(const Diagnostic& diagnostic) {
        Json json{{"ruleId", diagnostic.rule},
                  {"level", levelOf(diagnostic.severity)},
                  {"message", {{"text", diagnostic.message.english()}}}};
        if (!diagnostic.place.file.empty())
            json["locations"] =
                Json::array({{{"physicalLocation",
                               {{"artifactLocation", {{"uri", toUri(diagnostic.place.file)}}},
                                {"region", region(diagnostic.place.file, diagnostic.place.range)}}}}});
        for (const Fix& fix : diagnostic.fixes)
            if (!fix.edit.empty()) json["fixes"].push_back(toJson(fix));
        return json;
    }

private:
    Json region(const std::string& file, ByteRange range) {
        const Position begin = m_positions.at(file, range.begin);
        const Position end = m_positions.at(file, range.end);
        return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line},
                {"endColumn", end.column}, {"byteOffset", range.begin},   {"byteLength", range.size()}};
    }

    Json toJson(const Fix& fix) {
        Json changes = Json::array();
        for (const Change& change : fix.edit.changes)
            changes.push_back(
                {{"artifactLocation", {{"uri", toUri(change.file)}}},
                 {"replacements", Json::array({{{"deletedRegion", region(change.file, change.range)},
                                                {"insertedContent", {{"text", change.text}}}}})}});
        return {{"description", {{"text", fix.title.english()}}}, {"artifactChanges", std::move(changes)}};
    }

    Positions m_positions;
};

}

std::string sarifReport(const Analysis& analysis) {
    Writer writer(*analysis.snapshot);
    std::set<std::string> ids;
    Json results = Json::array();
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        ids.insert(diagnostic.rule);
        results.push_back(writer.result(diagnostic));
    }
    for (const AcceptedFinding& accepted : analysis.accepted) {
        ids.insert(accepted.finding.rule);
        Json result = writer.result(accepted.finding);
        result["suppressions"] = Json::array({{{"kind", "external"}, {"status", "accepted"}}});
        results.push_back(std::move(result));
    }
    Json rules = Json::array();
    for (const std::string& id : ids) rules.push_back(ruleJson(id));
    const Json driver{{"name", "arabesque"}, {"version", ARABESQUE_VERSION}, {"rules", std::move(rules)}};
    const Json run{
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    return printed({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}});
}

}
