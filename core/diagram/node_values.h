#pragma once

#include "core/diagram/gestures.h"

#include <optional>

/// Settings of nodes as text that somebody types, such as a host or a port.
namespace arabesque::gestures {

/// Why `text` is no value of the setting at `path`; nothing where it is one, or empty.
[[nodiscard]] std::optional<Message> complaintAbout(const toml::Path& path, const std::string& text);

/// Writes it; an empty text removes the key. Fails with the complaint about it.
[[nodiscard]] Result<Edit> setValue(const toml::Document& document, const toml::Path& path,
                                    const std::string& text);

}
