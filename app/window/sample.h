#pragma once

#include "core/text/result.h"

#include <filesystem>

namespace arabesque {

/// A fresh copy of the sample project that may be spoilt.
[[nodiscard]] Result<std::filesystem::path> copySample();

}
