#include "core/analysis/accepting.h"

#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";

}

std::vector<std::string> subjectsOf(const Analysis& analysis, const Diagnostic& finding) {
    std::vector<std::string> subjects;
    if (!finding.place.file.empty()) {
        const auto document = analysis.documents.find(finding.place.file);
        if (document != analysis.documents.end()) {
            const std::string key = toml::toText(document->second.pathAt(finding.place.range.begin));
            if (!key.empty()) subjects.push_back(finding.place.file + ':' + key);
        }
        subjects.push_back(finding.place.file);
    }
    subjects.emplace_back();
    return subjects;
}

Result<Edit> accept(const Analysis& analysis, const std::string& rule, const std::string& subject,
                    const std::string& reason, const std::string& until) {
    const std::string before(analysis.snapshot->text(file));
    std::string now = before;
    const toml::Document document(before);
    const toml::Node* entries = document.find({"accepted"});
    const std::size_t number = entries == nullptr ? 0 : entries->elements.size();
    std::vector<std::pair<const char*, std::string>> values{{"rule", toml::quoted(rule)}};
    if (!subject.empty()) values.emplace_back("subject", toml::quoted(subject));
    values.emplace_back("reason", toml::quoted(reason));
    if (!until.empty()) values.emplace_back("until", until);
    for (const auto& [key, value] : values) {
        const auto edit = toml::set(file, toml::Document(now), {"accepted", number, key}, value);
        if (!edit) return edit;
        now = applied(now, file, *edit);
    }
    return difference(file, before, now);
}

Result<Edit> listAgain(const Analysis& analysis, const AcceptedFinding& accepted) {
    return unsetValue(analysis, file, {"accepted", accepted.acceptance});
}

}
