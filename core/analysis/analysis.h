#pragma once

#include "core/ballerina/package_facts.h"
#include "core/generate/artifact.h"
#include "core/model/deployment.h"
#include "core/rules/accepted_finding.h"
#include "core/schema/schema.h"
#include "core/text/diagnostic.h"
#include "core/text/snapshot.h"
#include "core/toml/document.h"

#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace arabesque {

/// What the caller decides over the project's own settings.
struct AnalysisOptions {
    std::string
        target;   ///< instead of the `cloud` build option: docker, k8s, openshift, choreo; empty: as written
    std::string
        release;   ///< of code-to-cloud, instead of the profile's in Deployment.toml; empty: as written
    std::string environment;   ///< of Deployment.toml, by name; empty or unknown: as the files say
    bool templateSecrets =
        false;               ///< content of secret files replaced by a note what to fill in: for bundles
    std::string today;       ///< "2026-11-21", for what is accepted until a day; empty: nothing expires
    bool artifacts = true;   ///< false: only what the project says and what is wrong with it
    ResourceLoader
        load{};   ///< asked once or twice for files the snapshot lacks; without it they are missing
};

/// Everything that follows from a snapshot. Immutable, shared between threads.
struct Analysis {
    std::shared_ptr<const Snapshot> snapshot;
    std::map<std::string, toml::Document, std::less<>>
        documents;   ///< the TOML documents, absent ones as empty texts
    std::map<std::string, std::shared_ptr<const Schema>, std::less<>> schemas;   ///< by document
    std::shared_ptr<const ballerina::PackageFacts> facts;
    Deployment deployment;
    std::vector<Diagnostic> diagnostics;     ///< sorted
    std::vector<AcceptedFinding> accepted;   ///< by Deployment.toml, which are not among them; sorted
    std::vector<Artifact> artifacts;         ///< by path
    bool stopped = false;                    ///< asked to stop half-way: incomplete

    [[nodiscard]] std::uint64_t revision() const { return snapshot->revision; }
    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] const Artifact* artifact(std::string_view path) const;
};

/// The documents a form and an editor show, in order: Ballerina.toml, Cloud.toml, Config.toml, Deployment.toml.
[[nodiscard]] const std::vector<std::string>& editableDocuments();

/// Pure but for `options.load`: same snapshot and files, same analysis. Its snapshot holds the files loaded.
/// With the analysis of an earlier snapshot of the same project it is the same too, and sooner there: what follows from
/// texts that both share is taken from it. Schemas that are as they were become the very same then, so that who shows
/// them sees at once that nothing changed.
[[nodiscard]] Analysis analyze(std::shared_ptr<const Snapshot> snapshot, const AnalysisOptions& options = {},
                               const Analysis* before = nullptr, const std::stop_token& stop = {});

/// What analyze() takes.
struct AnalysisInput {
    std::shared_ptr<const Snapshot> snapshot;
    AnalysisOptions options;
};

/// The analysis of each package, in less time than one by one: step by step, so that what a step needs of the program is
/// fetched once.
[[nodiscard]] std::vector<Analysis> analyze(std::span<const AnalysisInput> packages);

/// `value` as the user typed it, as a TOML value for `key` of `document`: a TOML value stays; where the field's
/// type is a string, text that is none becomes a string. Fails with a sentence that names the expected type.
[[nodiscard]] Result<std::string> valueFor(const Analysis& analysis, std::string_view document,
                                           const toml::Path& key, std::string_view value);

/// The edit behind `arabesque-cli set`, a form field and a quick fix; see toml::set.
[[nodiscard]] Result<Edit> setValue(const Analysis& analysis, const std::string& document,
                                    const toml::Path& key, std::string_view tomlValue);
[[nodiscard]] Result<Edit> unsetValue(const Analysis& analysis, const std::string& document,
                                      const toml::Path& key);

/// TOML value that takes effect for a field that is not set, with why: a constant default or a derived one
/// ("order-api", from the package's name). Nothing where there is none.
[[nodiscard]] std::optional<Sourced<std::string>> fallbackOf(const Analysis& analysis,
                                                             std::string_view document, const Field& field);

}
