#include "app/forms/starter_text.h"

#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

std::string starterText(const Schema& schema) {
    std::string text;
    for (const Field& field : schema.fields()) {
        if (field.hint.empty() || field.dead) continue;
        std::string first = field.path;
        if (const auto at = first.find("[]"); at != std::string::npos) first.insert(at + 1, "0");
        const auto path = toml::readPath(first);
        if (!path) continue;
        const auto edit = toml::set(schema.document(), toml::Document(text), *path, field.hint);
        if (edit) text = applied(text, schema.document(), *edit);
    }
    std::string commented = "# " + schema.document() + "\n";
    if (!text.empty()) commented += "# Nothing here counts until its '#' is taken away.\n\n";
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const std::string line = text.substr(begin, end - begin);
        commented += (line == "\n" ? "" : "# ") + line;
        begin = end;
    }
    return commented;
}

}
