#pragma once

#include "app/views/view.h"

#include <span>

namespace arabesque {

namespace view {
#define VIEW(name) extern const ViewEntry name;
#include "app/views/views.def"
#undef VIEW
}

[[nodiscard]] std::span<const ViewEntry* const> allViews();

}
