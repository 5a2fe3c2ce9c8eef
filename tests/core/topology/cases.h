#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace arabesque::tests {

/// What a simulation has to say, worked out by hand from the formulas. Names in order, times in seconds; ">=" marks a
/// lower bound, "?" what is not known.
struct ExpectedOutcome {
    std::string serves{}, waits{}, down{}, cutOff{};
    std::string detects{};    ///< "app-1=0.06"
    std::string recovers{};   ///< "app-1=40.06"
    std::string loses{};      ///< data: "orders=5"
    std::string capacity{};   ///< "left/before"
    std::string risk = "0 fail, 0 slow";
    bool data = true;
    std::string control = "-";   ///< yes, no, or - where there is none

    friend bool operator==(const ExpectedOutcome&, const ExpectedOutcome&) = default;
};

struct SimulationCase {
    std::string name;
    std::string deployment;   ///< Deployment.toml
    std::vector<std::string> failures;
    ExpectedOutcome expected;
};

/// Each of them has some twenty.
[[nodiscard]] std::vector<SimulationCase> serverCases();
[[nodiscard]] std::vector<SimulationCase> standbyCases();
[[nodiscard]] std::vector<SimulationCase> regionCases();

/// A text with one part of it replaced; the part has to be there.
[[nodiscard]] std::string with(std::string text, std::string_view part, std::string_view instead);

}
