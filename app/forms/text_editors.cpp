#include "app/bridge/text.h"
#include "app/forms/value_editors.h"
#include "app/views/theme.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>

namespace arabesque {

namespace {

constexpr std::chrono::seconds revealTime{10};

QHBoxLayout* makeRow(QWidget* editor) {
    auto* layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

/// One line of text. The default stands greyed in the empty field.
class TextEditor final : public FieldEditor {
public:
    TextEditor(const Field& field, QWidget* parent) : FieldEditor(parent), m_line(new QLineEdit(this)) {
        auto* layout = makeRow(this);
        layout->addWidget(m_line, 1);
        if (field.meaning == Meaning::Secret) addReveal();
        if (field.meaning == Meaning::Path) addPicker(*layout);
        if (field.meaning == Meaning::Memory || field.meaning == Meaning::Cpu) m_line->setMaximumWidth(160);
        if (field.meaning == Meaning::Memory || field.meaning == Meaning::Cpu) layout->addStretch(1);
        connect(m_line, &QLineEdit::textEdited, this,
                [this](const QString& text) { emit edited(toml::quoted(fromQt(text), m_style)); });
    }

    bool canShow(const toml::Value& value) const override {
        return value.kind == toml::Kind::String && !value.text.contains('\n');
    }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        m_style = value ? value->style : toml::Style::Basic;
        const QString text = value ? toQt(value->text) : QString();
        if (m_line->text() != text) {
            m_line->setText(text);
            if (!m_line->hasFocus()) m_line->setCursorPosition(0);   // a long text is read from its begin
        }
        m_line->setPlaceholderText(value ? QString() : fallback ? plainText(*fallback) : QString());
        setFieldState(m_line, value ? "" : "default");
    }
    QWidget* input() const override { return m_line; }

private:
    void addReveal() {
        m_line->setEchoMode(QLineEdit::Password);
        QAction* reveal = m_line->addAction(icon(QStringLiteral("preview")), QLineEdit::TrailingPosition);
        reveal->setText(tr("Reveal the secret for ten seconds"));
        reveal->setToolTip(reveal->text());
        for (auto* button : m_line->findChildren<QToolButton*>()) button->setAccessibleName(reveal->text());
        auto* timer = new QTimer(this);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { m_line->setEchoMode(QLineEdit::Password); });
        connect(reveal, &QAction::triggered, this, [this, timer] {
            m_line->setEchoMode(QLineEdit::Normal);
            timer->start(revealTime);
        });
    }

    void addPicker(QHBoxLayout& layout) {
        auto* pick = new QToolButton(this);
        pick->setIcon(icon(QStringLiteral("folder")));
        pick->setToolTip(tr("Choose a file"));
        pick->setAccessibleName(tr("Choose a file"));
        layout.addWidget(pick);
        connect(pick, &QToolButton::clicked, this, [this] {
            const QString folder = property("folder").toString();
            const QString path = QFileDialog::getOpenFileName(this, tr("Choose a file"), folder);
            if (path.isEmpty()) return;
            emit edited(toml::quoted(fromQt(QDir(folder).relativeFilePath(path)), m_style));
        });
    }

    QLineEdit* m_line;
    toml::Style m_style = toml::Style::Basic;
};

/// A few lines with a frame like other fields; grows with its text up to a limit.
class TextBox final : public QPlainTextEdit {
public:
    TextBox(QWidget* parent, int fewestLines) : QPlainTextEdit(parent), m_fewestLines(fewestLines) {
        setObjectName(QStringLiteral("field"));
        setTabChangesFocus(true);
        setFont(codeFont());
        setLineWrapMode(QPlainTextEdit::NoWrap);
        connect(document(), &QTextDocument::blockCountChanged, this, &TextBox::fit);
        fit();
    }
    void showText(const QString& text) {
        if (toPlainText() == text) return;
        const QSignalBlocker blocker(this);
        setPlainText(text);
        fit();
    }

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (hasFocus()) return QPlainTextEdit::wheelEvent(event);
        event->ignore();
    }

private:
    void fit() {
        const int lines = std::clamp(blockCount(), m_fewestLines, 10);
        setVerticalScrollBarPolicy(blockCount() > lines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
        setFixedHeight(lines * fontMetrics().lineSpacing() + 16);
    }

    int m_fewestLines;
};

class MultiLineEditor final : public FieldEditor {
public:
    explicit MultiLineEditor(QWidget* parent) : FieldEditor(parent), m_box(new TextBox(this, 3)) {
        makeRow(this)->addWidget(m_box);
        connect(m_box, &QPlainTextEdit::textChanged, this, [this] {
            const QString text = m_box->toPlainText();
            const bool isOneLine = !text.contains(QLatin1Char('\n'));
            emit edited(
                toml::quoted(fromQt(text), isOneLine ? toml::Style::Basic : toml::Style::MultiLineBasic));
        });
    }

    bool canShow(const toml::Value& value) const override { return value.kind == toml::Kind::String; }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        m_box->showText(value ? toQt(value->text) : QString());
        m_box->setPlaceholderText(value || !fallback ? QString() : plainText(*fallback));
        setFieldState(m_box, value ? "" : "default");
    }
    QWidget* input() const override { return m_box; }
    bool isWide() const override { return true; }

private:
    TextBox* m_box;
};

/// A list of strings, one a line.
class ListEditor final : public FieldEditor {
public:
    explicit ListEditor(QWidget* parent) : FieldEditor(parent), m_box(new TextBox(this, 2)) {
        makeRow(this)->addWidget(m_box);
        connect(m_box, &QPlainTextEdit::textChanged, this, [this] {
            std::string list;
            for (const QString& line : m_box->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
                list += (list.empty() ? "" : ", ") + toml::quoted(fromQt(line));
            }
            emit edited("[" + list + "]");
        });
    }

    bool canShow(const toml::Value& value) const override {
        return value.kind == toml::Kind::Array &&
               std::ranges::all_of(value.elements, [](const toml::Value& element) {
                   return element.kind == toml::Kind::String && !element.text.contains('\n');
               });
    }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        QStringList lines;
        if (value) {
            for (const toml::Value& element : value->elements) lines << toQt(element.text);
        }
        const QStringList shown = m_box->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        if (shown != lines)
            m_box->showText(lines.join(QLatin1Char('\n')));   // an empty last line stays while typing
        m_box->setPlaceholderText(value || !fallback || fallback->elements.empty() ? tr("One entry a line")
                                                                                   : plainText(*fallback));
        setFieldState(m_box, value ? "" : "default");
    }
    QWidget* input() const override { return m_box; }
    bool isWide() const override { return true; }

private:
    TextBox* m_box;
};

/// Any value as it is written. What is no TOML value stays here and is not written.
class RawEditor final : public FieldEditor {
public:
    explicit RawEditor(QWidget* parent) : FieldEditor(parent), m_box(new TextBox(this, 1)) {
        makeRow(this)->addWidget(m_box);
        connect(m_box, &QPlainTextEdit::textChanged, this, [this] {
            const std::string text = fromQt(m_box->toPlainText().trimmed());
            m_refused = !toml::isValue(text);
            emit refused(m_refused ? tr("This is no complete TOML value, so it is not written yet.")
                                   : QString());
            if (!m_refused) emit edited(text);
        });
    }

    bool canShow(const toml::Value&) const override { return true; }
    void show(const toml::Value* value, const toml::Value* fallback) override {
        const QString text = value ? property("written").toString() : QString();
        if (m_refused && m_box->hasFocus()) return;
        if (m_box->toPlainText().trimmed() != text.trimmed()) m_box->showText(text);
        m_box->setPlaceholderText(value ? QString() : fallback ? toQt(fallback->text) : tr("A TOML value"));
        setFieldState(m_box, value ? "" : "default");
    }
    QWidget* input() const override { return m_box; }
    bool isWide() const override { return true; }

private:
    TextBox* m_box;
    bool m_refused = false;
};

}

FieldEditor* makeTextEditor(const Field& field, QWidget* parent) {
    return new TextEditor(field, parent);
}

FieldEditor* makeMultiLineEditor(const Field&, QWidget* parent) {
    return new MultiLineEditor(parent);
}

FieldEditor* makeListEditor(const Field&, QWidget* parent) {
    return new ListEditor(parent);
}

FieldEditor* makeRawEditor(QWidget* parent) {
    return new RawEditor(parent);
}

FieldEditor* makeEditor(const Field& field, QWidget* parent) {
    if (!field.choices.empty()) return makeChoiceEditor(field, parent);
    switch (field.type) {
    case ValueType::Boolean: return makeBooleanEditor(field, parent);
    case ValueType::Integer: return makeIntegerEditor(field, parent);
    case ValueType::StringList: return makeListEditor(field, parent);
    case ValueType::String:
        return field.meaning == Meaning::MultiLine ? makeMultiLineEditor(field, parent)
                                                   : makeTextEditor(field, parent);
    case ValueType::Float: return makeNumberEditor(field, parent);
    case ValueType::Any: break;
    }
    return makeRawEditor(parent);
}

}
