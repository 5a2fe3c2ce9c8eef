#include "core/generate/generator.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace arabesque {

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

Artifacts generateAll(const Deployment& deployment) {
    Artifacts all;
    for (const Generator* generator : generators)
        std::ranges::move(generator->generate(deployment), std::back_inserter(all));
    std::ranges::sort(all, {}, &Artifact::path);
    return all;
}

}
