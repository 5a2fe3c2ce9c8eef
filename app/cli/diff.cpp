#include "core/text/diff.h"
#include "app/cli/project_bundle.h"
#include "app/cli/verbs.h"
#include "core/files/read_bundle.h"

#include <map>

namespace arabesque::cli {
namespace {

using Texts = std::map<std::string, const std::string*>;

/// All files but the bundle.json of the whole and of each package, whose checksums differ wherever another file does.
template <class File>
Texts textsOf(const std::vector<File>& files, const std::vector<std::vector<Project>>& packages) {
    Texts texts;
    for (const File& file : files) texts.emplace(file.path, &file.bytes);
    texts.erase("bundle.json");
    for (const std::vector<Project>& package : packages)
        texts.erase(package.front().inWorkspace + "/bundle.json");
    return texts;
}

bool isBinary(const std::string& bytes) {
    return bytes.contains('\0');
}

std::string patchOf(const std::string& path, const std::string& before, const std::string& after) {
    if (isBinary(before) || isBinary(after)) return "Binary file " + printable(path) + " differs\n";
    return unifiedDiff(path, before, after);
}

/// What turns the bundle into what is generated now.
std::string differences(const Texts& bundle, const Texts& now) {
    static const std::string none;
    Texts all = bundle;
    all.insert(now.begin(), now.end());
    std::string text;
    for (const auto& [path, unused] : all) {
        const auto before = bundle.find(path);
        const auto after = now.find(path);
        if (before == bundle.end()) text += "Only now: " + printable(path) + '\n';
        if (after == now.end()) text += "Only in the bundle: " + printable(path) + '\n';
        if (before != bundle.end() && after != now.end() && *before->second != *after->second)
            text += patchOf(path, *before->second, *after->second);
    }
    return text;
}

}

Result<Exit> diff(const Arguments& arguments, Output& output) {
    const auto bundle = readBundle(arguments.operand("BUNDLE"));
    if (!bundle) return std::unexpected(bundle.error());
    const std::vector<std::string> inside = environmentsIn(*bundle);
    const auto asked = arguments.values("--environment");
    std::vector<std::string_view> environments(asked.begin(), asked.end());
    if (environments.empty()) environments.assign(inside.begin(), inside.end());
    auto packages = loadEach(arguments, environments);
    if (!packages) return std::unexpected(packages.error());
    const Bundle now = bundleOf(*packages);
    output.out = differences(textsOf(*bundle, *packages), textsOf(now.files, *packages));
    return output.out.empty() ? Exit::Good : Exit::Findings;
}

}
