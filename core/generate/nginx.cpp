#include "core/generate/generator.h"
#include "core/generate/nginx_files.h"

#include <iterator>

namespace arabesque {

namespace {

Artifacts generate(const Design& design) {
    Artifacts files;
    for (const BalancerSite& site : balancerSitesOf(design.deployment))
        if (site.engine.isNginx())
            std::ranges::move(nginxFiles(site, "vm/nginx/" + site.node + '/', "nginx"),
                              std::back_inserter(files));
    return files;
}

}

extern const Generator nginx{.family = "nginx", .generate = generate};

}
