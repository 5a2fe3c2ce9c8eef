#include "core/model/linked_modules.h"

#include <vector>

namespace arabesque {

std::set<std::string> linkedModules(const ballerina::PackageFacts& facts, std::string_view package) {
    const std::string prefix = std::string(package) + '.';
    std::set<std::string> linked{""};
    std::vector<std::string> next{""};
    while (!next.empty()) {
        const std::string module = next.back();
        next.pop_back();
        for (const ballerina::Import& import : facts.imports) {
            if (!import.module.starts_with(prefix) ||
                ballerina::moduleOf(import.place.file).value_or("") != module)
                continue;
            if (std::string name = import.module.substr(prefix.size()); linked.insert(name).second)
                next.push_back(std::move(name));
        }
    }
    return linked;
}

}
