#include "app/configuration/compare_environments.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/difference_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

const std::string& textOf(const Artifacts& artifacts, std::string_view path) {
    static const std::string none;
    const auto found = std::ranges::find(artifacts, path, &Artifact::path);
    return found == artifacts.end() || found->binary ? none : found->text;
}

bool has(const Artifacts& artifacts, std::string_view path) {
    return std::ranges::find(artifacts, path, &Artifact::path) != artifacts.end();
}

}

CompareEnvironments::CompareEnvironments(Session& session, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_before(new QComboBox(this)),
      m_after(new QComboBox(this)),
      m_files(new QListWidget(this)),
      m_summary(new QLabel(this)),
      m_text(new DifferenceView(this)) {
    setObjectName(QStringLiteral("compareEnvironments"));
    setWindowTitle(tr("Compare environments"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 620);
    build();
    const auto& analysis = session.analysis();
    for (QComboBox* box : {m_before, m_after}) {
        box->addItem(tr("As the files say"), QString());
        if (analysis)
            for (const Environment& each : analysis->deployment.environments)
                box->addItem(toQt(*each.name), toQt(*each.name));
    }
    m_after->setCurrentIndex(m_after->count() - 1);
    m_before->setCurrentIndex(std::max(0, m_before->count() - 2));
    for (QComboBox* box : {m_before, m_after})
        connect(box, &QComboBox::currentIndexChanged, this, &CompareEnvironments::showFiles);
    connect(m_files, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        showFile(item == nullptr ? QString() : item->data(Qt::UserRole).toString());
    });
    showFiles();
    m_files->setFocus();
}

void CompareEnvironments::build() {
    m_before->setAccessibleName(tr("First environment"));
    m_after->setAccessibleName(tr("Second environment"));
    m_files->setAccessibleName(tr("Files that differ"));
    m_text->setAccessibleName(tr("Lines that differ"));
    m_text->setFrameShape(QFrame::StyledPanel);
    m_summary->setObjectName(QStringLiteral("muted"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_before);
    bar->addWidget(new QLabel(tr("and"), this));
    bar->addWidget(m_after);
    bar->addSpacing(12);
    bar->addWidget(m_summary, 1);
    auto* parts = new QSplitter(this);
    parts->addWidget(m_files);
    parts->addWidget(m_text);
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(parts, 1);
    layout->addWidget(buttons);
}

void CompareEnvironments::compare(const std::string& before, const std::string& after) {
    m_before->setCurrentIndex(std::max(0, m_before->findData(toQt(before))));
    m_after->setCurrentIndex(std::max(0, m_after->findData(toQt(after))));
}

std::string CompareEnvironments::chosen(const QComboBox& box) {
    return fromQt(box.currentData().toString());
}

const Artifacts& CompareEnvironments::artifactsOf(const std::string& environment) {
    const auto [made, isNew] = m_made.try_emplace(environment);
    if (isNew) {
        AnalysisOptions options = m_session.options();
        options.environment = environment;
        options.templateSecrets = true;
        made->second = analyze(m_session.snapshot(), options, m_session.analysis().get()).artifacts;
    }
    return made->second;
}

void CompareEnvironments::showFiles() {
    const Artifacts& before = artifactsOf(chosen(*m_before));
    const Artifacts& after = artifactsOf(chosen(*m_after));
    std::set<std::string> paths;
    for (const Artifacts* each : {&before, &after})
        for (const Artifact& artifact : *each) paths.insert(artifact.path);
    {
        const QSignalBlocker blocker(m_files);
        m_files->clear();
        for (const std::string& path : paths) {
            const bool first = has(before, path), second = has(after, path);
            if (first && second && textOf(before, path) == textOf(after, path)) continue;
            const QString name = toQt(path);
            auto* item = new QListWidgetItem(first && second ? name
                                             : first         ? tr("%1 (only in the first)").arg(name)
                                                             : tr("%1 (only in the second)").arg(name),
                                             m_files);
            item->setData(Qt::UserRole, name);
            item->setToolTip(name);
        }
    }
    m_summary->setText(m_files->count() == 0
                           ? tr("All %n file(s) are the same.", nullptr, static_cast<int>(paths.size()))
                           : tr("%1 of %n file(s) differ: − is the first, + the second.", nullptr,
                                static_cast<int>(paths.size()))
                                 .arg(m_files->count()));
    m_files->setCurrentRow(0);
    if (m_files->count() == 0) showFile({});
}

void CompareEnvironments::showFile(const QString& path) {
    m_text->showDifference(textOf(artifactsOf(chosen(*m_before)), fromQt(path)),
                           textOf(artifactsOf(chosen(*m_after)), fromQt(path)));
}

}
