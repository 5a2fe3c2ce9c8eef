#pragma once

#include "core/rules/rule.h"

namespace arabesque {

/// A probe's table in Cloud.toml, as two rules look at it (c2c 4.0.0, section 4.3). Borrows the document.
struct ProbeTable {
    const CheckedDocument& checked;
    const toml::Node& node;
    const char* name;    ///< "readiness" or "liveness"
    const char* title;   ///< what the tool's messages call it

    [[nodiscard]] Place place() const { return {checked.file, node.range}; }
    [[nodiscard]] const toml::Node* port() const { return node.member("port"); }
    [[nodiscard]] const toml::Node* path() const { return node.member("path"); }
    [[nodiscard]] Severity severity() const {
        return checked.stopsTheTool ? Severity::Error : Severity::Warning;
    }
    [[nodiscard]] Result<Edit> set(const char* key, std::string_view value) const;
};

/// The probes Cloud.toml has, readiness first.
[[nodiscard]] std::vector<ProbeTable> probesOf(const Checked& project);

/// The number an integer node holds; nothing of any other value.
[[nodiscard]] std::optional<std::int64_t> numberOf(const toml::Node* node);

/// The path a resource answers on, with one slash before it: "/orders/healthz".
[[nodiscard]] std::string pathOf(const ballerina::Service& service, const ballerina::Resource& resource);

/// `path` as the tool compares it: without outer blanks and at most one slash at each end.
[[nodiscard]] std::string_view trimmedPath(std::string_view path);

}
