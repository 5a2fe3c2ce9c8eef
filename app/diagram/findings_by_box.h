#pragma once

#include "app/diagram/diagram_scene.h"

#include <vector>

namespace arabesque {

class Session;

/// The id of the box that a place in Deployment.toml is about; empty where none is. Of the latest analysis.
[[nodiscard]] std::string boxAt(const Session& session, const Place& place);
/// What is wrong with each box, as its entry in Deployment.toml has it.
[[nodiscard]] FindingsByBox findingsByBox(const Session& session);
[[nodiscard]] std::vector<Diagnostic> findingsOf(const Session& session, const std::string& box);

}
