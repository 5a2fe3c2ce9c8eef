#include "core/model/secret_values.h"

#include "core/schema/secret_names.h"
#include "core/text/edit.h"
#include "core/toml/rewrite.h"

#include <memory>

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

std::optional<ByteRange> secretDefaultOf(const ballerina::Configurable& variable, std::string_view source) {
    const std::string_view text = variable.fallback;
    const bool isText = text.size() > 2 && text.starts_with('"') && text.ends_with('"');
    if (!isText || !soundsSecret(variable.name)) return std::nullopt;
    const std::size_t at =
        source.find(text, variable.place.range.end);   // behind the name and its equals sign
    return at == std::string_view::npos ? variable.place.range : ByteRange{at, at + text.size()};
}

std::string withoutSecretDefaults(std::string_view source) {
    const auto facts =
        ballerina::scan({{.file = "", .module = {}, .text = std::make_shared<const std::string>(source)}});
    Edit edit;
    for (const ballerina::Configurable& variable : facts.configurables)
        if (const auto range = secretDefaultOf(variable, source))
            edit.changes.push_back({"", *range, toml::quoted("fill in: " + variable.name)});
    return applied(source, "", edit);
}

std::string withoutSecrets(std::string_view text) {
    const toml::Document document{std::string(text)};
    Edit edit;
    for (const SecretValue& secret : secretValuesIn(document))
        edit.changes.push_back({"", secret.range, toml::quoted("fill in: " + secret.name)});
    return applied(text, "", edit);
}

}
