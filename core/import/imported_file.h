#pragma once

#include "core/text/message.h"
#include "core/text/range.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// What a file that is imported turned out to be.
enum class ImportKind {
    Kubernetes,
    Compose,
    Nginx,
    HAProxy,
    HelmValues,
    Environment,     ///< NAME=value lines
    ProductConfig,   ///< deployment.toml of API Manager or Micro Integrator
    ApictlParams,
    Workflow,   ///< of a pipeline
    Sql,
    Script,
    Text   ///< any other
};

/// In words, for a sentence: "a compose file".
[[nodiscard]] MessageText nameOf(ImportKind kind);

/// A part of a YAML file. Aliases are copies of what they stand for.
struct TreeNode {
    enum class Kind { Map, List, Scalar };
    Kind kind = Kind::Scalar;
    std::string key{};    ///< in a map
    std::string text{};   ///< of a scalar, without quotes
    std::uint32_t line = 1;
    ByteRange range{};   ///< of a scalar as it is written; empty where that cannot be told
    ByteRange keyRange{};
    std::vector<TreeNode> children{};

    [[nodiscard]] const TreeNode* find(std::string_view name) const;
    /// The same along a path of keys: at({"spec", "replicas"}).
    [[nodiscard]] const TreeNode* at(std::initializer_list<std::string_view> path) const;
    [[nodiscard]] std::string_view textOf(
        std::string_view name) const;   ///< of a scalar in a map; else empty
};

/// A directive of NGINX and, of a block, what is in it.
struct NginxDirective {
    struct Word {
        std::string text;   ///< without quotes
        ByteRange range;
    };
    std::vector<Word> words{};   ///< the first is its name
    std::uint32_t line = 1;
    ByteRange range{};      ///< with its semicolon, or up to its closing brace
    std::string remark{};   ///< comment behind it, on its line
    bool block = false;
    std::vector<NginxDirective> inside{};

    [[nodiscard]] std::string_view name() const { return words.front().text; }
    [[nodiscard]] std::string_view word(std::size_t number) const {
        return number < words.size() ? std::string_view(words[number].text) : std::string_view();
    }
    [[nodiscard]] const NginxDirective* find(std::string_view name) const;
};

/// One value of a file. Elements of lists stand in brackets by what they are called, else by their number:
/// "Deployment[orders].spec.template.spec.containers[app].image".
struct ImportedValue {
    std::string path{};
    std::string text{};
    std::uint32_t line = 1;
    ByteRange range{};
};

/// A file that was read.
struct ImportedFile {
    std::string name{};
    std::string text{};
    ImportKind kind = ImportKind::Text;
    std::vector<TreeNode> documents{};          ///< of YAML; members of a Kubernetes List each by itself
    std::vector<NginxDirective> directives{};   ///< of NGINX
    std::optional<toml::Document> toml{};       ///< of TOML
    std::vector<ImportedValue> values{};        ///< of all three and of variables; else empty
};

/// Tells what a file is and reads it. Fails with a sentence that says why it cannot be read: binary, too long, broken.
[[nodiscard]] Result<ImportedFile> readImported(std::string name, std::string_view bytes);

/// The path with [] for every element: what mappings are declared for.
[[nodiscard]] std::string patternOfValue(std::string_view path);
/// Whether `pattern` is the end of a value's path: "containers[].image" of "Deployment[orders].spec.containers[app].image".
/// An element that is named in the pattern, as in "metrics[cpu].target", is meant alone.
[[nodiscard]] bool isAt(std::string_view path, std::string_view pattern);

}
