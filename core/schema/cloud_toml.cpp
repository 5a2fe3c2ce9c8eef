#include "core/schema/cloud_toml.h"

namespace arabesque {

const CloudToml& cloud() {
    static const CloudToml schema;
    return schema;
}

}
