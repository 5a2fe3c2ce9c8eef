#pragma once

#include <QDir>
#include <QObject>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace arabesque {

class Session;

/// One number a line, in text: enough to tell which lines differ, too little to read them.
[[nodiscard]] std::string fingerprints(std::string_view text);

/// Lines of a text, from 0, that an earlier one had not, and lines in front of which others went.
struct LineChanges {
    std::set<int> changed;
    std::set<int> removedAbove;

    friend bool operator==(const LineChanges&, const LineChanges&) = default;
};
[[nodiscard]] LineChanges changesSince(std::string_view earlierFingerprints, std::string_view text);

/// Fingerprints of texts by their files.
using Fingerprints = std::map<std::string, std::string, std::less<>>;

/// What the project was when its bundle was last exported.
struct LastExport {
    std::filesystem::path path;   ///< of the bundle, folder or archive
    Fingerprints documents;
    Fingerprints artifacts;

    /// Of an artifact; null when it was none of the bundle's.
    [[nodiscard]] const std::string* artifact(std::string_view file) const {
        const auto found = artifacts.find(file);
        return found == artifacts.end() ? nullptr : &found->second;
    }
};

/// Remembers last exports beside the user's state, one a project, across runs of the program.
class ExportMemory final : public QObject {
    Q_OBJECT

public:
    /// Borrows the session, which outlives it.
    explicit ExportMemory(Session& session, const QDir& folder = stateFolder());

    [[nodiscard]] static QDir stateFolder();

private:
    void recall();
    void remember() const;
    [[nodiscard]] QString file() const;

    Session& m_session;
    QDir m_folder;
};

}
