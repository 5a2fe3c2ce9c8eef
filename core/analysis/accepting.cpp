#include "core/analysis/accepting.h"

#include "core/toml/draft.h"
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
    toml::Entries entries{{"rule", toml::quoted(rule)}};
    if (!subject.empty()) entries.emplace_back("subject", toml::quoted(subject));
    entries.emplace_back("reason", toml::quoted(reason));
    if (!until.empty()) entries.emplace_back("until", until);
    const toml::Document document(std::string(analysis.snapshot->text(file)));
    return toml::Draft(file, document).append("accepted", entries).edit();
}

Result<Edit> listAgain(const Analysis& analysis, const AcceptedFinding& accepted) {
    return unsetValue(analysis, file, {"accepted", accepted.acceptance});
}

}
