#include "app/problems/problems_filter.h"

#include "app/bridge/text.h"
#include "app/problems/problems_model.h"

namespace arabesque {

namespace {

const QString prefix = QStringLiteral("in:");

}

ProblemsFilter::ProblemsFilter(Session& session, QObject* parent)
    : QSortFilterProxyModel(parent), m_session(session) {
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

QString ProblemsFilter::textFor(const Selection& entry) {
    return prefix + toQt(entry.document) + QLatin1Char(':') + toQt(toml::toText(entry.path));
}

void ProblemsFilter::setText(const QString& text) {
    m_entry.reset();
    const qsizetype colon = text.indexOf(QLatin1Char(':'), prefix.size());
    if (text.startsWith(prefix) && colon > 0) {
        const auto path = toml::readPath(fromQt(text.sliced(colon + 1)));
        if (path) m_entry = Selection{fromQt(text.mid(prefix.size(), colon - prefix.size())), *path};
    }
    setFilterFixedString(m_entry ? QString() : text);
    invalidateFilter();
}

bool ProblemsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (!m_entry) return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    const auto* found = static_cast<const ProblemsModel*>(sourceModel())->diagnostic(row);
    const auto& analysis = m_session.analysis();
    if (!found || !analysis || found->place.file != m_entry->document) return false;
    const auto document = analysis->documents.find(found->place.file);
    if (document == analysis->documents.end()) return false;
    const toml::Path path = document->second.pathAt(found->place.range.begin);
    return path.size() >= m_entry->path.size() &&
           std::equal(m_entry->path.begin(), m_entry->path.end(), path.begin());
}

}
