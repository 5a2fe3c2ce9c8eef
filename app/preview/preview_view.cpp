#include "app/preview/preview_view.h"

#include "app/bridge/editor_text.h"
#include "app/bridge/text.h"
#include "app/preview/artifact_list.h"
#include "app/preview/artifact_text.h"
#include "app/views/theme.h"
#include "app/views/views.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <ranges>

namespace arabesque {

namespace {

std::vector<int> linesOf(const Artifact& artifact, const Selection& selection) {
    std::vector<bool> matching;
    for (const Origin& origin : artifact.originTable.all()) matching.push_back(covers(selection, origin));
    std::vector<int> lines;
    if (std::ranges::find(matching, true) == matching.end()) return lines;
    for (std::size_t line = 0; line < artifact.lines.size(); ++line) {
        if (std::ranges::any_of(artifact.lines[line], [&](OriginId id) { return matching[id]; })) {
            lines.push_back(static_cast<int>(line));
        }
    }
    return lines;
}

/// Links by file name, with its path where several files are called so; of many the first few.
QString linksTo(const std::vector<const Artifact*>& artifacts) {
    constexpr std::size_t most = 5;
    QStringList links;
    for (const Artifact* each : artifacts | std::views::take(most)) {
        const bool repeats = std::ranges::count(artifacts, each->fileName(), &Artifact::fileName) > 1;
        const QString name = toQt(repeats ? each->path : each->fileName());
        links << QStringLiteral("<a href=\"%1\">%2</a>")
                     .arg(toQt(each->path).toHtmlEscaped(), name.toHtmlEscaped());
    }
    if (artifacts.size() > most)
        links << PreviewView::tr("%n more file(s)", nullptr, static_cast<int>(artifacts.size() - most));
    return links.join(QStringLiteral(", "));
}

QString sentenceFor(const Origin& origin) {
    const QString key = toQt(origin.key()).toHtmlEscaped();
    switch (origin.kind()) {
    case Origin::Kind::Setting:
        return PreviewView::tr("Set by <b>%1</b> in %2").arg(key, toQt(origin.document()));
    case Origin::Kind::Default:
        return PreviewView::tr("Default of <b>%1</b> (%2)").arg(key, toQt(origin.document()));
    case Origin::Kind::Source:
        return PreviewView::tr("From the program: <b>%1</b> in %2").arg(key, toQt(origin.place().file));
    case Origin::Kind::File: return PreviewView::tr("Content of <b>%1</b>").arg(key);
    case Origin::Kind::Layout: return PreviewView::tr("Always so: %1").arg(key);
    }
    return {};
}

QToolButton* makeButton(QWidget* parent, const QString& iconName, const QString& name) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

}

PreviewView::PreviewView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_files(new ArtifactList(session, this)),
      m_standing(new QLabel(this)),
      m_text(new ArtifactText(this)),
      m_hint(new QLabel(this)),
      m_empty(new QLabel(this)),
      m_stack(new QStackedLayout) {
    m_reasons = makeReasons();
    auto* shown = new QWidget(this);
    auto* layout = new QVBoxLayout(shown);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_files);
    layout->addWidget(m_hint);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_reasons);
    m_hint->setObjectName(QStringLiteral("litHint"));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::RichText);
    m_hint->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setObjectName(QStringLiteral("muted"));
    m_stack->addWidget(shown);
    m_stack->addWidget(m_empty);
    setLayout(m_stack);
    connect(&session, &Session::analyzed, this, &PreviewView::showAnalysis);
    connect(&session, &Session::opened, this, &PreviewView::showAnalysis);
    connect(&session.navigation(), &Navigation::artifactChanged, this, &PreviewView::showAnalysis);
    connect(&session.navigation(), &Navigation::selectionChanged, this, &PreviewView::showLit);
    connect(&session, &Session::lastExportChanged, this, &PreviewView::showAnalysis);
    connect(m_files, &ArtifactList::chosen, &session.navigation(), &Navigation::selectArtifact);
    connect(m_hint, &QLabel::linkActivated, this,
            [this](const QString& path) { m_session.navigation().selectArtifact(fromQt(path)); });
    connect(m_text, &ArtifactText::lineChosen, this, &PreviewView::showReasons);
    connect(m_text, &ArtifactText::typedInto, this,
            [this] { showReasons(m_text->textCursor().blockNumber()); });
    showAnalysis();
}

QWidget* PreviewView::makeBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    m_standing->setObjectName(QStringLiteral("muted"));
    m_standing->setMinimumWidth(40);
    m_standing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* copy = makeButton(bar, QStringLiteral("copy"), tr("Copy this file"));
    auto* save = makeButton(bar, QStringLiteral("save"), tr("Save this file as"));
    m_open = makeButton(bar, QStringLiteral("folder"), tr("Show in the file manager"));
    layout->addWidget(m_standing, 1);
    layout->addWidget(copy);
    layout->addWidget(save);
    layout->addWidget(m_open);
    connect(m_open, &QToolButton::clicked, this, &PreviewView::openInFileManager);
    connect(copy, &QToolButton::clicked, this, &PreviewView::copyText);
    connect(save, &QToolButton::clicked, this, &PreviewView::saveText);
    return bar;
}

QWidget* PreviewView::makeReasons() {
    auto* panel = new QFrame(this);
    panel->setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    m_reasonsTitle = new QLabel(panel);
    m_reasonsTitle->setObjectName(QStringLiteral("caption"));
    auto* close = makeButton(panel, QStringLiteral("close"), tr("Close"));
    head->addWidget(m_reasonsTitle, 1);
    head->addWidget(close);
    layout->addLayout(head);
    m_reasonList = new QVBoxLayout;
    m_reasonList->setSpacing(4);
    layout->addLayout(m_reasonList);
    connect(close, &QToolButton::clicked, panel, &QWidget::hide);
    panel->hide();
    return panel;
}

const Artifact* PreviewView::artifact() const {
    const auto& analysis = m_session.analysis();
    if (!analysis || analysis->artifacts.empty()) return nullptr;
    const Artifact* wanted = analysis->artifact(m_session.navigation().artifact());
    if (wanted) return wanted;
    const auto firstText = std::ranges::find(analysis->artifacts, false, &Artifact::binary);
    return firstText == analysis->artifacts.end() ? &analysis->artifacts.front() : &*firstText;
}

void PreviewView::showAnalysis() {
    const Artifact* shown = artifact();
    m_stack->setCurrentIndex(shown ? 0 : 1);
    if (!shown) {
        const QString none = tr(
            "No files are generated yet.\n\nChoose a build target in Ballerina.toml (build-options, cloud), "
            "such as \"docker\" or \"k8s\".");
        m_empty->setText(
            !m_session.isOpen()     ? tr("Generated files of the open project appear here.")
            : !m_session.analysis() ? tr("Generating …")
            : m_session.analysis()->hasErrors()
                ? tr("Nothing is generated while there are errors.\n\nThe problems list says what to mend.")
                : none);
        return;
    }
    m_files->showAnalysis();
    m_files->showChosen(shown->path);
    showStanding();
    showArtifact();
}

/// The whole list in a line, and where the shown file lies.
void PreviewView::showStanding() {
    const auto& last = m_session.lastExport();
    const auto& artifacts = m_session.analysis()->artifacts;
    int added = 0;
    int changed = 0;
    int kept = 0;
    for (const Artifact& each : artifacts) {
        const std::string* then = last ? last->artifact(each.path) : nullptr;
        ++(then ? kept : added);
        if (then && *then != fingerprints(each.text)) ++changed;
    }
    const int removed = last ? static_cast<int>(last->artifacts.size()) - kept : 0;
    QStringList parts;
    if (added > 0) parts << tr("%1 added").arg(added);
    if (changed > 0) parts << tr("%1 changed").arg(changed);
    if (removed > 0) parts << tr("%1 removed").arg(removed);
    m_standing->setText(!last
                            ? tr("%n file(s), not exported yet", nullptr, static_cast<int>(artifacts.size()))
                        : parts.isEmpty() ? tr("As exported")
                                          : tr("Since export: %1").arg(parts.join(QStringLiteral(", "))));
    m_standing->setToolTip(m_standing->text());
    const QString place = exportedPlace();
    m_open->setEnabled(!place.isEmpty());
    m_open->setToolTip(place.isEmpty() ? tr("Show in the file manager: the project was not exported yet")
                                       : tr("Show in the file manager: %1").arg(place));
    m_open->setAccessibleDescription(m_open->toolTip());
}

void PreviewView::showArtifact() {
    const Artifact& shown = *artifact();
    const QString text = shown.binary
                             ? tr("(%n byte(s), no text)", nullptr, static_cast<int>(shown.text.size()))
                             : editorText(shown.text);
    if (m_shown == shown.path) {
        m_text->showText(text);
    } else {
        m_shown = shown.path;
        m_text->setFileName(toQt(shown.fileName()));
        m_text->setPlainText(text);
        m_reasons->hide();
    }
    const auto& last = m_session.lastExport();
    const std::string* then = last ? last->artifact(shown.path) : nullptr;
    const bool isCompared = last && !shown.binary;
    m_text->setChanges(isCompared ? changesSince(then ? *then : std::string(), shown.text) : LineChanges{});
    if (m_reasons->isVisible()) showReasons(m_text->textCursor().blockNumber());
    showLit();
}

void PreviewView::showLit() {
    const Artifact* shown = artifact();
    if (!shown) return;
    const Selection& selection = m_session.navigation().selection();
    m_text->light(linesOf(*shown, selection));
    m_text->revealLit();
    std::vector<const Artifact*> elsewhere;
    for (const Artifact& each : m_session.analysis()->artifacts)
        if (&each != shown && !linesOf(each, selection).empty()) elsewhere.push_back(&each);
    const auto here = linesOf(*shown, selection).size();
    QString hint =
        here > 0 ? tr("%n line(s) made by the selected setting", nullptr, static_cast<int>(here)) : QString();
    if (!elsewhere.empty()) {
        const QString names = linksTo(elsewhere);
        hint = hint.isEmpty() ? tr("The selected setting makes lines of %1").arg(names)
                              : tr("%1; more in %2").arg(hint, names);
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void PreviewView::clearReasons() {
    while (QLayoutItem* item = m_reasonList->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> owned(item);
    }
}

void PreviewView::showReasons(int line) {
    const Artifact* shown = artifact();
    if (!shown) return;
    clearReasons();
    m_reasonsTitle->setText(tr("Why line %1 is here (generated, read only)").arg(line + 1));
    const auto at = static_cast<std::size_t>(line);
    if (at < shown->lines.size()) {
        for (const OriginId id : shown->lines[at]) {
            if (m_reasonList->count() < 4) addReason(shown->originTable[id]);
        }
    }
    if (m_reasonList->count() == 0)
        m_reasonList->addWidget(new QLabel(tr("It belongs to the layout of the file."), m_reasons));
    m_reasons->show();
}

void PreviewView::addReason(const Origin& origin) {
    auto* row = new QWidget(m_reasons);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* sentence = new QLabel(sentenceFor(origin), row);
    sentence->setWordWrap(true);
    layout->addWidget(sentence, 1);
    const bool isSetting = origin.kind() == Origin::Kind::Setting || origin.kind() == Origin::Kind::Default;
    if (isSetting || !origin.place().file.empty()) {
        auto* go = new QToolButton(row);
        go->setText(isSetting ? tr("Go to setting") : tr("Go to source"));
        go->setAccessibleName(isSetting ? tr("Go to setting %1").arg(toQt(origin.key()))
                                        : tr("Go to source"));
        connect(go, &QToolButton::clicked, this, [this, origin, isSetting] {
            const auto path = toml::readPath(origin.key());
            if (isSetting && path) return m_session.navigation().goToSetting({origin.document(), *path});
            m_session.navigation().goTo(origin.place());
        });
        layout->addWidget(go, 0, Qt::AlignTop);
    }
    m_reasonList->addWidget(row);
}

void PreviewView::copyText() {
    if (const Artifact* shown = artifact()) QGuiApplication::clipboard()->setText(toQt(shown->text));
}

void PreviewView::saveText() {
    const Artifact* shown = artifact();
    if (!shown) return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save generated file"), toQt(shown->fileName()));
    if (!path.isEmpty()) saveTo(path);
}

void PreviewView::saveTo(const QString& path) {
    const Artifact* shown = artifact();
    if (!shown) return;
    const auto written = writeFile(std::filesystem::path(fromQt(path)), shown->text);
    if (!written) m_hint->setText(translated(written.error().message).toHtmlEscaped());
    m_hint->setVisible(!m_hint->isHidden() || !written);
}

/// The shown file in a bundle that is a folder, else the archive; empty where there is none.
QString PreviewView::exportedPlace() const {
    const auto& last = m_session.lastExport();
    const Artifact* shown = artifact();
    if (!last || !shown) return {};
    const QString bundle = toQt(last->path.string());
    const QString inside = bundle + QLatin1Char('/') + toQt(shown->path);
    return QFileInfo::exists(inside) ? inside : QFileInfo::exists(bundle) ? bundle : QString();
}

void PreviewView::openInFileManager() {
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(exportedPlace()).absolutePath()));
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new PreviewView(session, parent);
}

}

const ViewEntry view::preview{.id = "preview",
                              .title = MESSAGE("view", "Preview"),
                              .icon = "preview",
                              .area = Area::Right,
                              .shortcut = "Alt+Shift+0",
                              .make = make};

}
