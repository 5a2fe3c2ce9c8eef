#pragma once

#include "core/text/edit.h"

#include <QDir>
#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace arabesque {

class Session;

/// Keeps unsaved text beside the user's state, never in the project, so that a program that ends without warning
/// loses at most a second of work. Each running program has a file of its own; one whose program is gone is taken
/// over by the next that opens the project. Lives on the window's thread and writes on another.
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
    /// What an earlier run left behind is in the session again, as one undoable step.
    void recovered();

private:
    void begin();
    void end();
    void recover();
    void writeSoon();
    void write();
    [[nodiscard]] QByteArray content() const;
    /// The edit that leads from the current text to what a journal holds; nothing for a damaged one.
    [[nodiscard]] std::optional<Edit> read(const QString& file) const;
    [[nodiscard]] QString projectKey() const;

    Session& m_session;
    QDir m_folder;
    QString m_file;   ///< empty while no project is open
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_pause;
    QFuture<void> m_writing;
};

}
