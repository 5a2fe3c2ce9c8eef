#include "app/configuration/configuration_page.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "core/text/line_index.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

enum Column { NameColumn, ValueColumn, SourceColumn, ColumnCount };
constexpr int placeRole = Qt::UserRole;
constexpr int mostMessages = 4;   // at once; more are scrolled to

QString masked() {
    return QStringLiteral("••••••");
}

QString valueText(const Candidate& candidate, bool secret) {
    if (!candidate.value)
        return candidate.source == "default" ? ConfigurationPage::tr("computed by the program")
                                             : ConfigurationPage::tr("known to the cluster only");
    return secret ? masked() : toQt(*candidate.value);
}

}

ConfigurationPage::ConfigurationPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_where(new QComboBox(this)),
      m_variables(new QPlainTextEdit(this)),
      m_arguments(new QLineEdit(this)),
      m_summary(new QLabel(this)),
      m_filter(new QLineEdit(this)),
      m_values(new QTreeWidget(this)),
      m_messages(new QListWidget(this)) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &ConfigurationPage::showResolution);
    connect(m_where, &QComboBox::currentIndexChanged, this, &ConfigurationPage::showResolution);
    connect(m_variables, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_arguments, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::textChanged, this, &ConfigurationPage::filter);
    connect(m_values, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { follow(item->data(NameColumn, placeRole)); });
    connect(m_messages, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { follow(item->data(placeRole)); });
    connect(&session, &Session::analyzed, this, &ConfigurationPage::refresh);
    connect(&session, &Session::opened, this, [this] {
        m_variables->clear();
        m_arguments->clear();
    });
}

void ConfigurationPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) showResolution();
}

void ConfigurationPage::refresh() {
    m_isStale = true;
    if (isVisible()) showResolution();
}

void ConfigurationPage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    auto* title = new QLabel(tr("Configuration"), this);
    title->setObjectName(QStringLiteral("title"));
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    m_filter->setPlaceholderText(tr("Filter by name, value or source"));
    m_filter->setAccessibleName(tr("Filter values"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_values->setColumnCount(ColumnCount);
    m_values->setHeaderLabels({tr("Variable"), tr("Value at the start"), tr("Where from")});
    m_values->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_values->header()->resizeSection(NameColumn, 250);
    m_values->header()->resizeSection(ValueColumn, 180);
    m_values->setAccessibleName(tr("Values of the program's variables"));
    m_values->setFrameShape(QFrame::NoFrame);
    m_values->setUniformRowHeights(true);
    m_messages->setAccessibleName(tr("What the runtime prints at the start"));
    m_messages->setFrameShape(QFrame::NoFrame);
    m_messages->setWordWrap(true);
    m_messages->setIconSize(QSize(16, 16));
    layout->addWidget(title);
    layout->addWidget(makeStart());
    layout->addWidget(m_summary);
    layout->addWidget(m_filter);
    layout->addWidget(m_values, 1);
    layout->addWidget(m_messages);
}

QWidget* ConfigurationPage::makeStart() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(12);
    m_where->setObjectName(QStringLiteral("start"));
    m_where->setToolTip(tr("bal run or the jar in the package's folder; the image with nothing mounted; with "
                           "the files and variables of Cloud.toml"));
    m_variables->setObjectName(QStringLiteral("field"));
    m_where->addItem(tr("In its folder: bal run, jar"));
    m_where->addItem(tr("In a container, unmounted"));
    m_where->addItem(tr("On Kubernetes"));
    m_variables->setPlaceholderText(tr("BAL_CONFIG_VAR_PORT=8080, one a line"));
    m_variables->setFont(codeFont());
    m_variables->setTabChangesFocus(true);
    m_variables->setToolTip(tr("Variables of the environment, kept in this window only"));
    m_arguments->setPlaceholderText(QStringLiteral("-Cport=8080"));
    m_arguments->setFont(codeFont());
    const auto add = [&](const QString& text, QWidget* field, int row, int column, int rows = 1) {
        auto* label = new QLabel(text, box);
        label->setBuddy(field);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setContentsMargins(0, 6, 0, 0);
        grid->addWidget(label, row, column, rows, 1);
        grid->addWidget(field, row, column + 1, rows, 1);
    };
    add(tr("&Started"), m_where, 0, 0);
    add(tr("&Arguments"), m_arguments, 1, 0);
    add(tr("&Environment\nvariables"), m_variables, 0, 2, 2);
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variables->setMaximumHeight(2 * m_where->sizeHint().height() + grid->verticalSpacing() + 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    return box;
}

Start ConfigurationPage::start() const {
    Start start{.where = static_cast<Start::Where>(m_where->currentIndex())};
    for (const QString& line : m_variables->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (equals > 0)
            start.variables.emplace_back(fromQt(line.first(equals).trimmed()),
                                         fromQt(line.sliced(equals + 1)));
    }
    for (const QString& argument : m_arguments->text().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        start.arguments.push_back(fromQt(argument));
    start.load = resourceLoader(m_session.place());
    return start;
}

void ConfigurationPage::showResolution() {
    m_isStale = false;
    m_values->clear();
    m_messages->clear();
    const auto& analysis = m_session.analysis();
    if (!analysis || !m_session.isOpen()) {
        m_summary->setText(tr("Reading the project …"));
        return;
    }
    const Scenario scenario = scenarioOf(*analysis, start());
    const Resolution resolution = resolve(*analysis, scenario);
    for (const ResolvedValue& value : resolution.values) addValue(value);
    for (const RuntimeMessage& message : resolution.messages) addMessage(message);
    showSummary(scenario, resolution);
    m_messages->setVisible(m_messages->count() > 0);
    m_messages->setFixedHeight(std::min(m_messages->count(), mostMessages) * m_messages->sizeHintForRow(0) +
                               4);
    filter();
}

void ConfigurationPage::showSummary(const Scenario& scenario, const Resolution& resolution) {
    QStringList parts;
    if (resolution.nothingIsRead)
        parts << tr("The program has no configurable variables, so it reads no configuration. Declare one in "
                    "a source: "
                    "configurable int port = 9090;");
    else
        parts << (resolution.starts() ? tr("The program starts with these values.")
                                      : tr("The program stops at its start, see below."));
    if (const auto& environment = m_session.analysis()->deployment.environment)
        parts << tr("Environment: %1.").arg(toQt(*environment->name));
    QStringList read;
    for (const ConfigSource& source : scenario.sources)
        read << toQt(source.path.empty() ? source.label : source.path);
    if (!read.isEmpty()) parts << tr("Read, the first one wins: %1.").arg(read.join(QStringLiteral(", ")));
    for (const ShutOut& each : scenario.shutOut)
        parts << tr("Not read: %1, %2.").arg(toQt(each.label), translated(each.reason));
    m_summary->setText(parts.join(QLatin1Char(' ')));
}

void ConfigurationPage::addValue(const ResolvedValue& value) {
    auto* item = new QTreeWidgetItem(m_values);
    item->setText(NameColumn, toQt(value.key));
    if (value.winner) {
        item->setText(ValueColumn, valueText(*value.winner, value.secret));
        item->setText(SourceColumn, toQt(value.winner->source) + placeText(value.winner->place));
        item->setData(NameColumn, placeRole, QVariant::fromValue(value.winner->place));
        const bool isDefault = value.winner->source == "default";
        item->setIcon(NameColumn, icon(isDefault ? QStringLiteral("default") : QStringLiteral("set"),
                                       isDefault ? Role::Muted : Role::Accent));
        if (isDefault) item->setForeground(ValueColumn, colour(Role::Muted));
    } else {
        item->setText(ValueColumn, tr("no value"));
        item->setForeground(ValueColumn, colour(Role::Error));
        item->setIcon(NameColumn, icon(Severity::Error));
        item->setData(NameColumn, placeRole, QVariant::fromValue(value.configurable->place));
    }
    for (const Candidate& ignored : value.ignored) {
        auto* lost = new QTreeWidgetItem(item);
        lost->setText(NameColumn, tr("ignored"));
        lost->setText(ValueColumn, valueText(ignored, value.secret));
        lost->setText(
            SourceColumn,
            tr("%1%2: %3").arg(toQt(ignored.source), placeText(ignored.place), translated(ignored.note)));
        lost->setData(NameColumn, placeRole, QVariant::fromValue(ignored.place));
        for (int column = 0; column < ColumnCount; ++column) lost->setForeground(column, colour(Role::Muted));
    }
    item->setExpanded(true);
}

void ConfigurationPage::addMessage(const RuntimeMessage& message) {
    const QString source = message.source.empty() ? QString() : toQt(message.source) + QStringLiteral(": ");
    auto* item = new QListWidgetItem(
        icon(message.severity),
        source + translated(message.message) + QStringLiteral("  [%1]").arg(toQt(message.code)), m_messages);
    item->setData(placeRole, QVariant::fromValue(message.place));
    item->setToolTip(item->text());
}

QString ConfigurationPage::placeText(const Place& place) const {
    if (place.file.empty()) return {};
    const LineIndex lines(m_session.analysis()->snapshot->text(place.file));
    return QStringLiteral(" (%1:%2)").arg(toQt(place.file)).arg(lines.lineOf(place.range.begin));
}

void ConfigurationPage::follow(const QVariant& place) {
    const auto where = place.value<Place>();
    if (!where.file.empty()) m_session.navigation().goTo(where);
}

void ConfigurationPage::filter() {
    const QString wanted = m_filter->text();
    for (int i = 0; i < m_values->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_values->topLevelItem(i);
        bool found = wanted.isEmpty();
        for (int column = 0; column < ColumnCount && !found; ++column)
            found = item->text(column).contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!found);
    }
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new ConfigurationPage(session, parent);
}

}

const ViewEntry view::configuration{.id = "configuration",
                                    .title = MESSAGE("view", "Configuration"),
                                    .icon = "configuration",
                                    .area = Area::Page,
                                    .shortcut = "",
                                    .make = make};

}
