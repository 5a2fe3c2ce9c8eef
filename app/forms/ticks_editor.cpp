#include "app/bridge/text.h"
#include "app/forms/value_editors.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace arabesque {

namespace {

constexpr int mostRows = 6, roomForTick = 38, frame = 6;
constexpr std::size_t mostAtAGlance = 12;   ///< choices; more are looked for by name

/// Items with a tick each, as many beside each other as there is room for; as high as its rows, up to a limit.
class TickList final : public QListWidget {
public:
    explicit TickList(QWidget* parent) : QListWidget(parent) {
        setObjectName(QStringLiteral("ticks"));
        setFlow(LeftToRight);
        setWrapping(true);
        setResizeMode(Adjust);
        setMovement(Static);
        setEditTriggers(NoEditTriggers);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        // The name beside a tick is part of it.
        connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
            if (item->checkState() == m_pressed)
                item->setCheckState(m_pressed == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        });
    }

    void fit() {
        const int height = fontMetrics().height() + 10;
        const int room = viewport()->width() - 1;
        int rows = 1;
        int used = 0;
        for (int row = 0; row < count(); ++row) {
            if (isRowHidden(row)) continue;
            const int width = fontMetrics().horizontalAdvance(item(row)->text()) + roomForTick;
            item(row)->setSizeHint({width, height});
            const bool wraps = used > 0 && used + width > room;
            rows += wraps ? 1 : 0;
            used = (wraps ? 0 : used) + width;
        }
        setFixedHeight(std::min(rows, mostRows) * height + frame);
    }

protected:
    void mousePressEvent(QMouseEvent* event) override {
        const QListWidgetItem* item = itemAt(event->position().toPoint());
        if (item) m_pressed = item->checkState();
        QListWidget::mousePressEvent(event);
    }
    void wheelEvent(QWheelEvent* event) override {
        if (hasFocus()) return QListWidget::wheelEvent(event);
        event->ignore();
    }
    void focusInEvent(QFocusEvent* event) override {
        if (currentRow() < 0 || isRowHidden(currentRow())) setCurrentRow(firstInSight());
        QListWidget::focusInEvent(event);
    }
    void resizeEvent(QResizeEvent* event) override {
        QListWidget::resizeEvent(event);
        const QSignalBlocker blocker(this);   // sizes are no values
        fit();
    }

private:
    /// -1 where none is.
    [[nodiscard]] int firstInSight() const {
        for (int row = 0; row < count(); ++row)
            if (!isRowHidden(row)) return row;
        return -1;
    }

    Qt::CheckState m_pressed = Qt::Unchecked;
};

/// A list of choices, each to be ticked. What is written keeps its order, and what is no choice its place: it has a tick
/// of its own, at the end.
class TicksEditor final : public FieldEditor {
public:
    TicksEditor(const Field& field, QWidget* parent) : FieldEditor(parent), m_list(new TickList(this)) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        if (field.choices.size() > mostAtAGlance) layout->addWidget(makeFilter(field));
        layout->addWidget(m_list);
        for (const std::string& choice : field.choices) {
            const auto value = readValue(choice);
            addItem(value ? plainText(*value) : toQt(choice));
        }
        m_choices = m_list->count();
        fit();
        connect(m_list, &QListWidget::itemChanged, this, &TicksEditor::write);
    }

    bool canShow(const toml::Value& value) const override {
        return value.kind == toml::Kind::Array &&
               std::ranges::all_of(value.elements, [](const toml::Value& element) {
                   return element.kind == toml::Kind::String;
               });
    }

    void show(const toml::Value* value, const toml::Value* fallback) override {
        const QSignalBlocker blocker(m_list);
        m_ticked.clear();
        const toml::Value* shown = value ? value : fallback;
        if (shown)
            for (const toml::Value& element : shown->elements) m_ticked << toQt(element.text);
        showUnknown();
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem* item = m_list->item(row);
            item->setCheckState(m_ticked.contains(item->data(nameRole).toString()) ? Qt::Checked
                                                                                   : Qt::Unchecked);
        }
        setFieldState(m_list, value ? "" : "default");
    }

    QWidget* input() const override { return m_list; }

private:
    static constexpr int nameRole = Qt::UserRole;

    QLineEdit* makeFilter(const Field& field) {
        auto* filter = new QLineEdit(this);
        filter->setPlaceholderText(tr("Filter"));
        filter->setAccessibleName(tr("Filter the choices of %1").arg(labelOf(field)));
        filter->setClearButtonEnabled(true);
        filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
        filter->setMaximumWidth(260);
        connect(filter, &QLineEdit::textChanged, this, [this](const QString& wanted) {
            for (int row = 0; row < m_list->count(); ++row)
                m_list->setRowHidden(
                    row, !m_list->item(row)->text().contains(wanted.trimmed(), Qt::CaseInsensitive));
            fit();
        });
        return filter;
    }

    QListWidgetItem* addItem(const QString& name) {
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(nameRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        return item;
    }

    /// Sizes are no values.
    void fit() {
        const QSignalBlocker blocker(m_list);
        m_list->fit();
    }

    [[nodiscard]] bool isChoice(const QString& name) const {
        for (int row = 0; row < m_choices; ++row)
            if (m_list->item(row)->data(nameRole).toString() == name) return true;
        return false;
    }

    /// Items for what is ticked and no choice; those of earlier values go.
    void showUnknown() {
        QStringList wanted, there;
        for (const QString& name : std::as_const(m_ticked))
            if (!isChoice(name) && !wanted.contains(name)) wanted << name;
        for (int row = m_choices; row < m_list->count(); ++row)
            there << m_list->item(row)->data(nameRole).toString();
        if (wanted == there) return;
        while (m_list->count() > m_choices) delete m_list->takeItem(m_choices);
        for (const QString& name : std::as_const(wanted))
            addItem(name)->setText(tr("%1 (not known)").arg(toQt(toml::quoted(fromQt(name)))));
        fit();
    }

    void write(const QListWidgetItem* item) {
        const QString name = item->data(nameRole).toString();
        const bool isTicked = item->checkState() == Qt::Checked;
        if (isTicked == m_ticked.contains(name)) return;
        if (isTicked)
            m_ticked << name;
        else
            m_ticked.removeAll(name);
        std::string list;
        for (const QString& each : std::as_const(m_ticked))
            list += (list.empty() ? "" : ", ") + toml::quoted(fromQt(each));
        emit edited("[" + list + "]");
    }

    TickList* m_list;
    QStringList m_ticked;   ///< in the order of the file
    int m_choices = 0;      ///< items that are choices; behind them are those that are none
};

}

FieldEditor* makeTicksEditor(const Field& field, QWidget* parent) {
    return new TicksEditor(field, parent);
}

}
