#include "tests/core/rules/rule_run.h"

#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/config_toml.h"
#include "core/schema/deployment_toml.h"

#include <QtGlobal>

#include <algorithm>

namespace arabesque::tests {

std::vector<Diagnostic> RuleRun::on(const MarkedText& text) const {
    const toml::Document document(text.text);
    ballerina::PackageFacts facts = ballerina::scan(
        {{.file = "main.bal", .module = {}, .text = std::make_shared<const std::string>(sources)}});
    if (sources.empty()) facts.configurables = configurables, facts.modules = modules;
    const Schema config = configToml(facts, "acme", "orders", document);
    const Schema package = *ballerinaToml(document);
    const Schema& schema = file == "Cloud.toml"        ? static_cast<const Schema&>(cloud())
                           : file == "Deployment.toml" ? static_cast<const Schema&>(deploymentToml())
                           : file == "Config.toml"     ? config
                                                       : package;
    std::vector<CheckedDocument> documents{
        {file, document, schema, shapesOf(document, schema), stopsTheTool}};
    const std::string besideName = "Ballerina.toml";
    const toml::Document beside(packageToml);
    if (file == "Config.toml") documents.push_back({besideName, beside, ballerinaToml(), {}, true});
    const Deployment deployment;
    std::vector<Diagnostic> diagnostics;
    Findings findings(rule, diagnostics);
    const Snapshot snapshot;
    rule.check({documents, facts, deployment, snapshot}, findings);
    std::erase_if(diagnostics,
                  [&](const Diagnostic& d) { return d.place.file == besideName && file != besideName; });
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.rule != rule.id || diagnostic.place.file != file)
            qFatal("a finding of another rule or file");
    return diagnostics;
}

std::string RuleRun::says(std::string_view text) const {
    const MarkedText given = marked(text);
    std::string said;
    std::vector<ByteRange> ranges;
    for (const Diagnostic& diagnostic : on(given)) {
        said += diagnostic.code + (diagnostic.code.empty() ? "" : " ") + nameOf(diagnostic.severity) + ": " +
                diagnostic.message.english() + '\n';
        if (ranges.empty() || ranges.back() != diagnostic.place.range)
            ranges.push_back(diagnostic.place.range);
    }
    const std::string found = withMarks(given.text, ranges);
    return found == text ? said : "marked otherwise:\n" + found;
}

std::string afterFix(const MarkedText& text, const Diagnostic& diagnostic, std::size_t fix) {
    if (fix >= diagnostic.fixes.size()) return "(no such fix)";
    return applied(text.text, diagnostic.place.file, diagnostic.fixes[fix].edit);
}

std::string titlesOf(const Diagnostic& diagnostic) {
    std::string titles;
    for (const Fix& fix : diagnostic.fixes) titles += (titles.empty() ? "" : " | ") + fix.title.english();
    return titles;
}

const Rule& ruleNamed(std::string_view id) {
    const auto found = std::ranges::find_if(allRules(), [&](const Rule* rule) { return rule->id == id; });
    if (found == allRules().end()) qFatal("no rule '%s'", std::string(id).c_str());
    return **found;
}

}
