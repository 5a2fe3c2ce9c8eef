#pragma once

#include "app/session/last_export.h"
#include "app/session/navigation.h"
#include "app/session/shown_findings.h"
#include "core/analysis/analysis.h"
#include "core/files/project_files.h"
#include "core/text/result.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace arabesque {

/// The open project: its current text, the one history of changes, and what the text means. Lives on the window's
/// thread; analyses run elsewhere, on snapshots.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] Result<void> open(const std::filesystem::path& path);
    [[nodiscard]] bool isOpen() const { return m_snapshot != nullptr; }
    [[nodiscard]] const ProjectPlace& place() const { return m_place; }

    [[nodiscard]] const std::shared_ptr<const Snapshot>& snapshot() const { return m_snapshot; }
    /// The latest one, perhaps of an earlier revision; null before the first.
    [[nodiscard]] const std::shared_ptr<const Analysis>& analysis() const { return m_analysis; }
    /// The findings of analysis() that views show: while somebody types, none comes up between two keystrokes. What
    /// has to know the truth, such as an export, asks the analysis.
    [[nodiscard]] const DiagnosticList& findings() const { return m_shown.list(); }
    /// True when analysis() says what the current text means, and all its findings are shown.
    [[nodiscard]] bool isSettled() const;
    /// A document of the current text, parsed anew after each change of it.
    [[nodiscard]] const toml::Document& document(const std::string& file) const;
    /// Whether document() answers at once. A long document that was just changed is read with the next analysis; asked
    /// for before, it is read while the window waits.
    [[nodiscard]] bool isAtHand(const std::string& file) const;
    [[nodiscard]] const Schema* schema(const std::string& file) const;
    /// Keys of a document that its schema does not name, outermost ones only. Found with what is wrong; read here for a
    /// text that is newer.
    [[nodiscard]] std::vector<toml::Path> unknownKeys(const std::string& file) const;
    /// The documents with a form, there or yet to be made; of a single source Config.toml is the only one read. Those that
    /// stand in for Config.toml in an environment are among them once the analysis knows them.
    [[nodiscard]] std::vector<std::string> formDocuments() const;
    [[nodiscard]] bool hasForm(const std::string& file) const;
    /// "Deploy target" the analysis is made for; empty: as the project says.
    [[nodiscard]] const std::string& target() const { return m_options.target; }
    void setTarget(const std::string& target);
    /// The environment of Deployment.toml the analysis is made for; empty: as the files say.
    [[nodiscard]] const std::string& environment() const { return m_options.environment; }
    void setEnvironment(const std::string& environment);
    /// What analyses of this session are asked for.
    [[nodiscard]] AnalysisOptions options() const;

    /// Nothing for a project that was never exported.
    [[nodiscard]] const std::optional<LastExport>& lastExport() const { return m_lastExport; }
    void setLastExport(LastExport last);
    /// setLastExport() for an export that was made just now.
    void noteExport(LastExport last);
    /// A name for the project's place on this machine, for files beside the user's state.
    [[nodiscard]] std::string projectKey() const;

    [[nodiscard]] QUndoStack& history() { return m_history; }
    [[nodiscard]] Navigation& navigation() { return m_navigation; }

    /// Adds a step to the history. Steps of one non-empty `mergeKey` that touch become one.
    void submit(Edit edit, const QString& title, const QString& mergeKey = {});
    /// submit() for what somebody types, key by key; so is every step with a `mergeKey`.
    void submitTyped(Edit edit, const QString& title, const QString& mergeKey);
    /// Somebody types, and has not paused yet.
    [[nodiscard]] bool isTyping() const { return m_typing.isActive(); }
    /// What was typed is complete: its findings need not wait for a pause.
    void endTyping();
    /// Applies a cure found in analysis(), moved along with what was typed since; nothing where that changed its place.
    void applyFix(const Fix& fix);
    /// For EditCommand: changes the text and returns the edit that undoes it.
    Edit apply(const Edit& edit);

    /// What saving compares with: what was read or written last.
    [[nodiscard]] const std::shared_ptr<const Snapshot>& savedSnapshot() const { return m_saved; }
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] bool isModified(const std::string& file) const;
    [[nodiscard]] Result<void> save();

    /// Writes every document to `folder`, which is made, and leaves the open project as it is. Fails where something
    /// is in that folder already.
    [[nodiscard]] Result<void> saveCopy(const std::filesystem::path& folder) const;
    /// Writes every document to the project's own place, also where that was removed.
    [[nodiscard]] Result<void> saveEverything();

    /// A document that another program changed, and its text now; nothing where it was removed.
    struct ChangeOnDisk {
        std::string file;
        std::optional<std::string> text;
    };
    /// Documents whose bytes on disk are neither the saved nor the current ones. Fails with one sentence where the
    /// project is no longer there or cannot be read.
    [[nodiscard]] Result<std::vector<ChangeOnDisk>> changedOnDisk() const;
    /// Takes what is on disk now: as one undoable step, or only as what saving will replace.
    void reloadFromDisk();
    void keepMine();

signals:
    void opened();
    /// The text changed; `edit` led here.
    void edited(const arabesque::Edit& edit);
    void analyzed();
    /// findings() has more of the same analysis().
    void findingsChanged();
    /// isTyping() no more.
    void typingPaused();
    /// All have heard of what is new; nothing of it is painted yet.
    void told();
    void aboutToSave();
    void saved();
    /// Another text than before counts as saved; also where saving wrote none.
    void savedTextChanged();
    void modifiedChanged();
    void lastExportChanged();
    void exported();

private:
    using UnknownKeys = std::map<std::string, std::vector<toml::Path>, std::less<>>;   ///< by document

    void startAnalysis();
    /// What is made beside the window, and not by it.
    struct Checked {
        std::shared_ptr<const Analysis> analysis;
        UnknownKeys unknownKeys;
    };
    void finishAnalysis(Checked checked);
    void pauseTyping();
    void noteModified();
    void noteSaved();
    [[nodiscard]] std::vector<NewFile> files() const;
    [[nodiscard]] Result<std::shared_ptr<const Snapshot>> readDisk() const;

    ProjectPlace m_place;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Snapshot> m_saved;
    std::shared_ptr<const Analysis> m_analysis;
    UnknownKeys m_unknownKeys;   ///< of what was analysed
    std::vector<Edit> m_sinceAnalysis;
    mutable std::map<std::string, toml::Document, std::less<>> m_documents;
    std::optional<LastExport> m_lastExport;
    AnalysisOptions m_options;
    std::stop_source m_running;
    QTimer m_pause;
    ShownFindings m_shown;
    QTimer m_typing;          ///< until the last keystroke counts as followed by a pause
    bool m_isTyped = false;   ///< of the edit that is applied
    QUndoStack m_history;
    Navigation m_navigation;
    bool m_modified = false;
    std::uint64_t m_asked = 0;   ///< number of the analysis last asked for; earlier answers are dropped
};

}
