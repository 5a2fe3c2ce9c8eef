#include "app/cli/verbs.h"
#include "core/files/project_files.h"
#include "core/rules/reference.h"

#include <algorithm>

namespace arabesque::cli {

Result<Exit> printRules(const Arguments& arguments, Output& output) {
    if (const std::string_view out = arguments.value("--out"); !out.empty()) {
        std::vector<NewFile> files{{"README.md", contentsOfPages()}};
        for (const Rule* rule : allRules()) files.push_back({std::string(rule->id) + ".md", pageOf(*rule)});
        if (const auto written = writeFiles(out, files); !written) return std::unexpected(written.error());
        return Exit::Good;
    }
    const std::string id(arguments.operand("RULE"));
    if (id.empty()) {
        for (const Rule* rule : allRules())
            output.out +=
                std::string(rule->id) + " (" + nameOf(rule->severity) + "): " + rule->title.text + "\n";
        return Exit::Good;
    }
    const auto rule = std::ranges::find_if(allRules(), [&](const Rule* each) { return each->id == id; });
    if (rule == allRules().end())
        return failure({MESSAGE("cli", "'%1' is no rule; arabesque-cli rules lists them"), id});
    output.out = pageOf(**rule);
    return Exit::Good;
}

}
