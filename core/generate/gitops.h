#pragma once

#include "core/generate/cluster_place.h"
#include "core/generate/yaml.h"

#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// A place as a controller of a cluster sees it.
struct GitOpsPlace {
    Sourced<std::string> name{};        ///< of the object that stands for it: "orders-production-eu-west"
    Sourced<std::string> file{};        ///< "production-eu-west"
    Sourced<std::string> path{};        ///< of its overlay in the repository
    Sourced<std::string> nameSpace{};   ///< empty: not said
    Sourced<std::string> cluster{};     ///< name or address; empty: the controller's own
};

/// What a controller keeps clusters in line with.
struct GitOps {
    Sourced<std::string> name{};   ///< of the program, as Kubernetes takes names
    Sourced<std::string> repository{}, revision{}, project{};
    Sourced<Duration> interval{};
    Sourced<bool> prune{};
    std::vector<GitOpsPlace> places{};
    Origins because{};
};

/// Nothing where no repository is written, or no overlay is made.
[[nodiscard]] std::optional<GitOps> gitOpsOf(const Design& design);

/// Text that a Go template leaves as it is.
[[nodiscard]] std::string goTemplateText(std::string_view text);

/// A repository as Flux takes it: "git@host:path" with a scheme. Nothing for a scheme it does not know.
[[nodiscard]] std::optional<std::string> fluxAddress(std::string_view repository);

}
