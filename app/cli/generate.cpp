#include "app/cli/report.h"
#include "app/cli/verbs.h"

#include <algorithm>
#include <set>

namespace arabesque::cli {
namespace {

/// The artifacts of the wanted families; all without any. A family that makes nothing here is the caller's mistake.
Result<std::vector<NewFile>> chosen(const Artifacts& artifacts, std::span<const std::string_view> families) {
    std::set<std::string> made;
    for (const Artifact& artifact : artifacts) made.insert(artifact.generator);
    for (const std::string_view family : families) {
        if (made.contains(std::string(family))) continue;
        std::string names;
        for (const std::string& name : made) names += (names.empty() ? "" : ", ") + name;
        return failure({MESSAGE("cli", "nothing of family '%1' is generated for this project; there is: %2"),
                        std::string(family), names.empty() ? "none" : names});
    }
    std::vector<NewFile> files;
    std::set<std::string_view> paths;
    for (const Artifact& artifact : artifacts) {
        if (!families.empty() && !std::ranges::contains(families, artifact.generator)) continue;
        if (!paths.insert(artifact.path).second)
            return failure(
                {MESSAGE("cli", "several packages of the workspace make '%1': generate each of them by "
                                "itself, or choose families with --only"),
                 artifact.path});
        files.push_back({artifact.path, artifact.text});
    }
    return files;
}

}

Result<Exit> generate(const Arguments& arguments, Output& output) {
    // Static, so that nobody takes them apart: a workspace's parts number hundreds of thousands.
    static auto projects = loadAll(arguments.operand("PROJECT"), optionsIn(arguments));
    if (!projects) return std::unexpected(projects.error());
    const std::string notCarried = notCarriedText(*projects);
    static const Analysis analysis = together(*std::move(projects));
    const auto files = chosen(analysis.artifacts, arguments.values("--only"));
    if (analysis.hasErrors() && !arguments.has("--force")) {
        output.err = textReport(analysis);
        return Exit::Findings;
    }
    if (!files) return std::unexpected(files.error());
    if (files->empty()) {
        output.out =
            "nothing to generate: choose a platform with the build option 'cloud', or with --target\n";
        return Exit::Good;
    }
    const std::string folder(arguments.value("--out"));
    if (const auto written = writeFiles(folder, *files); !written) return std::unexpected(written.error());
    for (const NewFile& file : *files) output.out += printable(folder + "/" + file.path) + "\n";
    output.err = notCarried;
    return Exit::Good;
}

}
