#pragma once

#include "core/text/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque::tests {

/// A text and the parts of it that stood between « and ».
struct MarkedText {
    std::string text;
    std::vector<ByteRange> ranges;   ///< in order

    /// The only marked part.
    [[nodiscard]] ByteRange range() const;
    /// Where the only mark begins, as a cursor would stand.
    [[nodiscard]] std::size_t offset() const { return range().begin; }
};

/// Takes the marks out. Marks that do not come in pairs end the test.
[[nodiscard]] MarkedText marked(std::string_view text);

/// The reverse: `text` with marks around `ranges`, which stand in order and do not overlap.
[[nodiscard]] std::string withMarks(std::string_view text, const std::vector<ByteRange>& ranges);

}
