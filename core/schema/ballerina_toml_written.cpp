#include "core/schema/ballerina_toml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <set>

namespace arabesque {

namespace {

constexpr const char* source = "Ballerina 2201.13, ManifestBuilder";

/// A Java release that [platform] knows, and the first Swan Lake update whose programs run on it.
struct JavaRelease {
    const char* name;
    int update;
    const char* since;
};

constexpr std::array javaReleases{JavaRelease{"java25", 14, "2201.14.0"},
                                  JavaRelease{"java21", 11, "2201.11.0"},
                                  JavaRelease{"java17", 8, "2201.8.0"}, JavaRelease{"java11", 0, ""}};

constexpr const char* commonTools[] = {"openapi", "graphql", "grpc", "persist", "edi"};

Field text(std::string path, MessageText label, MessageText summary) {
    return {.path = std::move(path), .label = label, .summary = summary, .source = source};
}

void declareJars(Schema& schema, const std::string& platform) {
    const std::string table = platform + ".dependency";
    schema.add(Table{
        .path = table,
        .records = true,
        .unknownKeys = Table::UnknownKeys::Warning,
        .label = MESSAGE("package", "Java libraries"),
        .summary = MESSAGE("package", "Jars the program needs: files, or artifacts of a Maven repository.")});
    Field path =
        text(table + "[].path", MESSAGE("package", "Path"),
             MESSAGE("package", "The jar, relative to the package. Without it group, artifact and version "
                                "together name one."));
    path.meaning = Meaning::Path;
    path.fallbackNote = MESSAGE("package", "none: the jar comes from a repository");
    schema.add(std::move(path));
    const auto add = [&](const char* key, MessageText label, MessageText summary) {
        Field field = text(table + "[]." + key, label, summary);
        field.fallbackNote = MESSAGE("package", "none: the jar is a file");
        schema.add(std::move(field));
    };
    add("groupId", MESSAGE("package", "Group"), MESSAGE("package", "Maven group, such as org.postgresql."));
    add("artifactId", MESSAGE("package", "Artifact"),
        MESSAGE("package", "Maven artifact, such as postgresql."));
    add("version", MESSAGE("package", "Version"), MESSAGE("package", "Exact version of the artifact."));
    Field scope =
        text(table + "[].scope", MESSAGE("package", "Scope"),
             MESSAGE("package", "testOnly keeps the jar out of the program; provided means the place it runs "
                                "at has it, and needs group, artifact and version."));
    scope.fallbackNote = MESSAGE("package", "part of the program");
    scope.choices = {"\"testOnly\"", "\"provided\""};
    scope.unchecked = true;
    schema.add(std::move(scope));
    Field native =
        text(table + "[].graalvmCompatible", MESSAGE("package", "Fit for native images"),
             MESSAGE("package", "The jar works in a native image; without it such a build warns."));
    native.type = ValueType::Boolean;
    native.fallback = "false";
    schema.add(std::move(native));
    Field modules = text(table + "[].modules", MESSAGE("package", "Modules"),
                         MESSAGE("package", "Documented as the modules that use the jar; nothing reads it."));
    modules.type = ValueType::StringList;
    modules.dead = true;
    modules.unchecked = true;
    schema.add(std::move(modules));
}

void declareRepositories(Schema& schema, const std::string& platform) {
    const std::string table = platform + ".repository";
    schema.add(
        Table{.path = table,
              .records = true,
              .unknownKeys = Table::UnknownKeys::Warning,
              .label = MESSAGE("package", "Maven repositories"),
              .summary = MESSAGE("package", "Where Java libraries are fetched from, beside Maven Central.")});
    const auto add = [&](const char* key, MessageText label, MessageText summary,
                         Meaning meaning = Meaning::Plain) {
        Field field = text(table + "[]." + key, label, summary);
        field.meaning = meaning;
        field.fallbackNote = MESSAGE("package", "none");
        schema.add(std::move(field));
    };
    add("id", MESSAGE("package", "Id"), MESSAGE("package", "Name of the repository."));
    add("url", MESSAGE("package", "Address"), MESSAGE("package", "Where the repository is."));
    add("username", MESSAGE("package", "User"), MESSAGE("package", "Who reads it, where it asks."));
    add("password", MESSAGE("package", "Password"),
        MESSAGE("package", "Ends up in the version history together with this file."), Meaning::Secret);
}

void declarePlatform(Schema& schema, const JavaRelease& release) {
    const std::string platform = std::string("platform.") + release.name;
    schema.add(Table{
        .path = platform,
        .label = MESSAGE("package", "Java platform"),
        .summary = MESSAGE("package", "Java libraries of the package. The number is that of the Java release "
                                      "the distribution runs on: 21 from update 11 on, 25 from update 14."),
        .title = platform});
    Field native = text(platform + ".graalvmCompatible", MESSAGE("package", "Fit for native images"),
                        MESSAGE("package", "The package and all its Java libraries work in a native image."));
    native.type = ValueType::Boolean;
    native.fallback = "false";
    native.since = release.since;
    schema.add(std::move(native));
    declareJars(schema, platform);
    declareRepositories(schema, platform);
}

void declareTool(Schema& schema, const std::string& tool) {
    schema.add(Table{
        .path = tool,
        .records = true,
        .unknownKeys = Table::UnknownKeys::Warning,
        .label = MESSAGE("package", "Build tool"),
        .summary = MESSAGE("package", "One run of a tool that writes sources before the build."),
        .title = tool,
        .unchecked = true,
        .missingKey = {"BCE5301", MESSAGE("schema", "[[%2]] has no '%1', which every build tool needs")}});
    Field id = text(tool + "[].id", MESSAGE("package", "Id"),
                    MESSAGE("package", "Name of this run, different from that of every other of all tools."));
    id.required = true;
    schema.add(std::move(id));
    Field file = text(
        tool + "[].filePath", MESSAGE("package", "File"),
        MESSAGE("package", "What the tool reads, relative to the package, such as an OpenAPI description."));
    file.meaning = Meaning::Path;
    file.fallbackNote = MESSAGE("package", "none");
    schema.add(std::move(file));
    Field module = text(
        tool + "[].targetModule", MESSAGE("package", "Target module"),
        MESSAGE("package", "Module the sources are written to, different in every run of all tools; only "
                           "one run may leave it out."));
    module.fallbackNote = MESSAGE("package", "the default module");
    schema.add(std::move(module));
    Field version = text(tool + "[].version", MESSAGE("package", "Version"),
                         MESSAGE("package", "Version of the tool; the manifest itself does not look at it."));
    version.fallbackNote = MESSAGE("package", "the newest that fits");
    version.unchecked = true;
    schema.add(std::move(version));
    schema.add(Table{.path = tool + "[].options",
                     .unknownKeys = Table::UnknownKeys::Allowed,
                     .label = MESSAGE("package", "Options"),
                     .summary = MESSAGE("package", "What the tool itself defines and checks.")});
}

/// Names of [[tool.<name>]] and [[tool.<name>.<part>]] in a file.
void collectTools(const toml::Node& table, const std::string& path, std::set<std::string>& tools) {
    for (const toml::Member& member : table.members) {
        const std::string inner = path + '.' + member.name;
        if (member.node.kind == toml::Node::Kind::Array)
            tools.insert(inner);
        else if (member.node.kind == toml::Node::Kind::Table)
            collectTools(member.node, inner, tools);
    }
}

std::set<std::string> toolsOf(const toml::Document& written) {
    std::set<std::string> tools;
    for (const char* tool : commonTools) tools.insert(std::string("tool.") + tool);
    if (const toml::Node* node = written.root().member("tool")) collectTools(*node, "tool", tools);
    return tools;
}

std::string distributionOf(const toml::Document& written) {
    const toml::Node* node = written.find({"package", "distribution"});
    return node != nullptr && node->value != nullptr ? node->value->text : std::string();
}

}

std::string platformOf(std::string_view distribution) {
    int update = -1;
    if (const std::size_t dot = distribution.find('.'); dot != std::string_view::npos)
        std::from_chars(distribution.data() + dot + 1, distribution.data() + distribution.size(), update);
    if (update < 0) return "java21";
    return std::ranges::find_if(javaReleases, [&](const JavaRelease& r) { return update >= r.update; })->name;
}

namespace {

/// The names of one file that are in keys of its schema.
struct OwnNames {
    std::vector<const JavaRelease*> platforms{};
    std::set<std::string> tools{};

    friend bool operator==(const OwnNames&, const OwnNames&) = default;
};

OwnNames namesIn(const toml::Document& written) {
    OwnNames names{.tools = toolsOf(written)};
    const std::string own = platformOf(distributionOf(written));
    for (const JavaRelease& release : javaReleases)
        if (release.name == own || written.find({"platform", release.name}) != nullptr)
            names.platforms.push_back(&release);
    return names;
}

Schema schemaWith(const OwnNames& names) {
    Schema schema = ballerinaToml();
    schema.add(Table{.path = "platform",
                     .label = MESSAGE("package", "Platform"),
                     .summary = MESSAGE("package", "Java libraries, by the Java release they are for.")});
    for (const JavaRelease* release : names.platforms) declarePlatform(schema, *release);

    schema.add(Table{.path = "tool",
                     .unknownKeys = Table::UnknownKeys::Allowed,
                     .label = MESSAGE("package", "Build tools"),
                     .summary = MESSAGE("package", "Tools that write sources before the build.")});
    for (const std::string& tool : names.tools) {
        for (std::size_t dot = tool.find('.', 5); dot != std::string::npos; dot = tool.find('.', dot + 1))
            if (const std::string group = tool.substr(0, dot); schema.table(group) == nullptr)
                schema.add(Table{.path = group,
                                 .unknownKeys = Table::UnknownKeys::Allowed,
                                 .label = MESSAGE("package", "Build tools"),
                                 .summary = MESSAGE("package", "Parts of one tool.")});
        if (schema.table(tool) == nullptr) declareTool(schema, tool);
    }
    return schema;
}

}

std::shared_ptr<const Schema> ballerinaToml(const toml::Document& written) {
    struct Made {
        OwnNames names{};
        std::shared_ptr<const Schema> schema{};
    };
    static std::mutex mutex;
    static std::array<Made, 4> made;   // the last few: names change while they are typed
    static std::size_t oldest = 0;

    OwnNames names = namesIn(written);
    const std::scoped_lock lock(mutex);
    const auto known =
        std::ranges::find_if(made, [&](const Made& each) { return each.schema && each.names == names; });
    if (known != made.end()) return known->schema;
    auto schema = std::make_shared<const Schema>(schemaWith(names));
    made[oldest] = {std::move(names), schema};
    oldest = (oldest + 1) % made.size();
    return schema;
}

}
