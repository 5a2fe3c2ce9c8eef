#include "app/window/search_entries.h"

#include "app/bridge/text.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "app/window/commands.h"

#include <QAction>

namespace arabesque {

namespace {

void addDocuments(QList<QuickOpen::Entry>& entries, Session& session) {
    for (const auto& [file, document] : session.snapshot()->documents) {
        entries.append({icon(QStringLiteral("document")), toQt(file), QuickOpen::tr("file"),
                        [&session, name = file] { session.navigation().openPage(name); }});
    }
}

void addFindings(QList<QuickOpen::Entry>& entries, Session& session, const Analysis& analysis) {
    for (const Diagnostic& diagnostic : *session.findings()) {
        entries.append({icon(diagnostic.severity), translated(diagnostic.message),
                        toQt(diagnostic.place.file),
                        [&session, place = diagnostic.place] { session.navigation().goTo(place); }});
    }
    for (const Artifact& artifact : analysis.artifacts) {
        entries.append({icon(QStringLiteral("file")), toQt(artifact.path), QuickOpen::tr("generated"),
                        [&session, path = artifact.path] { session.navigation().selectArtifact(path); }});
    }
}

void addSettings(QList<QuickOpen::Entry>& entries, Session& session, const Analysis& analysis) {
    for (const auto& [file, schema] : analysis.schemas) {
        for (const Field& field : schema->fields()) {
            const auto path = toml::readPath(field.path);
            if (!path) continue;   // inside records there is no one place
            entries.append({icon(QStringLiteral("form")), labelOf(field), toQt(file + "  " + field.path),
                            [&session, selection = Selection{file, *path}] {
                                session.navigation().goToSetting(selection);
                            }});
        }
    }
}

}

QList<QuickOpen::Entry> searchEntries(Session& session, const std::map<const Command*, QAction*>& actions,
                                      MainWindow& window) {
    QList<QuickOpen::Entry> entries;
    if (session.isOpen()) addDocuments(entries, session);
    for (const Command& command : allCommands()) {
        const QAction* action = actions.at(&command);
        if (!action->isEnabled()) continue;
        entries.append({action->icon().isNull() ? icon(QStringLiteral("right")) : action->icon(),
                        action->text().remove(QLatin1Char('&')),
                        action->shortcut().toString(QKeySequence::NativeText),
                        [&command, &window] { command.run(window); }});
    }
    if (const auto& analysis = session.analysis()) {
        addFindings(entries, session, *analysis);
        addSettings(entries, session, *analysis);
    }
    return entries;
}

}
