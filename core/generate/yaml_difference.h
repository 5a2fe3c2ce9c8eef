#pragma once

#include "core/generate/yaml.h"

#include <map>
#include <string>

namespace arabesque {

/// Why something that was there is gone, by JSON pointer.
using Removals = std::map<std::string, Origins>;

/// The operations that make one document of another (RFC 6902); an empty list where they mean the same. Each is there
/// because of what it writes; `because` says why where nothing else does.
[[nodiscard]] Yaml jsonPatch(const Yaml& before, const Yaml& after, const Origins& because,
                             const Removals& removals = {});

/// The keys of `after` that are others than in `before`, maps inside by their keys alone (RFC 7386): null for what is
/// gone. An empty map where they mean the same. Each is there because of what it is and was.
[[nodiscard]] Yaml mergePatch(const Yaml& before, const Yaml& after, const Origins& because);

/// A step of a JSON pointer (RFC 6901).
[[nodiscard]] std::string pointerStep(std::string_view key);

}
