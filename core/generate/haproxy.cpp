#include "core/generate/generator.h"
#include "core/generate/haproxy_files.h"

namespace arabesque {

namespace {

Artifacts generate(const Design& design) {
    Artifacts files;
    for (const BalancerSite& site : balancerSitesOf(design.deployment))
        if (!site.engine.isNginx())
            files.push_back(haproxyFile(site, "vm/haproxy/" + site.node + '/', "haproxy"));
    return files;
}

}

extern const Generator haproxy{.family = "haproxy", .generate = generate};

}
