#pragma once

#include "core/ballerina/package_facts.h"
#include "core/model/deployment.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace arabesque::tests {

/// A package written down in a test.
struct Written {
    std::string organisation = "acme", package = "order_api", version = "1.2.0";
    std::string buildOptions = "cloud = \"k8s\"\n";
    std::optional<std::string> cloudToml{};
    std::string deploymentToml{};
    std::string release{};               ///< as the caller names it
    std::vector<std::int64_t> ports{};   ///< a service each
    std::optional<ballerina::Task> task{};
    std::string singleFile{};                     ///< name without ".bal"; instead of a package
    std::map<std::string, std::string> files{};   ///< path to content
    std::map<std::string, std::vector<std::string>> folders{};   ///< path to the names directly inside
    bool templateSecrets = false;
};

[[nodiscard]] Deployment bound(const Written& written);

/// Where a value comes from, each origin on a line.
template <class T> [[nodiscard]] std::string originsOf(const Sourced<T>& value) {
    std::string text;
    for (const Origin& origin : value.origins) text += toText(origin) + '\n';
    return text;
}

}
