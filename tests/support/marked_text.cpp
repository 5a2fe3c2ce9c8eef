#include "tests/support/marked_text.h"

#include <QtGlobal>

namespace arabesque::tests {

namespace {

constexpr std::string_view opening = "«";
constexpr std::string_view closing = "»";

}

ByteRange MarkedText::range() const {
    if (ranges.size() != 1) qFatal("%zu parts are marked, not one", ranges.size());
    return ranges[0];
}

MarkedText marked(std::string_view text) {
    MarkedText result;
    bool open = false;
    while (!text.empty()) {
        const std::string_view mark = open ? closing : opening;
        if (text.starts_with(mark)) {
            if (!open)
                result.ranges.push_back({result.text.size(), 0});
            else
                result.ranges.back().end = result.text.size();
            open = !open;
            text.remove_prefix(mark.size());
        } else {
            result.text += text[0];
            text.remove_prefix(1);
        }
    }
    if (open) qFatal("a mark is not closed");
    return result;
}

std::string withMarks(std::string_view text, const std::vector<ByteRange>& ranges) {
    std::string result;
    std::size_t copied = 0;
    for (const ByteRange range : ranges) {
        if (range.begin < copied || range.end < range.begin || range.end > text.size())
            return "(ranges overlap or leave the text)";
        result.append(text.substr(copied, range.begin - copied)).append(opening);
        result.append(text.substr(range.begin, range.size())).append(closing);
        copied = range.end;
    }
    return result.append(text.substr(copied));
}

}
