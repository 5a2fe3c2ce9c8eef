#pragma once

#include "core/generate/generator.h"
#include "core/generate/text_writer.h"

#include <string>
#include <vector>

namespace arabesque {

/// What an API calls in an environment.
struct ApiTarget {
    Sourced<std::string> environment{}, production{}, sandbox{};
    Sourced<std::string> user{};          ///< empty: the endpoint asks for none
    Sourced<std::string> gateway{};       ///< environment of gateways it is deployed to
    Sourced<std::string> gatewayHost{};   ///< empty: not said
    std::string passwordVariable{};
};

struct PromotedApi {
    Sourced<std::string> name{}, version{};
    Sourced<std::string> archive{};   ///< empty: exported from the environment before
    std::vector<ApiTarget> targets{};
};

/// APIs that go from one environment to the next. Entries that name no API or environment are left out.
struct ApiPromotion {
    std::vector<Sourced<std::string>> environments{};
    std::vector<PromotedApi> apis{};
    Origins because{};

    /// Variables that hold passwords of an environment's params.
    [[nodiscard]] std::vector<std::string> passwordsIn(const std::string& environment) const;
};

[[nodiscard]] ApiPromotion apiPromotionOf(const Deployment& deployment);

}
