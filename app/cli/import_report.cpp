#include "app/cli/import_report.h"

#include "app/cli/json.h"
#include "app/cli/output.h"

#include <algorithm>
#include <array>

namespace arabesque::cli {
namespace {

using Row = std::array<std::string, 4>;

/// Columns as wide as their widest word.
std::string table(const std::vector<Row>& rows) {
    std::array<std::size_t, 4> widths{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    std::string text;
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i)
            line +=
                ' ' + row[i] + (i + 1 == row.size() ? "" : std::string(widths[i] - row[i].size() + 1, ' '));
        text += line + '\n';
    }
    return text;
}

std::string shown(const std::string& value) {
    return value.empty() ? "-" : printable(value);
}

std::string proposalTable(const ImportResult& result) {
    std::vector<Row> rows{{"setting", "now", "there", "line"}};
    for (const ImportProposal& each : result.proposals)
        rows.push_back({printable(each.setting()), shown(each.now),
                        each.unset ? "(removed)" : shown(each.there), std::to_string(each.line)});
    return rows.size() == 1 ? "" : table(rows);
}

std::string textOf(const ImportResult& result) {
    std::string text = printable(result.file) + ": ";
    if (result.refusal) return text + printable(result.refusal->english()) + '\n';
    text += Message(nameOf(result.kind)).english();
    if (!result.counterpart.empty()) text += ", compared with " + printable(result.counterpart);
    text += result.isClean() ? ": nothing differs\n" : "\n";
    text += proposalTable(result);
    for (const ImportFinding& each : result.findings)
        text += printable(result.file) + ':' + std::to_string(each.line) + ": " +
                arabesque::nameOf(each.severity) + ": " + printable(each.message.english()) + " [" +
                each.form + "]\n    right: " + printable(each.right.english()) +
                (each.edit.empty() ? "" : " (--fix writes it)") + '\n';
    for (const NotUnderstood& each : result.notUnderstood)
        text += printable(result.file) + ':' + std::to_string(each.line) +
                ": not taken over: " + printable(each.path) + ": " + printable(each.why.english()) + '\n';
    return text;
}

Json jsonOf(const ImportResult& result) {
    Json proposals = Json::array(), findings = Json::array(), left = Json::array();
    for (const ImportProposal& each : result.proposals) {
        Json entries = Json::object();
        for (const auto& [key, value] : each.entries) entries[key] = value;
        proposals.push_back({{"document", each.document},
                             {"key", toml::toText(each.path)},
                             {"now", each.now},
                             {"there", each.there},
                             {"value", each.value},
                             {"entry", std::move(entries)},
                             {"unset", each.unset},
                             {"line", each.line}});
    }
    for (const ImportFinding& each : result.findings)
        findings.push_back({{"form", each.form},
                            {"severity", arabesque::nameOf(each.severity)},
                            {"line", each.line},
                            {"message", each.message.english()},
                            {"right", each.right.english()},
                            {"mechanical", !each.edit.empty()}});
    for (const NotUnderstood& each : result.notUnderstood)
        left.push_back({{"path", each.path}, {"line", each.line}, {"why", each.why.english()}});
    return {{"file", result.file},
            {"kind", Message(nameOf(result.kind)).english()},
            {"refusal", result.refusal ? result.refusal->english() : ""},
            {"counterpart", result.counterpart},
            {"proposals", std::move(proposals)},
            {"findings", std::move(findings)},
            {"notUnderstood", std::move(left)}};
}

}

std::string importText(std::span<const ImportResult> results, std::string_view patch) {
    std::string text;
    for (const ImportResult& each : results) text += textOf(each);
    if (!patch.empty()) (text += '\n') += patch;
    return text;
}

std::string importJson(std::span<const ImportResult> results) {
    Json files = Json::array();
    for (const ImportResult& each : results) files.push_back(jsonOf(each));
    return printed({{"files", std::move(files)}});
}

}
