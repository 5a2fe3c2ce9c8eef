#include "core/analysis/matrix.h"

#include "core/analysis/scenario.h"
#include "core/model/environments.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/configurable_places.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <map>

namespace arabesque {

namespace {

using State = MatrixCell::State;

constexpr const char* deploymentFile = "Deployment.toml";

class MatrixReader {
public:
    explicit MatrixReader(const Analysis& analysis) : m_analysis(analysis) {}

    Matrix run() {
        for (const Environment& each : m_analysis.deployment.environments) {
            if (*each.name == "production" || *each.name == "prod")
                m_matrix.production = m_matrix.environments.size();
            m_matrix.environments.push_back(*each.name);
        }
        addVariables();
        addSettings("Cloud.toml", cloud());
        addSettings("Ballerina.toml", ballerinaToml());
        addSettings(deploymentFile, deploymentToml());
        compareWithProduction();
        return std::move(m_matrix);
    }

private:
    [[nodiscard]] const toml::Document* document(std::string_view file) const {
        const auto found = m_analysis.documents.find(file);
        return found == m_analysis.documents.end() ? nullptr : &found->second;
    }

    // Variables of the program

    [[nodiscard]] Resolution resolutionOf(const std::string& file) const {
        Scenario scenario;
        if (m_analysis.deployment.makesKubernetes())
            scenario.variables = scenarioOf(m_analysis, {.where = Start::Where::Kubernetes}).variables;
        if (const toml::Document* read = document(file); read != nullptr && m_analysis.snapshot->exists(file))
            scenario.sources.push_back({.label = file, .path = file, .document = *read, .file = file});
        return resolve(m_analysis, scenario);
    }

    void addVariables() {
        addColumn("Config.toml", false);
        for (const Environment& each : m_analysis.deployment.environments)
            addColumn(*each.config, *each.config != "Config.toml");
    }

    void addColumn(const std::string& file, bool own) {
        const std::size_t column = m_columns++;
        for (const ResolvedValue& each : resolutionOf(file).values) {
            MatrixRow& row = rowOf(each);
            row.cells.resize(column, MatrixCell{});
            row.cells.push_back(cellOf(each, column > 0 && !own, own));
        }
        for (MatrixRow& row : m_matrix.rows) row.cells.resize(m_columns, MatrixCell{});
    }

    MatrixRow& rowOf(const ResolvedValue& value) {
        const auto [found, isNew] = m_rowByKey.try_emplace(value.key, m_matrix.rows.size());
        if (isNew)
            m_matrix.rows.push_back({.document = "Config.toml",
                                     .key = toml::readPath(value.key).value_or(toml::Path{value.key}),
                                     .secret = value.secret,
                                     .cells = {}});
        return m_matrix.rows[found->second];
    }

    [[nodiscard]] MatrixCell cellOf(const ResolvedValue& value, bool inherited, bool own) const {
        if (!value.winner)
            return value.ignored.empty() ? MatrixCell{.state = State::Missing}
                                         : MatrixCell{.state = State::Refused,
                                                      .value = value.ignored.front().value,
                                                      .place = value.ignored.front().place};
        const Candidate& winner = *value.winner;
        if (winner.source == "default") return {.state = State::Default, .value = winner.value};
        if (isConfigurationVariable(winner.source))
            return {.state = State::OnCluster,
                    .value = {},
                    .from = objectOf(winner.source),
                    .place = winner.place};
        return {.state = own || !inherited ? State::Set : State::Inherited,
                .value = winner.value,
                .place = winner.place};
    }

    /// The ConfigMap or Secret a variable of Cloud.toml is taken from.
    [[nodiscard]] std::string objectOf(std::string_view variable) const {
        for (const EnvironmentReference& each : m_analysis.deployment.workload.environment)
            if (*each.name == variable) return (each.secret ? "Secret " : "ConfigMap ") + *each.object;
        return {};
    }

    // Settings of other files

    void addSettings(const std::string& file, const Schema& schema) {
        std::vector<Replacements> ofEach;
        for (const Environment& each : m_analysis.deployment.environments)
            ofEach.push_back(replacementsFor(schema, *document(deploymentFile), each.number));
        for (const Field& field : schema.fields()) {
            const bool changed = std::ranges::any_of(
                ofEach, [&](const Replacements& each) { return each.values.contains(field.path); });
            if (changed) addSetting(file, field, ofEach);
        }
    }

    void addSetting(const std::string& file, const Field& field, const std::vector<Replacements>& ofEach) {
        const toml::Path key = toml::readPath(field.path).value_or(toml::Path{field.path});
        const toml::Node* written = document(file)->find(key);
        MatrixCell base;
        if (written != nullptr) {
            base = {
                .state = State::Set, .value = toml::inlineText(*written), .place = {file, written->range}};
        } else if (const auto fallback = fallbackOf(m_analysis, file, field)) {
            base.value = **fallback;
        }
        MatrixRow row{.document = file, .key = key, .secret = false, .cells = {base}};
        for (const Replacements& each : ofEach) {
            const auto value = each.values.find(field.path);
            MatrixCell cell = base;
            if (value != each.values.end())
                cell = {.state = State::Overridden,
                        .value = toml::inlineText(*value->second.node),
                        .place = value->second.origin.place()};
            else if (cell.state == State::Set)
                cell.state = State::Inherited;
            row.cells.push_back(std::move(cell));
        }
        m_matrix.rows.push_back(std::move(row));
    }

    void compareWithProduction() {
        if (!m_matrix.production) return;
        for (MatrixRow& row : m_matrix.rows) {
            const MatrixCell production = row.cells[*m_matrix.production + 1];
            for (std::size_t i = 1; i < row.cells.size(); ++i)
                row.cells[i].unlikeProduction = row.cells[i].value != production.value;
        }
    }

    const Analysis& m_analysis;
    Matrix m_matrix;
    std::size_t m_columns = 0;
    std::map<std::string, std::size_t> m_rowByKey;
};

}

namespace {

/// Where a file has a variable of the program, which may leave out its organisation and package.
toml::Path placeIn(const Schema& schema, const toml::Path& key) {
    for (auto from = key.begin(); from != key.end(); ++from) {
        toml::Path place(from, key.end());
        if (schema.field(place) != nullptr || schema.table(place) != nullptr) return place;
    }
    return key;
}

}

Matrix matrixOf(const Analysis& analysis) {
    return MatrixReader(analysis).run();
}

const char* nameOf(State state) {
    switch (state) {
    case State::Default: return "default";
    case State::Inherited: return "inherited";
    case State::Set: return "set";
    case State::Overridden: return "overridden";
    case State::OnCluster: return "on the cluster";
    case State::Missing: return "missing";
    case State::Refused: return "refused";
    }
    return "";
}

Result<Edit> setIn(const Analysis& analysis, const MatrixRow& row, std::size_t environment,
                   std::string_view value) {
    const Environment& chosen = analysis.deployment.environments[environment];
    if (row.document != "Config.toml")
        return setValue(analysis, deploymentFile,
                        {"environment", chosen.number, "set", toml::toText(row.key)}, value);
    const auto schema = analysis.schemas.find(*chosen.config);
    if (schema == analysis.schemas.end())
        return failure({MESSAGE("analysis", "'%1' is no file beside Ballerina.toml: write the value there"),
                        *chosen.config});
    return setValue(analysis, *chosen.config, placeIn(*schema->second, row.key), value);
}

}
