#include "core/model/names.h"
#include "core/rules/rule.h"
#include "core/schema/pattern.h"
#include "core/text/lower_case.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// An image's name in parts, as the tool takes it apart (c2c 4.0.0, section 8.7); absent parts are empty.
struct ImageName {
    std::string registry, image, user, tag;
};

ImageName partsOf(std::string name) {
    ImageName parts;
    if (const auto colon = name.rfind(':'); colon != std::string::npos && !name.substr(colon).contains('/')) {
        parts.tag = name.substr(colon + 1);
        name.resize(colon);
    }
    const auto slash = name.find('/');
    const std::string first = name.substr(0, slash);
    const bool registry = slash != std::string::npos && first.find_first_of(".:") != std::string::npos;
    if (registry) {
        parts.registry = first;
        name.erase(0, slash + 1);
    }
    const auto next = name.find('/');
    if (next != std::string::npos) {
        parts.user = name.substr(0, next);
        name.erase(0, next + 1);
    }
    parts.image = name;
    return parts;
}

/// "user 'Team'": the first part Docker refuses, or nothing.
std::string firstBadPart(const ImageName& name) {
    static constexpr const char* component = "[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?";
    static const std::string image = std::string(component) + "(?:/" + component + ")*";
    static constexpr const char* registry = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-"
                                            "zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*"
                                            "(?::[0-9]+)?";
    static constexpr const char* tag = R"([\w][\w.-]{0,127})";
    const auto bad = [](const std::string& part, std::string_view pattern) {
        return !part.empty() && !matchesWhole(pattern, part);
    };
    if (bad(name.registry, registry)) return "registry '" + name.registry + "'";
    if (name.image.empty() || bad(name.image, image)) return "image name '" + name.image + "'";
    if (bad(name.user, component)) return "user '" + name.user + "'";
    if (bad(name.tag, tag)) return "tag '" + name.tag + "'";
    return {};
}

/// Upper case is what people write most; offered where the name is fine without.
void offerLowerCase(const Checked& project, const Origin& origin, const std::string& image,
                    Findings::Finding& finding) {
    const auto path = toml::readPath(origin.key());
    const auto written = path ? textOf(project.find(origin.document(), *path)) : std::nullopt;
    if (!written || lowerCase(*written) == *written || !firstBadPart(partsOf(lowerCase(image))).empty())
        return;
    const std::string name = toml::quoted(lowerCase(*written));
    finding.fix({MESSAGE("rules", "Write %1"), name},
                toml::planned::set(origin.document(), project.toml(origin.document()), *path, name));
}

/// Cloud.toml's own pattern takes upper case; the name fails when the image is built.
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesImage() || !deployment.workload.buildsImage()) return;
    const Sourced<std::string>& image = deployment.workload.image;
    const std::string bad = firstBadPart(partsOf(*image));
    if (bad.empty()) return;
    for (const Origin& origin : image.origins) {
        if (origin.kind() != Origin::Kind::Setting) continue;
        auto finding = findings.at(origin.place());
        finding.code("C2C_008").say(
            {MESSAGE("rules", "given docker name '%1' is invalid: %2 is invalid"), *image, bad});
        offerLowerCase(project, origin, *image, finding);
        return;
    }
}

}

extern const Rule image_name_is_valid{
    .id = "image-name-is-valid",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "An image name that Docker refuses"),
    .why = MESSAGE("rules", "Cloud.toml takes the name and the files are made with it; docker build refuses "
                            "it, and no node can pull it."),
    .cure = MESSAGE(
        "rules",
        "Write lower-case letters and digits, with single periods, underscores or dashes between them."),
    .source = "c2c 4.0.0, section 8.7",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
name = «"Orders"»
)",
                .right = R"(=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
