#pragma once

#include "core/ballerina/package_facts.h"
#include "core/model/deployment.h"
#include "core/schema/schema.h"
#include "core/schema/shape.h"
#include "core/text/diagnostic.h"
#include "core/text/snapshot.h"
#include "core/toml/document.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// One TOML file as rules see it.
struct CheckedDocument {
    const std::string& file;
    const toml::Document& document;
    const Schema& schema;
    std::vector<Shape> shapes;
    bool stopsTheTool =
        true;   ///< false: the tool does not read the file, so what it would refuse is a warning
};

/// The text of a string a node holds; nothing of any other value.
[[nodiscard]] std::optional<std::string> textOf(const toml::Node* node);
/// Whether a node is there and holds `true`.
[[nodiscard]] bool isTrue(const toml::Node* node);

/// The TOML files of a project's root by name; those that a person may make are there as empty texts.
using TomlFiles = std::map<std::string, toml::Document, std::less<>>;

/// All a rule may look at; borrowed for the call.
struct Checked {
    std::span<const CheckedDocument> documents;

    /// Nothing where the project has no such file.
    [[nodiscard]] const CheckedDocument* document(std::string_view file) const;

    const ballerina::PackageFacts& facts;
    const Deployment& deployment;
    const Snapshot& snapshot;
    const TomlFiles* files = nullptr;
    std::string_view configuration = "Config.toml";   ///< the file that is looked at
    bool overridden = false;    ///< for another target, release or environment than the files say
    std::string_view today{};   ///< "2026-11-21"; empty: unknown, so that nothing has expired
    std::span<const Diagnostic>
        found{};   ///< by rules that do not ask for it; of those that do, empty for the others

    /// Ids of the rules that the declared pattern holds the deployment to.
    std::span<const char* const> contract{};
    [[nodiscard]] bool demands(std::string_view rule) const;

    /// Config.toml and what stands in for it in environments, of those that are there.
    [[nodiscard]] std::vector<std::string_view> configurations() const;
    /// A TOML file as it is read and edited, whether it is there or not.
    [[nodiscard]] const toml::Document& toml(std::string_view file) const;
    /// What stands at a path of a file; null where nothing does.
    [[nodiscard]] const toml::Node* find(std::string_view file, const toml::Path& path) const {
        return toml(file).find(path);
    }
};

class Findings;

/// A small project with the mistake and without. Each file of it begins with a line "=== NAME"; in `wrong`, what the rule
/// points at stands between « and ». Where it has no Ballerina.toml, it is the package acme/orders for k8s.
struct Example {
    const char* wrong = "";
    const char* right = "";   ///< of a rule with fixes, what the first one makes of it
};

/// One kind of mistake. Ids are stable: people accept findings by them. The texts make its page of the reference. Each is
/// defined `extern` in a file of its own, and listed in rules.def alone.
struct Rule {
    const char* id;
    Severity severity;
    MessageText title;         ///< what is wrong
    MessageText why{};         ///< what comes of it
    MessageText cure{};        ///< what to do
    const char* source = "";   ///< of the fact: "c2c 4.0.0, section 4.3"
    Example example{};
    void (*check)(const Checked& project, Findings& findings);
    /// Looks at `Checked::configuration`, and so runs once for Config.toml and for each file that stands in for it.
    bool eachConfiguration = false;
    bool judges = false;   ///< looks at `Checked::found`, and so runs after all others
};

/// Collects diagnostics of one rule.
class Findings {
public:
    explicit Findings(const Rule& rule, std::vector<Diagnostic>& diagnostics)
        : m_rule(rule), m_diagnostics(diagnostics) {}

    /// A finding under construction; fixes are offered in the order they are added.
    class Finding {
    public:
        explicit Finding(Diagnostic& diagnostic) : m_diagnostic(diagnostic) {}
        Finding& code(std::string code);
        Finding& severity(Severity severity);
        Finding& say(Message message);
        /// An edit that failed or does nothing is no fix.
        Finding& fix(Message title, const Result<Edit>& edit);

    private:
        Diagnostic& m_diagnostic;
    };

    Finding at(Place place);
    /// Takes over those of this rule that whoever reads the project found already.
    void handOn(std::span<const Diagnostic> found);

private:
    const Rule& m_rule;
    std::vector<Diagnostic>& m_diagnostics;
};

/// Every rule, by id.
[[nodiscard]] std::span<const Rule* const> allRules();

/// The rule with that id, or null.
[[nodiscard]] const Rule* findRule(std::string_view id);

/// What all rules say about a project, in no order.
[[nodiscard]] std::vector<Diagnostic> runRules(const Checked& project);

}
