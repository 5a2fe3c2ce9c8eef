#include "app/cli/report.h"
#include "core/model/secret_values.h"
#include "core/text/diff.h"

namespace arabesque::cli {
namespace {

std::string withoutSecretsOf(std::string_view file, std::string_view text) {
    if (file.ends_with(".toml")) return withoutSecrets(text);
    return file.ends_with(".bal") ? withoutSecretDefaults(text) : std::string(text);
}

}

std::string changesText(const Snapshot& before, const Snapshot& now, const std::string& folder) {
    std::string text;
    for (const auto& [file, document] : now.documents)
        if (const std::string_view was = before.text(file); was != *document.text)
            text += unifiedDiff(folder + file, withoutSecretsOf(file, was),
                                withoutSecretsOf(file, *document.text));
    return text;
}

}
