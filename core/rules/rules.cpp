#include "core/rules/rule_list.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace arabesque {

namespace {

constexpr std::array rules{
#define RULE(name) &name,
#include "core/rules/rules.def"
#undef RULE
};

}

const Rule* findRule(std::string_view id) {
    const auto named = std::ranges::find_if(rules, [&](const Rule* rule) { return rule->id == id; });
    return named == rules.end() ? nullptr : *named;
}

std::vector<std::string_view> Checked::configurations() const {
    std::vector<std::string_view> named{"Config.toml"};
    for (const Environment& environment : deployment.environments)
        if (files != nullptr && files->contains(*environment.config) &&
            !std::ranges::contains(named, *environment.config))
            named.push_back(*environment.config);
    return named;
}

bool Checked::demands(std::string_view rule) const {
    return std::ranges::find(contract, rule) != contract.end();
}

const CheckedDocument* Checked::document(std::string_view file) const {
    const auto named =
        std::ranges::find_if(documents, [&](const CheckedDocument& each) { return each.file == file; });
    return named == documents.end() ? nullptr : &*named;
}

const toml::Document& Checked::toml(std::string_view file) const {
    static const toml::Document none{std::string()};
    if (files == nullptr) return none;
    const auto named = files->find(file);
    return named == files->end() ? none : named->second;
}

std::optional<std::string> textOf(const toml::Node* node) {
    if (node == nullptr || node->value == nullptr || node->value->kind != toml::Kind::String)
        return std::nullopt;
    return node->value->text;
}

bool isTrue(const toml::Node* node) {
    return node != nullptr && node->value != nullptr && node->value->kind == toml::Kind::Boolean &&
           node->value->boolean;
}

Findings::Finding Findings::at(Place place) {
    m_diagnostics.push_back({.rule = m_rule.id,
                             .code = {},
                             .severity = m_rule.severity,
                             .place = std::move(place),
                             .message = {},
                             .fixes = {}});
    return Finding(m_diagnostics.back());
}

void Findings::handOn(std::span<const Diagnostic> found) {
    for (const Diagnostic& each : found)
        if (each.rule == m_rule.id) m_diagnostics.push_back(each);
}

Findings::Finding& Findings::Finding::code(std::string code) {
    m_diagnostic.code = std::move(code);
    return *this;
}

Findings::Finding& Findings::Finding::severity(Severity severity) {
    m_diagnostic.severity = severity;
    return *this;
}

Findings::Finding& Findings::Finding::say(Message message) {
    m_diagnostic.message = std::move(message);
    return *this;
}

Findings::Finding& Findings::Finding::fix(Message title, const Result<Edit>& edit) {
    if (edit && !edit->empty()) m_diagnostic.fixes.push_back({std::move(title), *edit});
    return *this;
}

std::span<const Rule* const> allRules() {
    return rules;
}

std::vector<Diagnostic> runRules(const Checked& project) {
    std::vector<Diagnostic> diagnostics, judgements;
    const auto run = [](const Rule& rule, Checked checked, std::vector<Diagnostic>& into) {
        Findings findings(rule, into);
        if (!rule.eachConfiguration) return rule.check(checked, findings);
        for (const std::string_view file : checked.configurations()) {
            checked.configuration = file;
            rule.check(checked, findings);
        }
    };
    for (const Rule* rule : rules)
        if (!rule->judges) run(*rule, project, diagnostics);
    Checked judged = project;
    judged.found = diagnostics;
    for (const Rule* rule : rules)
        if (rule->judges) run(*rule, judged, judgements);
    std::ranges::move(judgements, std::back_inserter(diagnostics));
    return diagnostics;
}

}
