#include "core/generate/yaml_difference.h"

namespace arabesque {

namespace {

class Patcher {
public:
    Patcher(const Origins& because, const Removals& removals) : m_because(because), m_removals(removals) {}

    Yaml operations = Yaml::list();

    void compare(const Yaml& before, const Yaml& after, const std::string& place) {
        if (before.means(after)) return;
        const bool maps = before.kind() == Yaml::Kind::Map && after.kind() == Yaml::Kind::Map;
        const bool lists = before.kind() == Yaml::Kind::List && after.kind() == Yaml::Kind::List;
        if (maps)
            compareMaps(before, after, place);
        else if (lists && before.members().size() <= after.members().size())
            compareLists(before, after, place);
        else
            add("replace", place, &after);
    }

private:
    void compareMaps(const Yaml& before, const Yaml& after, const std::string& place) {
        for (const auto& [key, value] : before.members())
            if (after.find(key) == nullptr) add("remove", place + '/' + pointerStep(key), nullptr);
        for (const auto& [key, value] : after.members()) {
            const std::string here = place + '/' + pointerStep(key);
            const Yaml* there = before.find(key);
            if (there == nullptr)
                add("add", here, &value);
            else
                compare(*there, value, here);
        }
    }

    void compareLists(const Yaml& before, const Yaml& after, const std::string& place) {
        const std::size_t known = before.members().size();
        for (std::size_t i = 0; i < after.members().size(); ++i) {
            const Yaml& element = after.members()[i].second;
            if (i < known)
                compare(before.members()[i].second, element, place + '/' + std::to_string(i));
            else
                add("add", place + "/-", &element);
        }
    }

    void add(const char* operation, const std::string& place, const Yaml* value) {
        Origins because;
        if (value != nullptr) because = value->allOrigins();
        if (const auto removal = m_removals.find(place); removal != m_removals.end())
            because = removal->second;
        if (because.empty()) because = m_because;
        Yaml entry = Yaml::map();
        entry.set("op", operation).set("path", Sourced<std::string>{place, {}});
        if (value != nullptr) entry.set("value", *value);
        operations.add(std::move(entry).because(because));
    }

    const Origins& m_because;
    const Removals& m_removals;
};

}

std::string pointerStep(std::string_view key) {
    std::string step;
    for (const char c : key) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

Yaml jsonPatch(const Yaml& before, const Yaml& after, const Origins& because, const Removals& removals) {
    Patcher patcher(because, removals);
    patcher.compare(before, after, "");
    return std::move(patcher.operations);
}

Yaml mergePatch(const Yaml& before, const Yaml& after, const Origins& because) {
    Yaml patch = Yaml::map();
    for (const auto& [key, value] : before.members())
        if (after.find(key) == nullptr)
            patch.set(key, Yaml::null().because(joined(value.allOrigins(), because)));
    for (const auto& [key, value] : after.members()) {
        const Yaml* there = before.find(key);
        if (there != nullptr && there->means(value)) continue;
        const bool maps =
            there != nullptr && there->kind() == Yaml::Kind::Map && value.kind() == Yaml::Kind::Map;
        Yaml difference = maps ? mergePatch(*there, value, because) : value;
        Origins reasons = difference.allOrigins();
        if (!maps && there != nullptr) reasons = joined(std::move(reasons), there->allOrigins());
        patch.set(key, std::move(difference).because(reasons));
    }
    return patch;
}

}
