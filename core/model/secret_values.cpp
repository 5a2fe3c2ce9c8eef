#include "core/model/secret_values.h"

#include "core/schema/secret_names.h"
#include "core/text/edit.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

bool isText(const toml::Node& node) {
    return node.value != nullptr && node.value->kind == toml::Kind::String && !node.value->text.empty();
}

void collect(const toml::Node& table, const std::string& path, std::vector<SecretValue>& found) {
    for (const toml::Member& member : table.members) {
        const std::string name = path.empty() ? member.name : path + '.' + member.name;
        if (isText(member.node) && soundsSecret(member.name)) found.push_back({name, member.node.range});
        for (const toml::Node& element : member.node.elements) {
            if (isText(element) && soundsSecret(member.name)) found.push_back({name, element.range});
            collect(element, name, found);
        }
        collect(member.node, name, found);
    }
}

}

std::vector<SecretValue> secretValuesIn(const toml::Document& document) {
    std::vector<SecretValue> found;
    collect(document.root(), {}, found);
    return found;
}

std::string withoutSecrets(std::string_view text) {
    const toml::Document document{std::string(text)};
    Edit edit;
    for (const SecretValue& secret : secretValuesIn(document))
        edit.changes.push_back({"", secret.range, toml::quoted("fill in: " + secret.name)});
    return applied(text, "", edit);
}

}
