#include "core/model/mounted_files.h"

#include "core/model/java_order.h"

namespace arabesque {

std::vector<const ConfigObject*> configsInOrder(const Workload& workload, bool secrets) {
    std::vector<const ConfigObject*> wanted;
    std::vector<std::int32_t> hashes;
    for (const ConfigObject& config : workload.configs) {
        if (config.secret != secrets) continue;
        wanted.push_back(&config);
        hashes.push_back(config.hash);
    }
    std::vector<const ConfigObject*> ordered;
    for (const std::size_t index : javaOrder(hashes)) ordered.push_back(wanted[index]);
    return ordered;
}

std::vector<MountedConfig> mountedConfigs(const Workload& workload) {
    std::vector<MountedConfig> files;
    for (const bool secrets : {false, true})
        for (const ConfigObject* config : configsInOrder(workload, secrets)) {
            if (!config->ballerinaConfig) continue;
            std::vector<std::int32_t> hashes;
            for (const auto& entry : config->entries) hashes.push_back(javaHash(entry.key));
            for (const std::size_t index : javaOrder(hashes))
                files.push_back(
                    {*config->mountPath + config->entries[index].key, config, &config->entries[index]});
        }
    return files;
}

}
