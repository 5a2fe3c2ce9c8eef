#include "core/analysis/analysis.h"

#include "core/ballerina/parsed_source.h"
#include "core/generate/generator.h"
#include "core/model/bind.h"
#include "core/model/environments.h"
#include "core/model/program_sources.h"
#include "core/model/settings.h"
#include "core/rules/acceptance.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/config_toml.h"
#include "core/schema/deployment_toml.h"
#include "core/toml/rewrite.h"
#include "core/topology/pattern.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace arabesque {

namespace {

/// A schema that lives as long as the program, as a shared pointer that deletes nothing.
std::shared_ptr<const Schema> lasting(const Schema& schema) {
    return {std::shared_ptr<const Schema>(), &schema};
}

bool isTomlAtRoot(std::string_view file) {
    return file.ends_with(".toml") && !file.contains('/');
}

/// Config.toml and what stands in for it in an environment, among the documents with a schema.
bool isConfiguration(std::string_view file) {
    return file != "Ballerina.toml" && file != "Cloud.toml" && file != "Deployment.toml";
}

const toml::Document* documentOf(const Analysis& analysis, std::string_view file) {
    const auto found = analysis.documents.find(file);
    return found == analysis.documents.end() ? nullptr : &found->second;
}

class Analyzer {
public:
    Analyzer(std::shared_ptr<const Snapshot> snapshot, const AnalysisOptions& options,
             const Analysis* before = nullptr)
        : m_options(options), m_before(before != nullptr && !before->stopped ? before : nullptr) {
        m_result.snapshot = std::move(snapshot);
    }

    /// One step for all of them, and then the next.
    static void run(std::span<Analyzer> analyzers, const std::stop_token& stop) {
        using Step = void (Analyzer::*)();
        for (const Step step : {&Analyzer::parse, &Analyzer::readFacts, &Analyzer::bindDeployment,
                                &Analyzer::check, &Analyzer::generate})
            for (Analyzer& each : analyzers) {
                each.m_result.stopped |= stop.stop_requested();
                if (!each.m_result.stopped) (each.*step)();
            }
    }

    [[nodiscard]] Analysis take() { return std::move(m_result); }

private:
    const Snapshot& snapshot() { return *m_result.snapshot; }
    const toml::Document& document(const std::string& file) { return m_result.documents.find(file)->second; }

    void parse() {
        std::vector<ballerina::Source> sources = programSourcesOf(snapshot());
        if (m_before == nullptr || sources != programSourcesOf(*m_before->snapshot))
            return parseBoth(std::move(sources));
        parseDocuments();
        if (assumedPort(m_result) == assumedPort(*m_before))
            m_result.facts = m_before->facts;
        else
            m_sources = ballerina::parseAll(std::move(sources));
    }

    /// Sources beside documents, where that takes longer than to start a thread.
    void parseBoth(std::vector<ballerina::Source> sources) {
        constexpr std::size_t much = 256 << 10;
        std::size_t bytes = 0;
        for (const ballerina::Source& source : sources) bytes += source.text->size();
        const auto policy = bytes < much ? std::launch::deferred : std::launch::async | std::launch::deferred;
        auto parsed = std::async(policy, &ballerina::parseAll, std::move(sources));
        parseDocuments();
        m_sources = parsed.get();
    }

    void parseDocuments() {
        static const auto empty = std::make_shared<const std::string>();
        for (const std::string& file : editableDocuments())
            m_result.documents.emplace(file, toml::Document(empty));
        for (const auto& [file, text] : snapshot().documents)
            if (isTomlAtRoot(file)) m_result.documents.insert_or_assign(file, parsed(file, text.text));
    }

    [[nodiscard]] toml::Document parsed(const std::string& file,
                                        const std::shared_ptr<const std::string>& text) const {
        const toml::Document* earlier = m_before == nullptr ? nullptr : documentOf(*m_before, file);
        return earlier != nullptr && earlier->text().data() == text->data() ? *earlier : toml::Document(text);
    }

    void readFacts() {
        if (m_result.facts) return;
        m_result.facts = std::make_shared<const ballerina::PackageFacts>(ballerina::factsOf(
            std::exchange(m_sources, {}), {}, {.defaultListenerPort = assumedPort(m_result)}));
    }

    /// The port of the default listener, where Deployment.toml says to assume one.
    [[nodiscard]] static std::optional<std::int64_t> assumedPort(const Analysis& analysis) {
        constexpr std::int64_t usual = 9090;
        const Settings settings("Deployment.toml", *documentOf(analysis, "Deployment.toml"),
                                deploymentToml());
        if (!*settings.value(deploymentToml().assumeDefaultListener)) return std::nullopt;
        const toml::Node* node =
            documentOf(analysis, "Config.toml")->find({"ballerina", "http", "defaultListenerPort"});
        const bool set =
            node != nullptr && node->value != nullptr && node->value->kind == toml::Kind::Integer;
        return set ? node->value->integer : usual;
    }

    [[nodiscard]] bool lacksResources(const Deployment& deployment) const {
        const Snapshot& snapshot = *m_result.snapshot;
        return std::ranges::any_of(deployment.references, [&](const std::string& path) {
            return !snapshot.resources.contains(path);
        });
    }

    [[nodiscard]] Deployment deploymentIn(const std::string& environment) {
        static const toml::Document none{std::string()};
        const auto bindWith = [&](const toml::Document& cloudToml) {
            return bind({snapshot(), document("Ballerina.toml"), cloudToml, document("Deployment.toml"),
                         *m_result.facts, m_result.documents, m_options.target, m_options.release,
                         m_options.templateSecrets, environment});
        };
        Deployment deployment = bindWith(document("Cloud.toml"));
        // Choreo passes over Cloud.toml (c2c 4.0.0, section 9)
        if (deployment.target == Deployment::Cloud::Choreo) deployment = bindWith(none);
        return deployment;
    }

    /// Whether binding sees anything it did not see before: documents stand for themselves, loaded or not.
    [[nodiscard]] static bool brings(const Snapshot& loaded, const Snapshot& before) {
        return std::ranges::any_of(loaded.resources, [&](const auto& resource) {
            const auto& [path, content] = resource;
            return content.kind != Resource::Kind::Missing && !before.resources.contains(path) &&
                   !before.exists(path);
        });
    }

    /// What is deployed; a folder among the files it refers to brings what is inside in the next round.
    [[nodiscard]] Deployment loadedDeployment(const std::string& environment) {
        constexpr int deepest = 16;
        Deployment deployment = deploymentIn(environment);
        for (int round = 0; round < deepest && m_options.load && lacksResources(deployment); ++round) {
            const auto before =
                std::exchange(m_result.snapshot, m_options.load(snapshot(), deployment.references));
            if (!brings(snapshot(), *before)) break;
            deployment = deploymentIn(environment);
        }
        return deployment;
    }

    void bindDeployment() {
        m_result.deployment = loadedDeployment(m_options.environment);

        m_result.schemas.emplace("Ballerina.toml", ballerinaToml(document("Ballerina.toml")));
        m_result.schemas.emplace("Cloud.toml", lasting(cloud()));
        m_result.schemas.emplace("Deployment.toml", lasting(deploymentToml()));
        addConfigSchema("Config.toml");
        for (const Environment& environment : m_result.deployment.environments)
            if (isTomlAtRoot(*environment.config) && m_result.documents.contains(*environment.config))
                addConfigSchema(*environment.config);
        keepSchemas();
    }

    /// Those that are as they were become the very same.
    void keepSchemas() {
        if (m_before == nullptr) return;
        for (auto& [file, schema] : m_result.schemas) {
            const auto earlier = m_before->schemas.find(file);
            if (earlier != m_before->schemas.end() && *earlier->second == *schema) schema = earlier->second;
        }
    }

    void addConfigSchema(const std::string& file) {
        if (m_result.schemas.contains(file)) return;
        m_result.schemas.emplace(file, std::make_shared<const Schema>(
                                           configToml(*m_result.facts, *m_result.deployment.organisation,
                                                      *m_result.deployment.package, document(file), file)));
    }

    /// Code-to-cloud reads Cloud.toml only for three values of the build option (c2c 4.0.0, section 1).
    [[nodiscard]] bool stopsTheTool(std::string_view file) const {
        return file != "Cloud.toml" || m_result.deployment.makesImage();
    }

    void check() {
        std::vector<CheckedDocument> documents;
        for (const auto& [file, schema] : m_result.schemas) {
            if (!snapshot().exists(file)) continue;
            // without configurables a program reads no configuration at all
            if (isConfiguration(file) && schema->fields().empty()) continue;
            documents.push_back(
                {file, document(file), *schema, shapesOf(document(file), *schema), stopsTheTool(file)});
            if (file == "Deployment.toml")
                std::ranges::move(shapesOfSettings(), std::back_inserter(documents.back().shapes));
        }
        const Checked checked{.documents = documents,
                              .facts = *m_result.facts,
                              .deployment = m_result.deployment,
                              .snapshot = snapshot(),
                              .files = &m_result.documents,
                              .overridden = isOverridden(),
                              .today = m_options.today,
                              .contract = contract()};
        m_result.diagnostics = runRules(checked);
        sortAndUnify(m_result.diagnostics);
        m_result.accepted = takeAccepted(checked, m_result.diagnostics);
    }

    [[nodiscard]] std::span<const char* const> contract() const {
        const DeploymentPattern* pattern = patternOf(m_result.deployment.topology);
        return pattern == nullptr ? std::span<const char* const>() : pattern->contract;
    }

    [[nodiscard]] bool isOverridden() const {
        return !m_options.target.empty() || !m_options.release.empty() || m_result.deployment.environment;
    }

    /// Settings of other documents in an environment's `set` are checked like in those.
    [[nodiscard]] std::vector<Shape> shapesOfSettings() {
        std::vector<Shape> shapes;
        const toml::Document& deploymentToml = document("Deployment.toml");
        for (const Environment& environment : m_result.deployment.environments)
            for (const EnvironmentSetting& each : settingsOf(deploymentToml, environment.number))
                for (const char* file : {"Cloud.toml", "Ballerina.toml", "Deployment.toml"}) {
                    const Schema& schema = *m_result.schemas.find(file)->second;
                    const Field* field = schema.field(each.setting);
                    if (field == nullptr || field->path.contains("[]")) continue;
                    auto above = std::make_shared<toml::Path>(each.place);
                    above->pop_back();
                    shapes.push_back({.node = each.node,
                                      .key = each.key,
                                      .above = std::move(above),
                                      .field = field,
                                      .parent = schema.table(parentOf(field->path))});
                }
        return shapes;
    }

    void generate() {
        if (!m_options.artifacts) return;
        const Deployment& deployment = m_result.deployment;
        std::vector<Deployment> environments;
        if (!deployment.environment && !deployment.environments.empty() && asksForEnvironments(deployment))
            for (const Environment& each : deployment.environments)
                environments.push_back(loadedDeployment(*each.name));
        m_result.artifacts = generateAll({deployment, *m_result.facts, environments});
    }

    const AnalysisOptions& m_options;
    const Analysis* m_before;                         ///< complete, or null
    std::vector<ballerina::ParsedSource> m_sources;   ///< until their facts are read
    Analysis m_result;
};

std::unexpected<Error> noDocument(std::string_view file) {
    return failure(
        {MESSAGE("analysis",
                 "'%1' is no document of this project; there are Ballerina.toml, Cloud.toml, Config.toml and "
                 "Deployment.toml"),
         std::string(file)});
}

}

bool Analysis::hasErrors() const {
    return std::ranges::any_of(diagnostics,
                               [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

const Artifact* Analysis::artifact(std::string_view path) const {
    const auto found = std::ranges::find(artifacts, path, &Artifact::path);
    return found == artifacts.end() ? nullptr : &*found;
}

const std::vector<std::string>& editableDocuments() {
    static const std::vector<std::string> documents{"Ballerina.toml", "Cloud.toml", "Config.toml",
                                                    "Deployment.toml"};
    return documents;
}

Analysis analyze(std::shared_ptr<const Snapshot> snapshot, const AnalysisOptions& options,
                 const Analysis* before, const std::stop_token& stop) {
    Analyzer analyzer(std::move(snapshot), options, before);
    Analyzer::run({&analyzer, 1}, stop);
    return analyzer.take();
}

std::vector<Analysis> analyze(std::span<const AnalysisInput> packages) {
    std::vector<Analyzer> analyzers;
    analyzers.reserve(packages.size());
    for (const auto& [snapshot, options] : packages) analyzers.emplace_back(snapshot, options);
    Analyzer::run(analyzers, {});
    std::vector<Analysis> analyses;
    analyses.reserve(packages.size());
    for (Analyzer& analyzer : analyzers) analyses.push_back(analyzer.take());
    return analyses;
}

Result<std::string> valueFor(const Analysis& analysis, std::string_view document, const toml::Path& key,
                             std::string_view value) {
    if (toml::isValue(value)) return std::string(value);
    const auto schema = analysis.schemas.find(document);
    const Field* field = schema == analysis.schemas.end() ? nullptr : schema->second->field(key);
    if (field != nullptr && field->type == ValueType::String) return toml::quoted(value);
    static constexpr const char* names[] = {
        "a string",      "an integer",        "a number with a decimal point",
        "true or false", "a list of strings", "a TOML value"};
    if (field != nullptr)
        return failure({MESSAGE("analysis", "'%1' wants %2, and '%3' is none"), toml::toText(key),
                        names[static_cast<std::size_t>(field->type)], std::string(value)});
    return failure(
        {MESSAGE("analysis", "'%1' is no TOML value, and no type is known for '%2'; put text in quotes"),
         std::string(value), toml::toText(key)});
}

Result<Edit> setValue(const Analysis& analysis, const std::string& document, const toml::Path& key,
                      std::string_view tomlValue) {
    const toml::Document* parsed = documentOf(analysis, document);
    if (parsed == nullptr) return noDocument(document);
    const auto schema = analysis.schemas.find(document);
    const toml::Path table(key.begin(), key.empty() ? key.end() : key.end() - 1);
    const std::vector<std::string> order = schema == analysis.schemas.end()
                                               ? std::vector<std::string>()
                                               : schema->second->namesIn(Schema::patternOf(table));
    return toml::set(document, *parsed, key, tomlValue, order);
}

Result<Edit> unsetValue(const Analysis& analysis, const std::string& document, const toml::Path& key) {
    const toml::Document* parsed = documentOf(analysis, document);
    if (parsed == nullptr) return noDocument(document);
    return toml::unset(document, *parsed, key);
}

std::optional<Sourced<std::string>> fallbackOf(const Analysis& analysis, std::string_view document,
                                               const Field& field) {
    const auto derived = analysis.deployment.derived.find(std::string(document) + ':' + field.path);
    if (derived != analysis.deployment.derived.end() && !derived->second->empty())
        return Sourced<std::string>{toml::quoted(*derived->second), derived->second.origins};
    if (field.fallback.empty()) return std::nullopt;
    return Sourced<std::string>{field.fallback,
                                {{Origin::Kind::Default, std::string(document), field.path, {}}}};
}

}
