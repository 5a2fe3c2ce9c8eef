#include "tests/core/toml/edited.h"

#include <QtGlobal>

namespace arabesque::tests {

namespace {

toml::Path pathOf(std::string_view text) {
    const auto path = toml::readPath(text);
    if (!path) qFatal("%s", path.error().message.english().c_str());
    return *path;
}

}

std::string textAfter(std::string_view text, const Result<Edit>& edit) {
    return edit ? applied(text, "Cloud.toml", *edit) : '(' + edit.error().message.english() + ')';
}

std::string afterSet(std::string_view text, std::string_view path, std::string_view value) {
    return textAfter(text, toml::set("Cloud.toml", toml::Document(std::string(text)), pathOf(path), value));
}

std::string afterUnset(std::string_view text, std::string_view path) {
    return textAfter(text, toml::unset("Cloud.toml", toml::Document(std::string(text)), pathOf(path)));
}

std::string afterRename(std::string_view text, std::string_view path, std::string_view name) {
    return textAfter(text, toml::rename("Cloud.toml", toml::Document(std::string(text)), pathOf(path), name));
}

}
