#pragma once

#include "core/rules/rule.h"

namespace arabesque {

// Every rule by its name: for the list itself and for tests. Nothing else includes it, since each new rule changes it.
#define RULE(name) extern const Rule name;
#include "core/rules/rules.def"
#undef RULE

}
