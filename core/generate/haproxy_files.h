#pragma once

#include "core/generate/balancer_site.h"

#include <string>
#include <string_view>

namespace arabesque {

/// haproxy.cfg for one balancer, below `folder` ("vm/haproxy/lb-1/").
[[nodiscard]] Artifact haproxyFile(const BalancerSite& site, const std::string& folder,
                                   const std::string& family);

/// Text of a user as one word of haproxy.cfg: what HAProxy would read otherwise is escaped.
[[nodiscard]] std::string haproxyWord(std::string_view text);

}
