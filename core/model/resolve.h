#pragma once

#include "core/ballerina/package_facts.h"
#include "core/text/diagnostic.h"
#include "core/toml/document.h"

#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// A TOML text the runtime may read at its start.
struct ConfigSource {
    enum class State { Read, Missing, Folder, Empty };
    std::string label;   ///< "BAL_CONFIG_FILES[0]", "BAL_CONFIG_DATA" or "Config.toml"
    std::string path;    ///< where it is for the program; empty for BAL_CONFIG_DATA
    State state = State::Read;
    std::optional<toml::Document> document{};   ///< of one that is read
    std::string file{};                         ///< the project's document it is, for places; or empty
};

/// An environment variable of the program.
struct ScenarioVariable {
    std::string name;
    std::optional<std::string> value;   ///< nothing where only the cluster knows it
    std::string from{};                 ///< who sets it, in words of a name: "Secret orders-db"
    Place place{};
};

/// A source that is there and is not read.
struct ShutOut {
    std::string label;
    Message reason;
};

/// Where a program takes its configuration from at its start.
struct Scenario {
    std::vector<ScenarioVariable> variables;
    std::vector<std::string> arguments;   ///< as given to the program: "-Cport=9090"
    std::vector<ConfigSource> sources;    ///< the TOML ones, of which the first wins
    std::vector<ShutOut> shutOut;
    std::optional<ScenarioVariable>
        onCluster{};   ///< names or holds the TOML source, and only the cluster knows it
};

/// A value somebody gives for a configurable variable.
struct Candidate {
    std::string source;   ///< the label of a TOML source, a variable's name, "-Cport" or "default"
    Place place{};
    std::optional<std::string> value{};   ///< as TOML; nothing where it is not known here
    Message note{};                       ///< why it was passed over; who knows it
};

/// What a configurable variable has when the program starts.
struct ResolvedValue {
    const ballerina::Configurable* configurable =
        nullptr;           ///< borrowed from the facts, or lives as long as the program
    std::string key;       ///< "acme.orders.port"
    bool secret = false;   ///< by its name
    std::optional<Candidate> winner{};
    std::vector<Candidate> ignored{};   ///< in the order the runtime prefers them
};

/// What the runtime prints at the start.
struct RuntimeMessage {
    std::string code;   ///< "RUNTIME_0091"
    Severity severity = Severity::Error;
    std::string source;   ///< as in Candidate; empty for one about the variable itself
    Place place{};
    Message message{};
};

struct Resolution {
    std::vector<ResolvedValue>
        values;   ///< of the package in the order of its facts; then those of others that are set
    std::vector<RuntimeMessage> messages;
    bool nothingIsRead = false;   ///< a program without configurables looks at nothing

    [[nodiscard]] bool starts() const;   ///< whether no message is an error
};

/// The program whose configuration is read; borrowed for the call, its configurables for the result.
struct ConfiguredProgram {
    const ballerina::PackageFacts& facts;
    std::string organisation;
    std::string package;
    bool singleFile = false;
};

/// The required variables of the package and of modules it links that nothing in a scenario gives a value: a part of what
/// resolve() says, for the price of those alone.
[[nodiscard]] std::vector<const ballerina::Configurable*> missingIn(const ConfiguredProgram& program,
                                                                    const Scenario& scenario);

/// What the runtime makes of a scenario (Ballerina 2201.13; Config.toml reference, sections 1 to 6).
[[nodiscard]] Resolution resolve(const ConfiguredProgram& program, const Scenario& scenario);

}
