#include "core/generate/kubernetes_objects.h"
#include "core/model/java_order.h"
#include "core/model/mounted_files.h"

#include <algorithm>

namespace arabesque {

namespace {

Sourced<std::string> volumeName(const Sourced<std::string>& object) {
    return {*object + "-volume", object.origins};
}

Origins originsOf(const ConfigObject& config) {
    return joined(config.name.origins, config.mountPath.origins);
}

std::vector<const Claim*> claimsInOrder(const Workload& workload) {
    std::vector<std::int32_t> hashes;
    for (const Claim& claim : workload.claims) hashes.push_back(claim.hash);
    std::vector<const Claim*> ordered;
    for (const std::size_t index : javaOrder(hashes)) ordered.push_back(&workload.claims[index]);
    return ordered;
}

/// Paths of all Ballerina configuration, ConfigMaps before Secrets (section 6.5).
Sourced<std::string> configFilesVariable(const Workload& workload) {
    Sourced<std::string> value;
    for (const ConfigObject& config : workload.configs)   // those whose file is missing as well
        if (config.ballerinaConfig)
            value.origins = joined(joined(std::move(value.origins), config.mountPath.origins), config.files);
    for (const MountedConfig& file : mountedConfigs(workload)) {
        value.value += file.path + ':';
        value.origins = joined(std::move(value.origins), file.entry->origins);
    }
    return value;
}

Yaml mount(const ConfigObject& config) {
    Yaml item = Yaml::map();
    item.set("mountPath", config.mountPath)
        .set("name", volumeName(config.name))
        .set("readOnly", config.readOnly);
    const bool single = !config.ballerinaConfig && !config.directory;
    if (single && !config.entries.empty())
        item.set("subPath", Sourced<std::string>{config.entries[0].key, config.mountPath.origins});
    return std::move(item).because(originsOf(config));
}

}

Yaml environmentList(const Workload& workload) {
    Yaml list = Yaml::list();
    for (const EnvironmentReference& reference : workload.environment) {
        const char* kind = reference.secret ? "secretKeyRef" : "configMapKeyRef";
        const Origins because =
            joined(joined(reference.name.origins, reference.key.origins), reference.object.origins);
        Yaml key = Yaml::map();
        key.set("key", reference.key).set("name", reference.object);
        Yaml item = Yaml::map();
        item.set("name", reference.name).set("valueFrom", Yaml::map().set(kind, std::move(key)));
        list.add(std::move(item).because(because));
    }
    if (const Sourced<std::string> files = configFilesVariable(workload); !files->empty()) {
        Yaml item = Yaml::map();
        item.set("name", "BAL_CONFIG_FILES").set("value", files);
        list.add(std::move(item).because(files.origins));
    }
    return list;
}

Yaml mountList(const Workload& workload) {
    Yaml list = Yaml::list();
    for (const bool secrets : {true, false})
        for (const ConfigObject* config : configsInOrder(workload, secrets)) list.add(mount(*config));
    for (const Claim* claim : claimsInOrder(workload)) {
        Yaml item = Yaml::map();
        item.set("mountPath", claim->mountPath).set("name", volumeName(claim->name)).set("readOnly", false);
        list.add(std::move(item).because(joined(claim->name.origins, claim->mountPath.origins)));
    }
    return list;
}

Yaml volumeList(const Workload& workload) {
    Yaml list = Yaml::list();
    for (const ConfigObject* config : configsInOrder(workload, true)) {
        Yaml item = Yaml::map();
        item.set("name", volumeName(config->name)).set("secret", Yaml::map().set("secretName", config->name));
        list.add(std::move(item).because(originsOf(*config)));
    }
    for (const ConfigObject* config : configsInOrder(workload, false)) {
        Yaml item = Yaml::map();
        item.set("configMap", Yaml::map().set("name", config->name)).set("name", volumeName(config->name));
        list.add(std::move(item).because(originsOf(*config)));
    }
    for (const Claim* claim : claimsInOrder(workload)) {
        Yaml item = Yaml::map();
        item.set("name", volumeName(claim->name))
            .set("persistentVolumeClaim", Yaml::map().set("claimName", claim->name));
        list.add(std::move(item).because(joined(claim->name.origins, claim->mountPath.origins)));
    }
    return list;
}

}
