#include "app/window/start_page.h"

#include "app/views/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace arabesque {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), m_recentTitle(new QLabel(tr("Recent projects"), this)), m_recent(new QVBoxLayout) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QWidget(this);
    column->setFixedWidth(560);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(8);
    auto* logo = new QLabel(column);
    logo->setPixmap(
        QIcon(QStringLiteral(":/icons/arabesque.svg")).pixmap(QSize(56, 56), devicePixelRatioF()));
    logo->setFixedSize(56, 56);
    auto* title = new QLabel(tr("Arabesque"), column);
    title->setObjectName(QStringLiteral("title"));
    auto* claim = new QLabel(
        tr("Design the deployment of a Ballerina or WSO2 Integrator project: edit its settings, see every "
           "problem and every generated file at once, export one bundle."),
        column);
    claim->setObjectName(QStringLiteral("muted"));
    claim->setWordWrap(true);
    auto* open = new QPushButton(icon(QStringLiteral("open"), Role::OnAccent), tr("&Open project …"), column);
    open->setObjectName(QStringLiteral("primary"));
    auto* create = new QPushButton(icon(QStringLiteral("add")), tr("&New from a pattern …"), column);
    auto* sample = new QPushButton(icon(QStringLiteral("sample")), tr("Open the &sample"), column);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(open);
    buttons->addWidget(create);
    buttons->addWidget(sample);
    buttons->addStretch(1);
    m_recentTitle->setObjectName(QStringLiteral("caption"));
    m_recent->setSpacing(2);
    layout->addWidget(logo);
    layout->addSpacing(8);
    layout->addWidget(title);
    layout->addWidget(claim);
    layout->addSpacing(12);
    layout->addLayout(buttons);
    layout->addSpacing(24);
    layout->addWidget(m_recentTitle);
    layout->addLayout(m_recent);
    auto* outer = new QVBoxLayout(this);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column);
    centred->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(centred);
    outer->addStretch(3);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(create, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
}

void StartPage::showRecent(const QStringList& paths) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        item->widget()->deleteLater();
    }
    for (const QString& path : paths) {
        auto* button = new QPushButton(icon(QStringLiteral("folder")), QFileInfo(path).fileName(), this);
        button->setObjectName(QStringLiteral("recent"));
        button->setToolTip(QDir::toNativeSeparators(path));
        button->setAccessibleDescription(button->toolTip());
        m_recent->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentWanted(path); });
    }
    if (paths.isEmpty()) {
        auto* none = new QLabel(
            tr("Projects you open are listed here. A project is a folder with Ballerina.toml, or a "
               "single .bal file; dropping one on the window opens it."),
            this);
        none->setObjectName(QStringLiteral("muted"));
        none->setWordWrap(true);
        m_recent->addWidget(none);
    }
}

}
