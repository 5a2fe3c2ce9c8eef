#include "core/rules/reference.h"

#include "core/rules/example.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace arabesque {

namespace {

/// The text with a line of ^ below each marked part, as compilers print it.
std::string underlined(const ExampleFile& file) {
    std::string shown;
    for (std::size_t begin = 0; begin < file.text.size();) {
        const std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
        const std::string_view line = std::string_view(file.text).substr(begin, end - begin);
        shown.append(line).append(1, '\n');
        std::string below;
        for (const ByteRange mark : file.marks) {
            const std::size_t first = std::max(mark.begin, begin), last = std::min(mark.end, end);
            if (first >= last) continue;
            below.resize(countCodePoints(line.substr(0, first - begin)), ' ');
            below.append(countCodePoints(line.substr(first - begin, last - first)), '^');
        }
        if (!below.empty()) shown += below + '\n';
        begin = end + 1;
    }
    return shown;
}

std::string blocks(std::string_view example) {
    std::string text;
    for (const ExampleFile& file : filesOf(example))
        text += "`" + file.name + "`\n\n```text\n" + underlined(file) + "```\n\n";
    return text;
}

}

std::string pageOf(const Rule& rule) {
    std::string page = std::string("# ") + rule.title.text + "\n\n`" + rule.id + "` · " +
                       nameOf(rule.severity) + "\n\n" + rule.why.text + "\n\n**Cure.** " + rule.cure.text +
                       "\n\n## Wrong\n\n" + blocks(rule.example.wrong) + "## Right\n\n" +
                       blocks(rule.example.right) + "Source: " + rule.source + "\n";
    return page;
}

std::string contentsOfPages() {
    std::string text = "# Rules\n\n"
                       "Every kind of mistake that Arabesque finds. Each page is made from the rule's own "
                       "declaration.\n\n"
                       "| rule | severity | what is wrong |\n| --- | --- | --- |\n";
    for (const Rule* rule : allRules())
        text += std::string("| [") + rule->id + "](" + rule->id + ".md) | " + nameOf(rule->severity) + " | " +
                rule->title.text + " |\n";
    return text;
}

}
