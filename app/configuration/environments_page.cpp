#include "app/configuration/environments_page.h"

#include "app/bridge/text.h"
#include "app/configuration/compare_environments.h"
#include "app/views/theme.h"
#include "app/views/views.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

EnvironmentsPage::EnvironmentsPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new MatrixModel(session, this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_table(new QTreeView(this)),
      m_filter(new QLineEdit(this)),
      m_differences(new QCheckBox(tr("Only &differences"), this)),
      m_summary(new QLabel(this)),
      m_stack(new QStackedLayout),
      m_content(new QWidget(this)),
      m_empty(makeEmpty()) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_differences, &QCheckBox::toggled, m_model, &MatrixModel::setOnlyDifferences);
    connect(m_model, &MatrixModel::refused, m_summary, &QLabel::setText);
    connect(&session, &Session::analyzed, this, &EnvironmentsPage::refresh);
    connect(&session, &Session::opened, this, &EnvironmentsPage::refresh);
    auto* source = new QShortcut(QKeySequence(QStringLiteral("F4")), m_table);
    source->setContext(Qt::WidgetShortcut);
    connect(source, &QShortcut::activated, this, [this] { go(m_table->currentIndex()); });
    connect(m_table, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!(index.flags() & Qt::ItemIsEditable)) go(index);
    });
}

void EnvironmentsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) showAnalysis();
}

void EnvironmentsPage::refresh() {
    m_isStale = true;
    if (isVisible()) showAnalysis();
}

void EnvironmentsPage::build() {
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_filtered);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setAccessibleName(tr("Settings by environments"));
    m_filter->setPlaceholderText(tr("Filter by name or value"));
    m_filter->setAccessibleName(tr("Filter settings"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    auto* title = new QLabel(tr("Environments"), this);
    title->setObjectName(QStringLiteral("title"));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_differences);
    auto* compare = new QPushButton(tr("&Compare files ..."), this);
    compare->setToolTip(tr("What is generated for one environment beside what is for another"));
    connect(compare, &QPushButton::clicked, this,
            [this] { (new CompareEnvironments(m_session, window()))->open(); });
    bar->addWidget(compare);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    content->addLayout(bar);
    content->addWidget(m_table, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_summary);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
}

QWidget* EnvironmentsPage::makeEmpty() {
    auto* box = new QWidget(this);
    auto* text = new QLabel(
        tr("The project is deployed to one place, as its files say.\n\nAn environment has a name, a "
           "Config.toml of its own, and other values for some settings. Once there are two, "
           "they stand here beside each other."),
        box);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setObjectName(QStringLiteral("muted"));
    auto* create = new QPushButton(tr("Declare staging and production"), box);
    connect(create, &QPushButton::clicked, this, &EnvironmentsPage::declareUsual);
    auto* layout = new QVBoxLayout(box);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addSpacing(8);
    layout->addWidget(create, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return box;
}

void EnvironmentsPage::declareUsual() {
    const std::string before(m_session.snapshot()->text("Deployment.toml"));
    std::string after = before;
    if (!after.empty() && !after.ends_with('\n')) after += '\n';
    for (const char* name : {"staging", "production"})
        after += (after.empty() ? "" : "\n") + std::string("[[environment]]\nname = \"") + name + "\"\n";
    m_session.submit(difference("Deployment.toml", before, after), tr("Declare staging and production"));
}

void EnvironmentsPage::showAnalysis() {
    m_isStale = false;
    m_model->show();
    const Matrix& matrix = m_model->matrix();
    m_stack->setCurrentWidget(matrix.environments.empty() ? m_empty : m_content);
    const auto missing = std::ranges::count_if(matrix.rows, [](const MatrixRow& row) {
        return std::ranges::any_of(
            row.cells, [](const MatrixCell& cell) { return cell.state == MatrixCell::State::Missing; });
    });
    QString text = tr("%n setting(s) beside each other.", nullptr, static_cast<int>(matrix.rows.size()));
    if (missing > 0)
        text += QLatin1Char(' ') +
                tr("%n setting(s) without a value somewhere.", nullptr, static_cast<int>(missing));
    text += QLatin1Char(' ') + tr("F2 changes a value, F4 goes to where it is written.");
    m_summary->setText(matrix.environments.empty() ? QString() : text);
    QHeaderView* header = m_table->header();
    for (int column = 0; column < m_model->columnCount(); ++column)
        header->resizeSection(column, column == MatrixModel::NameColumn ? 280 : 180);
}

void EnvironmentsPage::go(const QModelIndex& index) {
    const QModelIndex source = m_filtered->mapToSource(index);
    const MatrixRow* row = m_model->row(source.row());
    if (row == nullptr) return;
    const MatrixCell* cell = m_model->cell(source);
    if (cell == nullptr) cell = &row->cells.front();
    if (!cell->place.file.empty()) m_session.navigation().goTo(cell->place);
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new EnvironmentsPage(session, parent);
}

}

const ViewEntry view::environments{.id = "environments",
                                   .title = MESSAGE("view", "Environments"),
                                   .icon = "environments",
                                   .area = Area::Page,
                                   .shortcut = "",
                                   .make = make};

}
