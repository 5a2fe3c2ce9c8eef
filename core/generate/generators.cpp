#include "core/generate/generator.h"
#include "core/generate/text_writer.h"
#include "core/schema/families.h"

#include <algorithm>
#include <array>

namespace arabesque {

#define GENERATOR(name) extern const Generator name;
#include "core/generate/generators.def"
#undef GENERATOR

namespace {

constexpr std::array generators{
#define GENERATOR(name) &name,
#include "core/generate/generators.def"
#undef GENERATOR
};

}

std::span<const Generator* const> allGenerators() {
    return generators;
}

bool isMade(const Generator& generator, const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    if (std::ranges::contains(*topology.value(deploymentToml().leaveOut), generator.family)) return false;
    const Family& family = *findFamily(generator.family);
    return family.targets.empty() || std::ranges::any_of(family.targets, [&](std::string_view target) {
               return topology.isFor(target);
           });
}

bool asksForEnvironments(const Deployment& deployment) {
    return std::ranges::any_of(generators, [&](const Generator* generator) {
        return generator->asksForEnvironments && isMade(*generator, deployment);
    });
}

namespace {

/// Why files of a family are made at all.
Origins reasonsFor(const Family& family, const Topology& topology) {
    if (family.targets.empty()) return {};
    return joined(topology.value(deploymentToml().targets).origins,
                  topology.value(deploymentToml().leaveOut).origins);
}

}

Artifacts generateAll(const Design& design) {
    Artifacts all;
    const auto add = [&](const Generator& generator, Artifacts made) {
        const Origins because = reasonsFor(*findFamily(generator.family), design.deployment.topology);
        for (Artifact& artifact : made) {
            artifact.origins = joined(std::move(artifact.origins), because);
            all.push_back(std::move(artifact));
        }
        std::ranges::stable_sort(all, {}, &Artifact::path);
    };
    std::vector<const Generator*> wanted;
    for (const Generator* generator : generators)
        if (isMade(*generator, design.deployment)) wanted.push_back(generator);
    for (const Generator* generator : wanted)
        if (generator->generate != nullptr) add(*generator, generator->generate(design));
    for (const Generator* generator : wanted)
        if (generator->summarize != nullptr) add(*generator, generator->summarize(design, all));
    return all;
}

}
