#include "core/import/chart_keys.h"
#include "core/import/guide_form.h"
#include "core/schema/shape.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>
#include <set>

namespace arabesque {

namespace {

using Keys = std::set<std::string, std::less<>>;

Keys keysOf(const ChartKeys& chart) {
    Keys keys;
    for (const auto line : chart.keys | std::views::split('\n'))
        if (!line.empty()) keys.emplace(std::string_view(line));
    return keys;
}

/// Whether a chart reads a value: itself, any key of its map, or a whole that it is a part of.
bool reads(const Keys& keys, std::string_view path) {
    if (keys.contains(path)) return true;
    for (std::size_t end = path.rfind('.'); end != std::string_view::npos && end > 0;
         end = path.rfind('.', end - 1)) {
        std::string_view parent = path.substr(0, end);
        if (keys.contains(std::string(parent) + ".*") || keys.contains(parent)) return true;
        if (parent.ends_with("[]") && keys.contains(parent.substr(0, parent.size() - 2))) return true;
    }
    return path.ends_with("[]") && keys.contains(path.substr(0, path.size() - 2));
}

/// Values that are a finding of their own, with what to write instead (topologies.md, section 4.2).
bool isOfGuide(std::string_view path) {
    static constexpr std::string_view tables[] = {"wso2.deployment.am.", "wso2.persistence.", "wso2.ingress.",
                                                  "wso2.subscription."};
    return std::ranges::any_of(tables, [&](std::string_view table) { return path.starts_with(table); });
}

bool isOfApiManager(const ImportedFile& file) {
    if (file.kind != ImportKind::HelmValues || file.documents.empty()) return false;
    const TreeNode& values = file.documents.front();
    return values.at({"wso2", "apim"}) != nullptr && values.at({"wso2", "config"}) == nullptr;
}

void check(const ImportedFile& file, GuideFindings& findings) {
    if (!isOfApiManager(file)) return;
    std::string_view chart;
    Keys keys;
    std::ptrdiff_t most = 0;
    for (const ChartKeys& each : chartsOfApiManager()) {
        Keys its = keysOf(each);
        const auto known = std::ranges::count_if(
            file.values, [&](const ImportedValue& value) { return reads(its, patternOfValue(value.path)); });
        if (known <= most) continue;
        most = known;
        chart = each.chart;
        keys = std::move(its);
    }
    if (most == 0) return;
    const std::vector<std::string> names(keys.begin(), keys.end());
    for (const ImportedValue& value : file.values) {
        const std::string path = patternOfValue(value.path);
        if (reads(keys, path) || isOfGuide(path)) continue;
        const std::string near = nearestOf(names, path);
        findings.atLine(
            value.line,
            {MESSAGE("import", "Chart %1 reads no `%2`, and says nothing of it: it has no effect"),
             std::string(chart), path},
            near.empty() ? Message(MESSAGE("import", "One of the values of the chart, or none"))
                         : Message{MESSAGE("import", "`%1`"), near});
    }
}

}

extern const GuideForm chart_key_unknown{
    .id = "chart-key-unknown",
    .severity = Severity::Error,
    .file = "values.yaml",
    .source = "4.2",
    .check = check,
    .wrong = "wso2:\n  apim:\n    configurations:\n      throttling:\n        serviceUrl: tm\n  deployment:\n"
             "    replica: 3\n    minReplicas: 3\n",
    .right = "wso2:\n  apim:\n    configurations:\n      throttling:\n        serviceUrl: tm\n  deployment:\n"
             "    replicas: 3\n    minReplicas: 3\n"};

}
