#pragma once

#include "core/generate/artifact.h"
#include "core/model/deployment.h"
#include "core/text/message.h"

#include <span>

namespace arabesque {

/// One family of generated files. Pure: same deployment, same bytes.
struct Generator {
    const char* id;
    MessageText title;
    Artifacts (*generate)(const Deployment& deployment);
};

/// Every family, in the order of the bundle.
[[nodiscard]] std::span<const Generator* const> allGenerators();

/// What all families make of a deployment, by path.
[[nodiscard]] Artifacts generateAll(const Deployment& deployment);

#define GENERATOR(name) extern const Generator name;
#include "core/generate/generators.def"
#undef GENERATOR

}
