#pragma once

#include <span>
#include <string_view>

namespace arabesque {

/// A chart of the API Manager and every value it reads, one path a line: "wso2.deployment.replicas"; `*` stands for any
/// key and `[]` for the entries of a list (wso2/helm-apim, charts 4.7.0-1; resources/charts).
struct ChartKeys {
    std::string_view chart;   ///< "wso2am-universal-gw"
    std::string_view keys;
};

[[nodiscard]] std::span<const ChartKeys> chartsOfApiManager();

}
