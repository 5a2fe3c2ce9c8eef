#pragma once

#include "app/session/unsaved_text.h"
#include "core/text/snapshot.h"

#include <QDir>
#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace arabesque {

class Session;

/// Keeps what is not saved beside the user's state, never in the project, so that a program that ends without warning
/// loses at most a second of work. Each running program has a file of its own; one whose program is gone is taken
/// over by the next that opens the project. A file holds only lines that differ from the saved text, and is sealed with
/// a key in a file of its own. Lives on the window's thread and writes on another.
class Journal final : public QObject {
    Q_OBJECT

public:
    /// Borrows the session, which outlives it.
    explicit Journal(Session& session, const QDir& folder = stateFolder());
    /// An orderly end: what was not saved was meant to go.
    ~Journal() override;

    /// True when another window, of this program or another running one, has the project open too.
    [[nodiscard]] bool isSharedWithAnother() const;

    /// Where journals are kept; not there before the first is.
    [[nodiscard]] static QDir stateFolder();

signals:
    /// What an earlier run left behind is in the session again, as one undoable step. `changedElsewhere` names the
    /// documents that another program changed since: in them both changes stand.
    void recovered(const QStringList& changedElsewhere);

private:
    void begin();
    void end();
    void recover();
    void writeSoon();
    void write();
    /// Before documents are saved: whenever the program ends, each is what the journal calls saved or what it holds.
    void writeAtOnce();
    /// Nothing for a damaged journal, and for one that was sealed with another key.
    [[nodiscard]] std::optional<std::vector<UnsavedText>> read(const QString& file) const;
    [[nodiscard]] QString keyFile() const;
    [[nodiscard]] QString projectKey() const;

    Session& m_session;
    QDir m_folder;
    QString m_file;   ///< empty while no project is open
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_pause;
    QFuture<void> m_writing;
    std::shared_ptr<const Snapshot> m_written;   ///< what the journal was last asked to hold
};

}
