#include "app/cli/project.h"
#include "app/cli/verbs.h"
#include "core/diagram/svg.h"
#include "core/files/project_files.h"

namespace arabesque::cli {

Result<Exit> drawDiagram(const Arguments& arguments, Output& output) {
    AnalysisOptions options = optionsIn(arguments);
    options.artifacts = false;
    const auto project = load(arguments.operand("PROJECT"), options);
    if (!project) return std::unexpected(project.error());
    const Topology& topology = project->analysis.deployment.topology;
    if (topology.nodes.empty())
        return failure({MESSAGE("cli", "there is no node to draw: declare [[node]]s in Deployment.toml")});
    const Diagram diagram = arguments.has("--arrange") ? arrange(topology) : diagramOf(topology);
    const std::string file(arguments.value("--out"));
    if (const auto written = writeFile(file, toSvg(diagram)); !written)
        return std::unexpected(written.error());
    output.out = printable(file) + ": " + std::to_string(diagram.boxes.size()) + " boxes, " +
                 std::to_string(diagram.lines.size()) + " lines\n";
    return Exit::Good;
}

}
