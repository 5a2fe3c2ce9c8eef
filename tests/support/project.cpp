#include "tests/support/project.h"

#include "core/files/project_files.h"
#include "core/text/diff.h"
#include "core/text/line_index.h"

#include <QtGlobal>

#include <fstream>
#include <sstream>

namespace arabesque::tests {

namespace {

std::filesystem::path inTree(std::string_view path) {
    return std::filesystem::path(ARABESQUE_SOURCE_DIR) / path;
}

OpenedProject opened(std::string_view path) {
    const Result<OpenedProject> project = openProject(inTree(path));
    if (!project) qFatal("%s", project.error().message.english().c_str());
    return *project;
}

}

std::shared_ptr<const Snapshot> project(std::string_view path) {
    return analyzed(path).snapshot;
}

Analysis analyzed(std::string_view path, const Edit& edit, AnalysisOptions options) {
    const OpenedProject project = opened(path);
    options.load = resourceLoader(project.place);
    return analyze(edit.empty() ? project.snapshot : apply(*project.snapshot, edit).snapshot, options);
}

std::shared_ptr<const Snapshot> snapshotOf(
    std::initializer_list<std::pair<std::string_view, std::string_view>> documents) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->name = "project";
    for (const auto& [file, text] : documents)
        snapshot->documents.emplace(std::string(file), Document{std::make_shared<const std::string>(text)});
    return snapshot;
}

std::string sourceFile(std::string_view path) {
    std::ifstream stream(inTree(path), std::ios::binary);
    if (!stream) qFatal("cannot read %s", std::string(path).c_str());
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

std::string lineDifference(std::string_view expected, std::string_view actual) {
    const LineIndex before(expected);
    const LineIndex after(actual);
    const auto text = [](std::string_view all, const LineIndex& lines, std::uint32_t line) {
        const ByteRange range = lines.line(all, line);
        return std::to_string(line) + ": " + std::string(all.substr(range.begin, range.size())) + '\n';
    };
    const LineDifference difference = compareLines(expected, actual);
    std::string shown;
    for (const std::uint32_t line : difference.removed) shown += "- " + text(expected, before, line);
    for (const std::uint32_t line : difference.added) shown += "+ " + text(actual, after, line);
    return shown.empty() && expected != actual ? "only line ends differ" : shown;
}

}
