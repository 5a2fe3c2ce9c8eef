#pragma once

#include "core/text/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// One file of an example, without its marks.
struct ExampleFile {
    std::string name;
    std::string text;
    std::vector<ByteRange> marks;   ///< what stood between « and », in order
};

/// The files of an example as rules declare it; a text that does not begin with "=== NAME" has none.
[[nodiscard]] std::vector<ExampleFile> filesOf(std::string_view example);

}
