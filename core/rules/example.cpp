#include "core/rules/example.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::string_view heading = "=== ", opening = "«", closing = "»";

/// The first line of `text`, taken off it with its end.
std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    return line;
}

void append(ExampleFile& file, std::string_view line) {
    while (!line.empty()) {
        if (line.starts_with(opening)) {
            file.marks.push_back({file.text.size(), file.text.size()});
            line.remove_prefix(opening.size());
        } else if (line.starts_with(closing) && !file.marks.empty()) {
            file.marks.back().end = file.text.size();
            line.remove_prefix(closing.size());
        } else {
            file.text += line.front();
            line.remove_prefix(1);
        }
    }
}

}

std::vector<ExampleFile> filesOf(std::string_view example) {
    std::vector<ExampleFile> files;
    while (!example.empty()) {
        std::string_view line = takeLine(example);
        if (line.starts_with(heading)) {
            line.remove_prefix(heading.size());
            files.push_back({std::string(line.substr(0, line.find('\n'))), {}, {}});
        } else if (!files.empty()) {
            append(files.back(), line);
        }
    }
    return files;
}

}
