#include "app/views/views.h"

namespace arabesque {

std::span<const ViewEntry* const> allViews() {
    static constexpr const ViewEntry* views[] = {
#define VIEW(name) &view::name,
#include "app/views/views.def"
#undef VIEW
    };
    return views;
}

}
