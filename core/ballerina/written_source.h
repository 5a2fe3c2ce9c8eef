#pragma once

#include "core/ballerina/package_facts.h"
#include "core/text/edit.h"

#include <optional>
#include <string>
#include <string_view>

namespace arabesque::ballerina {

// Sources that fixes write.

/// Whether every part of a path is a plain name, so that a service or resource can be called so without escapes.
[[nodiscard]] bool isPlainPath(std::string_view path);

/// A resource that answers `get` on `path` ("healthz", "health/live" or ".") with true, behind the last member of
/// `service`. Nothing where the service's body is not closed.
[[nodiscard]] std::optional<Edit> addResource(const Service& service, std::string_view path);

/// `addition` at the end of `file`, whose text is `text`: a service on a listener of its own on `port` whose resource
/// answers `get` on `path` with true. The last name of `path` is the resource, what stands before it the service.
/// A file without any text gets the import it needs.
[[nodiscard]] Edit addProbeService(const std::string& file, std::string_view text, std::int64_t port,
                                   std::string_view path);

}
