#pragma once

#include "core/generate/balancer_site.h"

#include <string>

namespace arabesque {

/// nginx.conf and what it includes, for one balancer, below `folder` ("vm/nginx/lb-1/"). In HTTP mode that is
/// conf.d/<file>.conf, which an NGINX that serves others as well can include by itself.
[[nodiscard]] Artifacts nginxFiles(const BalancerSite& site, const std::string& folder,
                                   const std::string& family);

}
