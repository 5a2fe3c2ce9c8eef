#include "core/import/import.h"

#include "core/import/guide_form.h"
#include "core/import/mapping.h"
#include "core/import/own_export.h"
#include "core/import/proposals.h"
#include "core/import/servers.h"
#include "core/import/take_kubernetes.h"
#include "core/import/take_others.h"
#include "core/schema/secret_names.h"

#include <algorithm>

namespace arabesque {

namespace {

/// The project as it is exported: all artifacts, with templates for secrets.
std::shared_ptr<const Analysis> asExported(const Analysis& analysis) {
    // as it is handed in it outlives the import
    if (analysis.deployment.templateSecrets && !analysis.artifacts.empty())
        return {std::shared_ptr<void>(), &analysis};
    AnalysisOptions options{.templateSecrets = true};
    if (analysis.deployment.environment) options.environment = *analysis.deployment.environment->name;
    return std::make_shared<const Analysis>(analyze(analysis.snapshot, options, &analysis));
}

class Importer {
public:
    Importer(const Analysis& analysis, const ImportedFile& file)
        : m_analysis(analysis), m_file(file), m_proposals(analysis) {}

    ImportResult run() {
        ImportResult result{.file = m_file.name, .kind = m_file.kind};
        if (const auto counterpart = counterpartOf(asExported(m_analysis), m_file)) {
            result.counterpart = counterpart->path;
            own(*counterpart, result);
        } else {
            foreign();
        }
        result.findings = guideFormsIn(m_file);
        std::ranges::move(std::move(m_proposals).findings(), std::back_inserter(result.findings));
        std::ranges::move(std::move(m_proposals).left(), std::back_inserter(result.notUnderstood));
        result.proposals = std::move(m_proposals).proposals();
        std::ranges::stable_sort(result.notUnderstood, {}, &NotUnderstood::line);
        return result;
    }

private:
    void own(const Counterpart& counterpart, ImportResult& result) {
        OwnChanges changes = changesSince(counterpart, m_file);
        for (ImportProposal& each : changes.proposals) m_proposals.take(std::move(each));
        result.notUnderstood = std::move(changes.missing);
        std::ranges::move(changes.left, std::back_inserter(result.notUnderstood));
        for (const ImportedValue& each : changes.others) value(each);
    }

    void foreign() {
        switch (m_file.kind) {
        case ImportKind::Nginx:
            proposeNodes(serversOfNginx(m_file.directives), "vm", true, m_proposals);
            return values(m_file.values);
        case ImportKind::HAProxy:
            proposeNodes(serversOfHAProxy(m_file.values), "vm", true, m_proposals);
            static_cast<void>(m_proposals.set("Deployment.toml", "load_balancer.engine", "haproxy", 1));
            return values(m_file.values);
        case ImportKind::Compose:
            proposeNodes(serversOfCompose(m_file.documents.front()), "docker", false, m_proposals);
            return values(takeCompose(m_file, m_proposals));
        case ImportKind::Kubernetes: return values(takeKubernetes(m_file, m_proposals));
        case ImportKind::Environment: return takeEnvironment(m_file, m_proposals);
        case ImportKind::ProductConfig: return values(takeProduct(m_file, m_proposals));
        case ImportKind::HelmValues: return values(m_file.values);
        default: return;   // read for wrong forms alone
        }
    }

    void values(const std::vector<ImportedValue>& all) {
        for (const ImportedValue& each : all) value(each);
    }

    /// By what is declared for its kind of file.
    void value(const ImportedValue& each) {
        bool known = false, unfit = false;
        for (const Mapping& mapping : mappingsOf(m_file.kind)) {
            if (!isAt(each.path, mapping.from)) continue;
            known = true;
            const auto text = mapping.convert(each.text);
            if (!text) continue;
            const auto outcome =
                m_proposals.set(std::string(mapping.document), mapping.setting, *text, each.line);
            if (outcome == Proposals::Outcome::Unfit) unfit = true;
            if (outcome == Proposals::Outcome::Disagrees) disagreement(each, mapping);
        }
        if (unfit)
            m_proposals.notUnderstood(
                each.path, each.line,
                {MESSAGE("import", "'%1' is no value that the setting takes"), shown(each)});
        if (!known && !isUsual(m_file.kind, each)) unknown(each);
    }

    void disagreement(const ImportedValue& each, const Mapping& mapping) {
        m_proposals.notUnderstood(
            each.path, each.line,
            {MESSAGE("import", "%1 is one value for all, and the file has another one before"),
             std::string(mapping.setting)});
    }

    void unknown(const ImportedValue& each) {
        m_proposals.notUnderstood(each.path, each.line,
                                  {MESSAGE("import", "no setting says '%1'"), shown(each)});
    }

    /// What may be repeated on a screen: no secrets, and nothing of texts that no reader knows the names of.
    static std::string shown(const ImportedValue& each) {
        constexpr std::size_t longest = 60;
        const bool nameless = each.path.starts_with("line ") || each.path.starts_with("added line ");
        const std::size_t last = each.path.find_last_of(".[");
        const std::size_t before = last == std::string::npos ? last : each.path.find_last_of(".[", last - 1);
        std::string names = each.path.substr(before == std::string::npos ? 0 : before + 1);
        std::ranges::replace(names, '.', '_');
        if (nameless || each.path.starts_with("Secret[") || soundsSecret(names) ||
            soundsSecret(each.path.substr(last == std::string::npos ? 0 : last + 1)))
            return "…";
        const std::string line = each.text.substr(0, each.text.find('\n'));
        return line.size() <= longest ? line : "…";
    }

    const Analysis& m_analysis;
    const ImportedFile& m_file;
    Proposals m_proposals;
};

}

ImportResult importFile(const Analysis& analysis, const std::string& fileName, std::string_view bytes) {
    const auto file = readImported(fileName, bytes);
    if (!file) return {.file = fileName, .refusal = file.error().message};
    ImportResult result = Importer(analysis, *file).run();
    const bool recognised = file->kind != ImportKind::Text || !result.counterpart.empty();
    if (!recognised && result.findings.empty())
        result.refusal =
            Message(MESSAGE("import",
                            "Nothing in '%1' says what it is: Kubernetes objects, a compose file, a "
                            "configuration of NGINX or HAProxy, Helm values, variables, deployment.toml and "
                            "every file of an export of this project are read"),
                    fileName);
    return result;
}

namespace {

/// Of findings that touch the same text the first is mended.
std::string mendedOnce(const std::string& file, std::span<const ImportFinding* const> findings,
                       std::string_view text) {
    Edit all;
    const auto touches = [&](const Edit& edit) {
        return std::ranges::any_of(edit.changes, [&](const Change& one) {
            return std::ranges::any_of(all.changes, [&](const Change& other) {
                return one.range.begin <= other.range.end && other.range.begin <= one.range.end;
            });
        });
    };
    for (const ImportFinding* each : findings)
        if (!each->edit.empty() && !touches(each->edit)) all = combined(std::move(all), each->edit);
    return applied(text, file, all);
}

std::string mendedOnce(const std::string& file, const std::vector<ImportFinding>& findings,
                       std::string_view text) {
    std::vector<const ImportFinding*> all;
    for (const ImportFinding& each : findings) all.push_back(&each);
    return mendedOnce(file, all, text);
}

}

std::string withRightForms(const ImportResult& result, std::span<const ImportFinding* const> chosen,
                           std::string_view text) {
    return mendedOnce(result.file, chosen, text);
}

std::string withRightForms(const ImportResult& result, std::string_view text) {
    constexpr int mostRounds = 10;
    std::string mended = mendedOnce(result.file, result.findings, text);
    for (int round = 0; round < mostRounds; ++round) {
        const auto read = readImported(result.file, mended);
        if (!read) return mended;
        std::string next = mendedOnce(result.file, guideFormsIn(*read), mended);
        if (next == mended) break;
        mended = std::move(next);
    }
    return mended;
}

}
