#include "core/generate/generator.h"
#include "core/generate/text_writer.h"
#include "core/schema/families.h"

#include <algorithm>
#include <array>
#include <iterator>

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

namespace {

/// What Deployment.toml asks for, read once for all families.
class Choice {
public:
    explicit Choice(const Topology& topology)
        : m_targets(topology.value(deploymentToml().targets)),
          m_leftOut(topology.value(deploymentToml().leaveOut)) {}

    [[nodiscard]] bool wants(const Generator& generator) const {
        if (std::ranges::contains(*m_leftOut, generator.family)) return false;
        const Family& family = *findFamily(generator.family);
        return family.targets.empty() || std::ranges::any_of(family.targets, [&](std::string_view target) {
                   return std::ranges::contains(*m_targets, target);
               });
    }

    /// Why files of a family are made at all.
    [[nodiscard]] Origins reasonsFor(const Generator& generator) const {
        if (findFamily(generator.family)->targets.empty()) return {};
        return joined(m_targets.origins, m_leftOut.origins);
    }

private:
    Sourced<std::vector<std::string>> m_targets, m_leftOut;
};

}

bool isMade(const Generator& generator, const Deployment& deployment) {
    return Choice(deployment.topology).wants(generator);
}

bool asksForEnvironments(const Deployment& deployment) {
    const Choice choice(deployment.topology);
    return std::ranges::any_of(generators, [&](const Generator* generator) {
        return generator->asksForEnvironments && choice.wants(*generator);
    });
}

Artifacts generateAll(const Design& design) {
    const Choice choice(design.deployment.topology);
    std::vector<const Generator*> wanted;
    std::ranges::copy_if(generators, std::back_inserter(wanted),
                         [&](const Generator* generator) { return choice.wants(*generator); });
    Artifacts all;
    const auto add = [&](const Generator& generator, Artifacts made) {
        const Origins because = choice.reasonsFor(generator);
        for (Artifact& artifact : made) {
            artifact.origins = joined(std::move(artifact.origins), because);
            all.push_back(std::move(artifact));
        }
    };
    for (const Generator* generator : wanted)
        if (generator->generate != nullptr) add(*generator, generator->generate(design));
    std::ranges::stable_sort(all, {}, &Artifact::path);
    for (const Generator* generator : wanted) {
        if (generator->summarize == nullptr) continue;
        add(*generator, generator->summarize(design, all));
        std::ranges::stable_sort(all, {}, &Artifact::path);
    }
    return all;
}

}
