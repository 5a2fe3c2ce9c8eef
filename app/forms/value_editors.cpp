#include "app/forms/value_editors.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <limits>

namespace arabesque {

namespace {

QHBoxLayout* makeRow(QWidget* editor) {
    auto* layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

/// The wheel scrolls the page unless the field has the focus.
template <class Base> class Calm final : public Base {
public:
    using Base::Base;

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (this->hasFocus()) {
            Base::wheelEvent(event);
        } else {
            event->ignore();
        }
    }
};

class BooleanEditor final : public FieldEditor {
public:
    explicit BooleanEditor(QWidget* parent) : FieldEditor(parent), m_box(new QCheckBox(this)) {
        auto* layout = makeRow(this);
        layout->addWidget(m_box);
        layout->addStretch(1);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
            showWord();
            emit edited(on ? "true" : "false");
        });
    }

    bool canShow(const toml::Value& value) const override { return value.kind == toml::Kind::Boolean; }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        const toml::Value* shown = value ? value : fallback;
        m_box->setChecked(shown && shown->kind == toml::Kind::Boolean && shown->boolean);
        showWord();
        setFieldState(m_box, value ? "" : "default");
    }
    QWidget* input() const override { return m_box; }

private:
    void showWord() { m_box->setText(m_box->isChecked() ? tr("On") : tr("Off")); }

    QCheckBox* m_box;
};

class IntegerEditor final : public FieldEditor {
public:
    IntegerEditor(const Field& field, QWidget* parent)
        : FieldEditor(parent),
          m_box(new Calm<QSpinBox>(this)),
          m_least(
              bounded(field.least, field.meaning == Meaning::Port ? 1 : std::numeric_limits<int>::min() + 1)),
          m_most(
              bounded(field.most, field.meaning == Meaning::Port ? 65535 : std::numeric_limits<int>::max())) {
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setMinimumWidth(120);
        m_box->setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
        if (field.meaning == Meaning::Percent) m_box->setSuffix(tr(" %"));
        if (field.meaning == Meaning::Duration) m_box->setSuffix(tr(" s"));
        if (field.meaning == Meaning::Bytes) m_box->setSuffix(tr(" bytes"));
        auto* layout = makeRow(this);
        layout->addWidget(m_box);
        layout->addStretch(1);
        connect(m_box, &QSpinBox::valueChanged, this, [this](int value) {
            if (value >= m_least) emit edited(std::to_string(value));
        });
    }

    bool canShow(const toml::Value& value) const override {
        return value.kind == toml::Kind::Integer && value.integer >= m_least && value.integer <= m_most;
    }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        const QSignalBlocker blocker(m_box);
        const toml::Value* shown = value ? value : fallback && canShow(*fallback) ? fallback : nullptr;
        // One below the least stands for "not set", where there is no value at all.
        m_box->setRange(shown ? m_least : m_least - 1, m_most);
        m_box->setSpecialValueText(shown ? QString() : tr("Not set"));
        const int number = shown ? static_cast<int>(shown->integer) : m_least - 1;
        if (m_box->value() != number) m_box->setValue(number);
        setFieldState(m_box, value ? "" : "default");
    }
    QWidget* input() const override { return m_box; }

private:
    static int bounded(std::optional<std::int64_t> limit, int otherwise) {
        const std::int64_t wide = limit.value_or(otherwise);
        return static_cast<int>(std::clamp<std::int64_t>(wide, std::numeric_limits<int>::min() + 1,
                                                         std::numeric_limits<int>::max()));
    }

    QSpinBox* m_box;
    int m_least;
    int m_most;
};

/// A number with a fraction. What is none stays here and is not written.
class NumberEditor final : public FieldEditor {
public:
    explicit NumberEditor(QWidget* parent) : FieldEditor(parent), m_line(new QLineEdit(this)) {
        m_line->setMaximumWidth(160);
        auto* layout = makeRow(this);
        layout->addWidget(m_line, 1);
        layout->addStretch(1);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
            const std::string number = fromQt(text.trimmed());
            const auto value = readValue(number);
            m_refused = !value || !canShow(*value);
            emit refused(m_refused ? tr("This is no number such as 0.75, so it is not written yet.")
                                   : QString());
            if (!m_refused) emit edited(number);
        });
    }

    bool canShow(const toml::Value& value) const override {
        return value.kind == toml::Kind::Float || value.kind == toml::Kind::Integer;
    }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        if (m_refused && m_line->hasFocus()) return;
        m_refused = false;
        const QString text = value ? toQt(value->text) : QString();
        if (m_line->text().trimmed() != text) m_line->setText(text);
        m_line->setPlaceholderText(value || !fallback ? QString() : plainText(*fallback));
        setFieldState(m_line, value ? "" : "default");
    }
    QWidget* input() const override { return m_line; }

private:
    QLineEdit* m_line;
    bool m_refused = false;
};

/// A few short choices beside each other.
class RadioEditor final : public FieldEditor {
public:
    RadioEditor(const Field& field, QWidget* parent)
        : FieldEditor(parent), m_group(new QWidget(this)), m_buttons(new QButtonGroup(this)) {
        m_group->setObjectName(QStringLiteral("choices"));
        m_group->setAttribute(Qt::WA_StyledBackground);
        auto* row = makeRow(this);
        row->addWidget(m_group);
        row->addStretch(1);
        auto* layout = makeRow(m_group);
        layout->setSpacing(16);
        for (const std::string& choice : field.choices) {
            const auto value = readValue(choice);
            auto* button = new QRadioButton(value ? plainText(*value) : toQt(choice), m_group);
            layout->addWidget(button);
            m_buttons->addButton(button);
            connect(button, &QRadioButton::clicked, this, [this, choice] { emit edited(choice); });
        }
        m_group->setFocusProxy(m_buttons->buttons().front());
    }

    bool canShow(const toml::Value& value) const override { return buttonOf(value) != nullptr; }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        const toml::Value* shown = value ? value : fallback;
        QAbstractButton* chosen = shown ? buttonOf(*shown) : nullptr;
        m_buttons->setExclusive(false);   // else none could be the chosen one
        const auto all = m_buttons->buttons();
        for (QAbstractButton* button : all) {
            button->setChecked(button == chosen);
            setFieldState(button, value ? "" : "default");
        }
        m_buttons->setExclusive(true);
        m_group->setFocusProxy(chosen ? chosen : all.front());
        setFieldState(m_group, "");
    }
    QWidget* input() const override { return m_group; }

private:
    [[nodiscard]] QAbstractButton* buttonOf(const toml::Value& value) const {
        const QString text = plainText(value);
        const auto all = m_buttons->buttons();
        const auto found = std::ranges::find(all, text, &QAbstractButton::text);
        return found == all.end() ? nullptr : *found;
    }

    QWidget* m_group;
    QButtonGroup* m_buttons;
};

/// Whether all choices can be seen at once in the width of a field.
bool isShort(const std::vector<std::string>& choices) {
    std::size_t characters = 0;
    for (const std::string& choice : choices) characters += choice.size();
    return choices.size() <= 3 && characters <= 32;
}

class ChoiceEditor final : public FieldEditor {
public:
    ChoiceEditor(const Field& field, QWidget* parent)
        : FieldEditor(parent), m_box(new Calm<QComboBox>(this)), m_open(!field.closedChoice) {
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setEditable(m_open);
        m_box->setMinimumWidth(160);
        m_box->setPlaceholderText(tr("Not set"));
        for (const std::string& choice : field.choices) {
            const auto value = readValue(choice);
            m_box->addItem(value ? plainText(*value) : toQt(choice), toQt(choice));
        }
        auto* layout = makeRow(this);
        layout->addWidget(m_box, m_open ? 1 : 0);
        if (!m_open) layout->addStretch(1);
        connect(m_box, &QComboBox::activated, this,
                [this](int index) { emit edited(fromQt(m_box->itemData(index).toString())); });
        if (m_open) {
            connect(m_box->lineEdit(), &QLineEdit::textEdited, this,
                    [this](const QString& text) { emit edited(toml::quoted(fromQt(text))); });
        }
    }

    bool canShow(const toml::Value& value) const override {
        return (m_open && value.kind == toml::Kind::String) || m_box->findText(plainText(value)) >= 0;
    }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        const toml::Value* shown = value ? value : fallback;
        const QString text = shown ? plainText(*shown) : QString();
        const QSignalBlocker blocker(m_box);
        if (m_open) {
            QLineEdit* line = m_box->lineEdit();
            const QString written = value ? text : QString();
            if (line->text() != written) line->setText(written);
            line->setPlaceholderText(text);
        } else {
            m_box->setCurrentIndex(shown ? m_box->findText(text) : -1);
        }
        setFieldState(m_box, value ? "" : "default");
    }
    QWidget* input() const override { return m_box; }

private:
    QComboBox* m_box;
    bool m_open;
};

}

FieldEditor* makeBooleanEditor(const Field&, QWidget* parent) {
    return new BooleanEditor(parent);
}

FieldEditor* makeNumberEditor(const Field&, QWidget* parent) {
    return new NumberEditor(parent);
}

FieldEditor* makeIntegerEditor(const Field& field, QWidget* parent) {
    return new IntegerEditor(field, parent);
}

FieldEditor* makeChoiceEditor(const Field& field, QWidget* parent) {
    if (field.closedChoice && isShort(field.choices)) return new RadioEditor(field, parent);
    return new ChoiceEditor(field, parent);
}

std::optional<toml::Value> readValue(std::string_view text) {
    if (!toml::isValue(text)) return {};
    const auto tree = toml::parse("x = " + std::string(text));
    if (tree.sections.empty() || tree.sections[0].entries.empty()) return {};
    return tree.sections[0].entries[0].value;
}

QString plainText(const toml::Value& value) {
    if (value.kind == toml::Kind::Array) {
        QStringList items;
        for (const toml::Value& element : value.elements) items << plainText(element);
        return items.join(QStringLiteral(", "));
    }
    return toQt(value.text);
}

void setFieldState(QWidget* input, const char* state) {
    if (input->property("state").toByteArray() == state) return;
    input->setProperty("state", QByteArray(state));
    input->style()->unpolish(input);
    input->style()->polish(input);
    input->update();
}

}
