#pragma once

#include "core/text/edit.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// One text document of a project. Texts are shared between snapshots and never change.
struct Document {
    std::shared_ptr<const std::string> text;
    bool onDisk = true;

    /// A document that is not on disk exists once it has text; so creating one is undone like any edit.
    [[nodiscard]] bool exists() const { return onDisk || !text->empty(); }
};

/// A file that documents refer to: content for ConfigMaps, files copied into an image.
struct Resource {
    enum class Kind { Missing, File, Directory };
    Kind kind = Kind::Missing;
    std::shared_ptr<const std::string> bytes;   ///< of a file
    std::vector<std::string> names{};           ///< regular files directly inside a directory, sorted
    std::vector<std::string> folders{};         ///< folders directly inside it, sorted
};

/// The immutable text of a project at one moment. Everything else is computed from it.
struct Snapshot {
    std::uint64_t revision = 0;
    std::string name;          ///< the folder's name, or the file's without ".bal"
    bool singleFile = false;   ///< a single .bal file instead of a package
    std::map<std::string, Document, std::less<>> documents;   ///< by path inside the project
    std::map<std::string, Resource, std::less<>> resources;   ///< by path as the documents write it

    /// Text of a document; empty for one that does not exist.
    [[nodiscard]] std::string_view text(std::string_view file) const;
    [[nodiscard]] bool exists(std::string_view file) const;
};

/// Brings the files at `paths`, as the documents write them, into a snapshot as resources; same revision. Never fails:
/// what cannot be read is Missing.
using ResourceLoader = std::function<std::shared_ptr<const Snapshot>(const Snapshot& snapshot,
                                                                     const std::vector<std::string>& paths)>;

/// What an edit made of a snapshot, and the edit that takes it back.
struct Applied {
    std::shared_ptr<const Snapshot> snapshot;   ///< revision one higher
    Edit inverse;
};

[[nodiscard]] Applied apply(const Snapshot& snapshot, const Edit& edit);

}
