#include "core/import/proposals.h"

#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

Proposals::Outcome Proposals::set(const std::string& document, std::string_view path, std::string_view text,
                                  std::uint32_t line) {
    const auto setting = settingNow(m_analysis, document, path);
    if (!setting) return Outcome::Unfit;
    const auto value = valueOf(*setting, text);
    if (!value) return Outcome::Unfit;
    const auto earlier = std::ranges::find_if(m_all, [&](const ImportProposal& each) {
        return each.document == document && each.path == setting->path && each.entries.empty();
    });
    if (earlier != m_all.end()) return earlier->value == *value ? Outcome::Proposed : Outcome::Disagrees;
    if (meansTheSame(*setting, setting->text, text)) return Outcome::Same;
    m_all.push_back({.document = document,
                     .path = setting->path,
                     .value = *value,
                     .label = setting->field == nullptr ? MessageText() : setting->field->label,
                     .now = setting->text,
                     .there = std::string(text),
                     .line = line});
    return Outcome::Proposed;
}

void Proposals::append(const std::string& array,
                       const std::vector<std::pair<std::string, std::string>>& texts, std::string there,
                       std::uint32_t line) {
    const auto schema = m_analysis.schemas.find("Deployment.toml");
    const std::string document =
        schema->second->table(array + "[]") != nullptr || schema->second->table(array) != nullptr
            ? "Deployment.toml"
            : "Cloud.toml";
    const Table* table = m_analysis.schemas.find(document)->second->table(array);
    ImportProposal proposal{.document = document,
                            .label = table == nullptr ? MessageText() : table->label,
                            .there = std::move(there),
                            .line = line};
    if (const auto path = toml::readPath(array)) proposal.path = *path;
    for (const auto& [key, text] : texts) {
        const auto found = m_analysis.schemas.find(document);
        SettingNow setting{.document = document, .field = found->second->field(array + "[]." + key)};
        if (const auto value = valueOf(setting, text)) proposal.entries.emplace_back(key, *value);
    }
    m_all.push_back(std::move(proposal));
}

void Proposals::notUnderstood(std::string path, std::uint32_t line, Message why) {
    m_left.push_back({std::move(path), line, std::move(why)});
}

bool Proposals::has(const std::string& document, std::string_view path) const {
    return std::ranges::any_of(m_all, [&](const ImportProposal& each) {
        return each.document == document && toml::toText(each.path) == path;
    });
}

std::vector<ImportProposal> Proposals::proposals() && {
    for (ImportProposal& each : m_all) {
        const ImportProposal* one = &each;
        if (auto edit = editOf(m_analysis, {&one, 1})) each.edit = *std::move(edit);
    }
    std::erase_if(m_all, [](const ImportProposal& each) { return each.edit.empty(); });
    std::ranges::stable_sort(m_all, {}, &ImportProposal::line);
    return std::move(m_all);
}

std::vector<const ImportProposal*> proposalsOf(std::span<const ImportResult> results) {
    std::vector<const ImportProposal*> all;
    for (const ImportResult& result : results)
        for (const ImportProposal& each : result.proposals) {
            const bool known = std::ranges::any_of(all, [&](const ImportProposal* other) {
                return other->document == each.document && other->path == each.path &&
                       (each.entries.empty() || other->entries == each.entries);
            });
            if (!known) all.push_back(&each);
        }
    return all;
}

Result<Edit> editOf(const Analysis& analysis, std::span<const ImportProposal* const> proposals) {
    Edit all;
    for (const auto& [document, text] : analysis.documents) {
        toml::Draft draft(document, text);
        for (const ImportProposal* each : proposals) {
            if (each->document != document) continue;
            if (each->unset)
                draft.unset(each->path);
            else if (each->entries.empty())
                draft.take(editSetting(analysis, document, draft.now(), each->path, each->value));
            else
                draft.append(toml::toText(each->path), each->entries);
        }
        auto edit = draft.edit();
        if (!edit) return std::unexpected(edit.error());
        all = combined(std::move(all), *std::move(edit));
    }
    return all;
}

}
