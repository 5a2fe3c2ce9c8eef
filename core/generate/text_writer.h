#pragma once

#include "core/generate/artifact.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

using Origins = std::vector<Origin>;

[[nodiscard]] Origins joined(Origins first, const Origins& second);

/// The origin of what a format or tool always writes; `specification` names it: "c2c 4.0.0, section 6.2".
[[nodiscard]] Origin layout(std::string specification);

/// Writes an artifact line by line, each with the reasons it is there.
class TextWriter {
public:
    TextWriter(std::string path, std::string generator, Origins origins);

    /// One line without its line feed, or several where a value brings more. Without origins of its own, a line is there because the file is.
    void line(std::string_view text, const Origins& origins);
    void line(std::string_view text, std::vector<OriginId> ids);
    /// Numbers of origins in this artifact, sorted.
    [[nodiscard]] std::vector<OriginId> idsOf(const Origins& origins);
    /// Adds those of `origins` to `ids`, which stay sorted.
    void addIds(std::vector<OriginId>& ids, const Origins& origins);
    /// Whole content whose lines all have the same origins, such as a copied file.
    void content(std::string_view text, const Origins& origins);

    [[nodiscard]] Artifact take() && { return std::move(m_artifact); }

private:
    [[nodiscard]] std::vector<OriginId> idsOrOwn(const Origins& origins);

    Artifact m_artifact;
    std::vector<OriginId> m_own;   ///< of the file's own origins; empty: not asked for yet
};

}
