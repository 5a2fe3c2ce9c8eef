#include "core/rules/secrets.h"

#include "core/model/secret_values.h"

namespace arabesque {

namespace {

/// The document of the project an entry is the content of; else nothing.
std::string documentOf(const Checked& project, const ConfigObject::Entry& entry) {
    for (const Origin& origin : entry.origins)
        if (origin.kind() == Origin::Kind::File && project.snapshot.exists(origin.key())) return origin.key();
    return {};
}

}

std::vector<WrittenSecret> secretsIn(const Checked& project, const ConfigObject::Entry& entry) {
    const std::string file = documentOf(project, entry);
    const toml::Document document = file.empty() ? toml::Document(entry.bytes) : project.toml(file);
    std::vector<WrittenSecret> found;
    for (SecretValue& secret : secretValuesIn(document))
        found.push_back({std::move(secret.name),
                         file.empty() ? entry.origins.front().place() : Place{file, secret.range}});
    return found;
}

Result<Edit> asOther(const Checked& project, const std::vector<Origin>& files, std::string_view header) {
    const auto path =
        files.size() == 1 ? toml::readPath(files.front().key()) : Result<toml::Path>(toml::Path{});
    if (!path || path->empty()) return failure(MESSAGE("rules", "several entries make this object"));
    const CheckedDocument* checked = project.document("Cloud.toml");
    const toml::Path element(path->begin(), path->end() - 1);
    const toml::Node* node = checked == nullptr ? nullptr : checked->document.find(element);
    if (node == nullptr || node->section == nullptr)
        return failure(MESSAGE("rules", "the entry is not written as a table of its own"));
    return Edit{{{checked->file, node->section->headerRange, "[[" + std::string(header) + "]]"}}};
}

}
