#include "core/model/program_sources.h"

namespace arabesque {

std::vector<ballerina::Source> programSourcesOf(const Snapshot& snapshot) {
    std::vector<ballerina::Source> sources;
    for (const auto& [file, document] : snapshot.documents) {
        if (!file.ends_with(".bal")) continue;
        const auto module = snapshot.singleFile ? std::optional<std::string>("") : ballerina::moduleOf(file);
        if (module) sources.push_back({file, *module, document.text});
    }
    return sources;
}

}
