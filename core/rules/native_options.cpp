#include "core/rules/native_options.h"

#include "core/rules/cures.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

constexpr const char* file = "Ballerina.toml";

const toml::Path& path() {
    static const toml::Path options{"build-options", "graalvmBuildOptions"};
    return options;
}

}

std::optional<NativeOptions> nativeOptionsOf(const Checked& project) {
    if (!*project.deployment.graalvm) return std::nullopt;
    const toml::Node* node = project.find(file, path());
    const auto text = textOf(node);
    if (!text || text->empty()) return std::nullopt;
    return NativeOptions{{file, node->range}, *text};
}

Result<Edit> setOption(const Checked& project, const NativeOptions& options, std::string_view word,
                       std::string_view by) {
    const std::string text = replaced(options.text, word, by);
    if (text.empty()) return toml::planned::unset(file, project.toml(file), path());
    return toml::planned::set(file, project.toml(file), path(), toml::quoted(text));
}

}
