#include "app/window/new_project_dialog.h"

#include "app/bridge/text.h"
#include "core/analysis/new_project.h"
#include "core/files/project_files.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace arabesque {

namespace {

constexpr int listWidth = 240;
constexpr int listHeight = 220;

}

NewProjectDialog::NewProjectDialog(QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit(QStringLiteral("orders"), this)),
      m_place(new QLineEdit(QDir::toNativeSeparators(QDir::homePath()), this)),
      m_patterns(new QListWidget(this)),
      m_about(new QLabel(this)),
      m_refusal(new QLabel(this)) {
    setObjectName(QStringLiteral("newProject"));
    setWindowTitle(tr("New project"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_place, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_patterns, &QListWidget::currentRowChanged, this, &NewProjectDialog::showPattern);
    m_patterns->setCurrentRow(0);
    m_name->selectAll();
    m_name->setFocus();
    check();
}

void NewProjectDialog::build() {
    auto* browse = new QPushButton(tr("&Browse …"), this);
    connect(browse, &QPushButton::clicked, this, &NewProjectDialog::choosePlace);
    auto* place = new QHBoxLayout;
    place->addWidget(m_place, 1);
    place->addWidget(browse);
    auto* fields = new QFormLayout;
    fields->addRow(tr("&Name"), m_name);
    fields->addRow(tr("&In folder"), place);
    static_cast<QLabel*>(fields->labelForField(place))->setBuddy(m_place);
    m_patterns->setAccessibleName(tr("Pattern of the deployment"));
    m_patterns->setFixedSize(listWidth, listHeight);
    m_patterns->addItem(tr("No pattern yet"));
    for (const DeploymentPattern* pattern : allPatterns()) m_patterns->addItem(translated(pattern->label));
    m_about->setWordWrap(true);
    m_about->setAlignment(Qt::AlignTop);
    m_about->setMinimumWidth(listWidth);
    auto* patterns = new QHBoxLayout;
    patterns->addWidget(m_patterns);
    patterns->addWidget(m_about, 1);
    m_refusal->setObjectName(QStringLiteral("muted"));
    m_refusal->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("&Create project"), QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewProjectDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(fields);
    layout->addLayout(patterns, 1);
    layout->addWidget(m_refusal);
    layout->addWidget(buttons);
}

std::filesystem::path NewProjectDialog::folder() const {
    return std::filesystem::path(fromQt(QDir::fromNativeSeparators(m_place->text()))) /
           fromQt(m_name->text());
}

void NewProjectDialog::choosePlace() {
    const QString place =
        QFileDialog::getExistingDirectory(this, tr("Folder the project is made in"), m_place->text());
    if (!place.isEmpty()) m_place->setText(QDir::toNativeSeparators(place));
}

void NewProjectDialog::showPattern() {
    const int row = m_patterns->currentRow();
    if (row <= 0)
        return m_about->setText(
            tr("A package that serves, and nothing about where it runs. A pattern can be chosen at "
               "any time."));
    const DeploymentPattern& pattern = *allPatterns()[static_cast<std::size_t>(row - 1)];
    m_about->setText(translated(pattern.summary) + QStringLiteral("\n\n") + translated(pattern.needs) +
                     QStringLiteral("\n\n") + translated(pattern.limits));
}

void NewProjectDialog::check() {
    const QString name = m_name->text();
    const bool isName =
        !name.isEmpty() && !name.contains(QLatin1Char('/')) && !name.startsWith(QLatin1Char('.'));
    const bool isThere = QDir(m_place->text()).exists();
    const bool isTaken = isName && isThere && QFileInfo::exists(toQt(folder().string()));
    m_create->setEnabled(isName && isThere && !isTaken);
    m_refusal->setText(
        !isName    ? tr("Give the project a name that a folder can have.")
        : !isThere ? tr("There is no folder '%1'.").arg(m_place->text())
        : isTaken  ? tr("'%1' is there already.").arg(QDir::toNativeSeparators(toQt(folder().string())))
                   : tr("It is made in '%1'.").arg(QDir::toNativeSeparators(toQt(folder().string()))));
}

void NewProjectDialog::make() {
    const int row = m_patterns->currentRow();
    const DeploymentPattern* pattern = row <= 0 ? nullptr : allPatterns()[static_cast<std::size_t>(row - 1)];
    const auto snapshot = newProject(fromQt(m_name->text()), pattern);
    if (!snapshot) return m_refusal->setText(translated(snapshot.error().message));
    std::vector<NewFile> files;
    for (const auto& [file, document] : (*snapshot)->documents) files.push_back({file, *document.text});
    if (const auto written = writeFolder(folder(), files, false); !written)
        return m_refusal->setText(translated(written.error().message));
    emit made(folder());
    accept();
}

}
