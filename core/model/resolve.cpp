#include "core/model/resolve.h"

#include "core/model/configured_variables.h"
#include "core/model/given_text.h"
#include "core/schema/configurable_value.h"
#include "core/schema/known_modules.h"
#include "core/schema/secret_names.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace arabesque {

namespace {

using ballerina::Configurable;
using Variable = ConfiguredVariable;

/// What was found for one variable, best first.
struct Found {
    std::vector<Candidate> valid;
    struct Refused {
        Candidate candidate;
        std::string code;
    };
    std::vector<Refused> refused;
};

bool isIn(const Variable& variable, const ConfigSource& source) {
    if (!source.document || !source.document->valid()) return false;
    return sectionIn(variable, *source.document) != nullptr;
}

bool isIn(const Variable& variable, const std::vector<ScenarioVariable>& variables) {
    return std::ranges::any_of(variable.places.prefixes, [&](const std::string& prefix) {
        return std::ranges::contains(variables, variableNameOf(prefix + variable.configurable->name),
                                     &ScenarioVariable::name);
    });
}

class Resolver {
public:
    Resolver(const ConfiguredProgram& program, const Scenario& scenario)
        : m_program(program),
          m_scenario(scenario),
          m_variables(variablesOf(program)),
          m_used(scenario.sources.size()) {}

    Resolution run() {
        if (m_variables.empty()) {
            m_result.nothingIsRead = true;
            return std::move(m_result);
        }
        openSources();
        readArguments();
        readVariables();
        for (const Variable& variable : m_variables) decide(variable);
        reportUnused();
        return std::move(m_result);
    }

private:
    void say(const char* code, Severity severity, std::string source, Place place, Message message) {
        m_result.messages.push_back(
            {code, severity, std::move(source), std::move(place), std::move(message)});
    }

    // TOML sources

    [[nodiscard]] bool isRead(std::size_t source) const {
        const ConfigSource& each = m_scenario.sources[source];
        return each.document && each.document->valid();
    }

    void openSources() {
        for (const ConfigSource& source : m_scenario.sources) {
            const std::string name = source.path.empty() ? source.label : source.path;
            switch (source.state) {
            case ConfigSource::State::Missing:
                say("RUNTIME_0087", Severity::Warning, source.label, {},
                    {MESSAGE("resolve", "configuration file is not found in path '%1'"), name});
                break;
            case ConfigSource::State::Folder:
                say("RUNTIME_0088", Severity::Warning, source.label, {},
                    {MESSAGE("resolve", "'%1' cannot be read as a file"), name});
                break;
            case ConfigSource::State::Empty:
                say("RUNTIME_0086", Severity::Warning, source.label, {},
                    {MESSAGE("resolve", "'%1' holds nothing"), name});
                break;
            case ConfigSource::State::Read: reportSyntax(source, name); break;
            }
        }
    }

    void reportSyntax(const ConfigSource& source, const std::string& name) {
        if (!source.document || source.document->valid()) return;
        const toml::SyntaxError& error = source.document->errors().front();
        say(source.path.empty() ? "RUNTIME_0089" : "RUNTIME_0077", Severity::Warning, source.label,
            placeIn(source, error.range),
            {MESSAGE("resolve", "'%1' is no valid TOML, so nothing of it is used: %2"), name,
             error.message.english()});
    }

    static Place placeIn(const ConfigSource& source, ByteRange range) {
        return source.file.empty() ? Place{} : Place{source.file, range};
    }

    void lookInSource(const Variable& variable, std::size_t number, Found& found) {
        if (!isRead(number)) return;
        const ConfigSource& source = m_scenario.sources[number];
        const std::string* section = sectionIn(variable, *source.document);
        if (section == nullptr) return;
        const toml::Node& node = *source.document->find(pathOf(variable, *section));
        m_used[number].insert(&node);
        take(variable, source, *section, node, found);
    }

    void take(const Variable& variable, const ConfigSource& source, const std::string& section,
              const toml::Node& node, Found& found) {
        Candidate candidate{
            .source = source.label, .place = placeIn(source, node.range), .value = toml::inlineText(node)};
        if (isAmbiguous(variable, section)) {
            candidate.note = {
                MESSAGE("resolve", "module '%1' begins like an organisation that is imported, so its section "
                                   "must name its own: [%2]"),
                variable.module, variable.places.sections.front()};
            return found.refused.push_back({std::move(candidate), "RUNTIME_0090"});
        }
        const auto misfits = misfitsOf(variable.configurable->name, node, variable.configurable->type);
        if (misfits.empty()) return found.valid.push_back(std::move(candidate));
        candidate.place = placeIn(source, misfits.front().node->range);
        candidate.note = misfits.front().message;
        found.refused.push_back({std::move(candidate), misfits.front().code});
    }

    /// A section without organisation whose first name is that of an organisation the program imports from.
    [[nodiscard]] bool isAmbiguous(const Variable& variable, const std::string& section) const {
        if (section != variable.module || section.empty()) return false;
        const std::string first = section.substr(0, section.find('.'));
        return first != m_program.organisation &&
               std::ranges::contains(m_program.facts.imports, first, &ballerina::Import::organisation);
    }

    // Command line

    void readArguments() {
        for (const std::string& argument : m_scenario.arguments) {
            const std::size_t equals = argument.find('=');
            if (!argument.starts_with("-C") || equals == std::string::npos) continue;   // the program's own
            m_arguments.push_back({argument.substr(2, equals - 2), argument.substr(equals + 1)});
        }
        for (const auto& [key, value] : m_arguments) {
            const std::vector<std::size_t> reached = reachedBy(key);
            if (reached.empty())
                say("RUNTIME_0095", Severity::Error, "-C" + key, {},
                    {MESSAGE("resolve", "no configurable variable goes by the argument -C%1"), key});
            if (reached.size() > 1)
                say("RUNTIME_0093", Severity::Error, "-C" + key, {},
                    {MESSAGE("resolve", "the argument -C%1 may mean '%2' or '%3': name the module in it"),
                     key, m_variables[reached[0]].key(), m_variables[reached[1]].key()});
        }
    }

    [[nodiscard]] std::vector<std::size_t> reachedBy(std::string_view key) const {
        std::vector<std::size_t> reached;
        for (std::size_t i = 0; i < m_variables.size(); ++i)
            if (std::ranges::any_of(m_variables[i].places.prefixes, [&](const std::string& prefix) {
                    return key == prefix + m_variables[i].configurable->name;
                }))
                reached.push_back(i);
        return reached;
    }

    void lookInArguments(const Variable& variable, Found& found) {
        std::vector<const std::pair<std::string, std::string>*> given;
        for (const auto& argument : m_arguments)
            for (const std::string& prefix : variable.places.prefixes)
                if (argument.first == prefix + variable.configurable->name) given.push_back(&argument);
        if (given.empty()) return;
        if (given.size() > 1 && given[0]->first != given[1]->first)
            say("RUNTIME_0094", Severity::Error, "-C" + given[1]->first, {},
                {MESSAGE("resolve", "'%1' is given twice, as -C%2 and as -C%3"), variable.key(),
                 given[0]->first, given[1]->first});
        addText(variable, {.source = "-C" + given.back()->first}, given.back()->second, "RUNTIME_0092",
                MESSAGE("resolve",
                        "a value of type '%2' cannot be given on the command line: write '%1' into a "
                        "TOML source"),
                found);
    }

    // Environment

    void readVariables() {
        for (std::size_t i = 0; i < m_variables.size(); ++i)
            for (const std::string& prefix : m_variables[i].places.prefixes)
                m_names[variableNameOf(prefix + m_variables[i].configurable->name)].push_back(i);
        std::set<std::pair<std::size_t, std::size_t>> said;
        for (const auto& [name, reached] : m_names)
            for (std::size_t i = 1; i < reached.size(); ++i)
                reportSharedName(name, reached[0], reached[i], said);
    }

    [[nodiscard]] bool isSet(std::string_view name) const {
        return std::ranges::contains(m_scenario.variables, name, &ScenarioVariable::name);
    }

    /// Two variables of one whole name can never be told apart; of one shorter name only where that is used.
    void reportSharedName(const std::string& name, std::size_t first, std::size_t second,
                          std::set<std::pair<std::size_t, std::size_t>>& said) {
        if (first == second || !isSet(name) || !said.emplace(first, second).second) return;
        const std::string one = m_variables[first].key(), other = m_variables[second].key();
        const bool whole = variableNameOf(one) == variableNameOf(other);
        say(whole ? "RUNTIME_0127" : "RUNTIME_0124", Severity::Error, name, {},
            {MESSAGE("resolve", "the environment variable %1 may mean '%2' or '%3'"), name, one, other});
    }

    void lookInEnvironment(const Variable& variable, Found& found) {
        const auto& prefixes = variable.places.prefixes;
        std::vector<const ScenarioVariable*> given;
        for (const std::string& prefix : prefixes) {
            const auto set =
                std::ranges::find(m_scenario.variables, variableNameOf(prefix + variable.configurable->name),
                                  &ScenarioVariable::name);
            if (set == m_scenario.variables.end() || std::ranges::contains(given, &*set)) continue;
            // the whole name is taken, and shorter ones beside it are then used by nobody
            if (!given.empty() &&
                given.front()->name == variableNameOf(prefixes.front() + variable.configurable->name))
                continue;
            given.push_back(&*set);
        }
        if (given.empty()) return refuseMixedUnion(variable, found);
        for (const ScenarioVariable* each : given) m_usedVariables.insert(each->name);
        if (given.size() > 1)
            say("RUNTIME_0123", Severity::Error, given[1]->name, given[1]->place,
                {MESSAGE("resolve", "'%1' is given twice, as %2 and as %3"), variable.key(), given[0]->name,
                 given[1]->name});
        const ScenarioVariable& taken = *given.front();
        Candidate candidate{.source = taken.name, .place = taken.place};
        if (!taken.value) {
            candidate.note = {MESSAGE("resolve", "set from %1, whose value the cluster knows"), taken.from};
            return found.valid.push_back(std::move(candidate));
        }
        addText(variable, std::move(candidate), *taken.value, "RUNTIME_0125",
                MESSAGE("resolve",
                        "a value of type '%2' cannot be given as environment variable: write '%1' into "
                        "a TOML source"),
                found);
    }

    /// Any configuration variable at all makes the runtime look, and stumble over such a union.
    void refuseMixedUnion(const Variable& variable, Found& found) {
        const bool any = std::ranges::any_of(m_scenario.variables, [](const ScenarioVariable& each) {
            return isConfigurationVariable(each.name);
        });
        if (!any || !minds(variable)) return;
        Candidate candidate{.source = "BAL_CONFIG_VAR_"};
        candidate.note = {MESSAGE("resolve",
                                  "where any BAL_CONFIG_VAR_ is set the runtime refuses '%1' of type "
                                  "'%2', which has a member that no text can mean"),
                          variable.configurable->name, variable.configurable->type.text};
        found.refused.push_back({std::move(candidate), "RUNTIME_0125"});
    }

    void addText(const Variable& variable, Candidate candidate, const std::string& text,
                 const char* structured, MessageText refusal, Found& found) {
        const ballerina::Type& type = variable.configurable->type;
        if (!takesText(type)) {
            candidate.note = {refusal, variable.configurable->name, type.text};
            return found.refused.push_back({std::move(candidate), structured});
        }
        const GivenText given = valueOfText(variable.configurable->name, text, type);
        if (given.value) {
            candidate.value = given.value;
            return found.valid.push_back(std::move(candidate));
        }
        candidate.note = given.refusal;
        found.refused.push_back({std::move(candidate), given.code});
    }

    // The decision

    void decide(const Variable& variable) {
        const Configurable& configurable = *variable.configurable;
        Found found;
        lookInEnvironment(variable, found);
        lookInArguments(variable, found);
        for (std::size_t i = 0; i < m_scenario.sources.size(); ++i) lookInSource(variable, i, found);

        const bool given = !found.valid.empty();
        for (const Found::Refused& each : found.refused)
            say(each.code.c_str(), given ? Severity::Warning : Severity::Error, each.candidate.source,
                each.candidate.place, each.candidate.note);
        ResolvedValue value{
            .configurable = &configurable, .key = variable.key(), .secret = soundsSecret(configurable.name)};
        if (given) value.winner = found.valid.front();
        for (std::size_t i = 1; i < found.valid.size(); ++i) {
            found.valid[i].note = {MESSAGE("resolve", "%1 is preferred"), found.valid.front().source};
            value.ignored.push_back(std::move(found.valid[i]));
        }
        for (Found::Refused& each : found.refused) value.ignored.push_back(std::move(each.candidate));
        if (!given && found.refused.empty()) takeDefault(variable, value);
        const bool set = given || !found.refused.empty();
        if (set || !variable.known) m_result.values.push_back(std::move(value));
    }

    void takeDefault(const Variable& variable, ResolvedValue& value) {
        const Configurable& configurable = *variable.configurable;
        if (m_scenario.onCluster) {
            value.winner =
                Candidate{.source = m_scenario.onCluster->name, .place = m_scenario.onCluster->place};
            value.winner->note = {MESSAGE("resolve", "set from %1, whose value the cluster knows"),
                                  m_scenario.onCluster->from};
            return;
        }
        if (!configurable.required) {
            value.winner =
                Candidate{.source = "default", .place = variable.known ? Place{} : configurable.place};
            if (toml::isValue(configurable.fallback)) value.winner->value = configurable.fallback;
            return;
        }
        if (reportMisplaced(variable)) return;
        say("RUNTIME_0076", Severity::Error, "", variable.known ? Place{} : configurable.place,
            {MESSAGE("resolve", "value not provided for required configurable variable '%1'"),
             variable.known ? variable.key() : configurable.name});
    }

    /// The last name of a module alone is no section of it; the runtime says which one it wants.
    bool reportMisplaced(const Variable& variable) {
        const std::size_t dot = variable.module.rfind('.');
        if (variable.role != ModuleRole::Own || dot == std::string::npos) return false;
        for (std::size_t i = 0; i < m_scenario.sources.size(); ++i) {
            if (!isRead(i)) continue;
            const ConfigSource& source = m_scenario.sources[i];
            const toml::Node* section = source.document->root().member(variable.module.substr(dot + 1));
            if (section == nullptr) continue;
            const bool names = section->member(variable.configurable->name) != nullptr;
            if (names)
                say("RUNTIME_0121", Severity::Error, source.label, placeIn(source, section->range),
                    {MESSAGE("resolve",
                             "invalid TOML structure found for configurable variable '%1' of module "
                             "'%2': write it below [%2]"),
                     variable.configurable->name, variable.module});
            else
                say("RUNTIME_0083", Severity::Error, source.label, placeIn(source, section->range),
                    {MESSAGE("resolve", "invalid module structure found for module '%1': write [%1]"),
                     variable.module});
            return true;
        }
        return false;
    }

    // What nobody asked for

    void reportUnused() {
        for (const ScenarioVariable& each : m_scenario.variables)
            if (isConfigurationVariable(each.name) && !m_usedVariables.contains(each.name))
                say("RUNTIME_0126", Severity::Error, each.name, each.place,
                    {MESSAGE("resolve", "no configurable variable goes by the environment variable %1"),
                     each.name});
        for (std::size_t i = 0; i < m_scenario.sources.size(); ++i)
            if (isRead(i)) reportUnused(i, m_scenario.sources[i].document->root(), {});
    }

    [[nodiscard]] bool holdsUsed(std::size_t source, const toml::Node& node) const {
        return m_used[source].contains(&node) ||
               std::ranges::any_of(
                   node.members, [&](const toml::Member& member) { return holdsUsed(source, member.node); });
    }

    void reportUnused(std::size_t number, const toml::Node& table, const std::string& path) {
        const ConfigSource& source = m_scenario.sources[number];
        for (const toml::Member& member : table.members) {
            if (m_used[number].contains(&member.node)) continue;
            const std::string key = path.empty() ? member.name : path + '.' + member.name;
            if (!holdsUsed(number, member.node)) {
                if (mayBelongToOthers(key, member.node)) continue;
                say("RUNTIME_0091", Severity::Error, source.label, placeIn(source, member.node.keyRange),
                    {MESSAGE("resolve", "unused configuration value '%1'"), key});
            }
            if (member.node.kind == toml::Node::Kind::Table) reportUnused(number, member.node, key);
        }
    }

    /// Whether an imported package, whose variables are not known here, may ask for a section.
    [[nodiscard]] bool mayBelongToOthers(const std::string& key, const toml::Node& node) const {
        if (node.kind != toml::Node::Kind::Table) return false;
        return std::ranges::any_of(m_program.facts.imports, [&](const ballerina::Import& import) {
            if (import.organisation.empty() || isKnown(import)) return false;
            const std::string section = import.organisation + '.' + import.module;
            return section == key || section.starts_with(key + '.') || key.starts_with(section + '.');
        });
    }

    static bool isKnown(const ballerina::Import& import) {
        return std::ranges::any_of(knownModules(), [&](const KnownModule& module) {
            return module.organisation == import.organisation && module.name == import.module;
        });
    }

    const ConfiguredProgram& m_program;
    const Scenario& m_scenario;
    std::vector<Variable> m_variables;
    std::vector<std::set<const toml::Node*>> m_used;                ///< by number of the source
    std::vector<std::pair<std::string, std::string>> m_arguments;   ///< key and value
    std::map<std::string, std::vector<std::size_t>> m_names;        ///< environment names to variables
    std::set<std::string> m_usedVariables;
    Resolution m_result;
};

}

bool Resolution::starts() const {
    return std::ranges::none_of(messages,
                                [](const RuntimeMessage& each) { return each.severity == Severity::Error; });
}

std::vector<const Configurable*> missingIn(const ConfiguredProgram& program, const Scenario& scenario) {
    std::vector<const Configurable*> missing;
    if (scenario.onCluster) return missing;
    for (const Variable& variable : variablesOf(program, true)) {
        const bool given = isIn(variable, scenario.variables) ||
                           std::ranges::any_of(scenario.sources, [&](const ConfigSource& each) {
                               return isIn(variable, each);
                           });
        if (!given) missing.push_back(variable.configurable);
    }
    return missing;
}

Resolution resolve(const ConfiguredProgram& program, const Scenario& scenario) {
    return Resolver(program, scenario).run();
}

}
