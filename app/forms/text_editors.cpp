#include "app/bridge/text.h"
#include "app/forms/value_editors.h"
#include "app/views/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace arabesque {

namespace {

constexpr std::chrono::seconds revealTime{10};
constexpr std::chrono::milliseconds longestClick{400};   // what is held longer is held on purpose

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
        if (field.meaning == Meaning::Secret) addReveal(*layout);
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
    /// Shown while the button is held, or for a while after a click; a selection never shows it.
    void addReveal(QHBoxLayout& layout) {
        m_line->setEchoMode(QLineEdit::Password);
        m_line->installEventFilter(this);
        m_line->setContextMenuPolicy(Qt::NoContextMenu);   // it would copy unasked
        auto* reveal = new QToolButton(this);
        reveal->setIcon(icon(QStringLiteral("preview")));
        reveal->setToolTip(tr("Reveal the secret for ten seconds, or as long as this is held"));
        reveal->setAccessibleName(tr("Reveal the secret"));
        reveal->setAccessibleDescription(reveal->toolTip());
        layout.addWidget(reveal);
        m_masking = new QTimer(this);
        m_masking->setSingleShot(true);
        m_masking->setInterval(revealTime);
        const auto mask = [this] { m_line->setEchoMode(QLineEdit::Password); };
        connect(m_masking, &QTimer::timeout, this, mask);
        connect(reveal, &QToolButton::pressed, this, [this] {
            m_masking->stop();
            m_held.start();
            m_line->setEchoMode(QLineEdit::Normal);
        });
        connect(reveal, &QToolButton::released, this, [this, mask] {
            if (m_held.hasExpired(longestClick.count())) return mask();
            m_masking->start();
        });
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
        if (watched != m_line || !isKey) return FieldEditor::eventFilter(watched, event);
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (!key.matches(QKeySequence::Copy) && !key.matches(QKeySequence::Cut)) return false;
        static bool isWarned = false;   // once is enough
        if (event->type() == QEvent::ShortcutOverride || std::exchange(isWarned, true)) return false;
        emit noted(tr("Not copied yet: every program can read the clipboard. Copy again to do it."));
        return true;
    }

    void addPicker(QHBoxLayout& layout) {
        auto* pick = new QToolButton(this);
        pick->setIcon(icon(QStringLiteral("folder")));
        pick->setToolTip(tr("Choose a file"));
        pick->setAccessibleName(tr("Choose a file"));
        layout.addWidget(pick);
        connect(pick, &QToolButton::clicked, this, [this] {
            const QString folder = property("folder").toString();
            auto* dialog = new QFileDialog(this, tr("Choose a file"), folder);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, this, [this, folder](const QString& path) {
                emit edited(toml::quoted(fromQt(QDir(folder).relativeFilePath(path)), m_style));
            });
            dialog->open();
        });
    }

    QTimer* m_masking = nullptr;
    QElapsedTimer m_held;
    QLineEdit* m_line;
    toml::Style m_style = toml::Style::Basic;
};

/// The corner by which a box of text is made higher; a double click lets it follow its text again.
class HeightGrip final : public QWidget {
public:
    explicit HeightGrip(QPlainTextEdit* box) : QWidget(box), m_box(box) {
        setObjectName(QStringLiteral("heightGrip"));
        setCursor(Qt::SizeVerCursor);
        setFixedSize(size, size);
        setToolTip(QCoreApplication::translate("forms", "Drag to change the height"));
    }

    [[nodiscard]] bool isUsed() const { return m_isUsed; }
    void place() { move(m_box->width() - size - 2, m_box->height() - size - 2); }

    std::function<void()> released;   ///< after a double click

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colour(Role::Outline));
        for (const int inset : {3, 7}) painter.drawLine(inset, size - 2, size - 2, inset);
    }
    void mousePressEvent(QMouseEvent* event) override {
        m_offset = m_box->height() - event->globalPosition().toPoint().y();
    }
    void mouseMoveEvent(QMouseEvent* event) override {
        m_isUsed = true;
        m_box->setFixedHeight(std::clamp(event->globalPosition().toPoint().y() + m_offset, 48, 800));
        m_box->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    }
    void mouseDoubleClickEvent(QMouseEvent*) override {
        m_isUsed = false;
        released();
    }

private:
    static constexpr int size = 14;
    QPlainTextEdit* m_box;
    int m_offset = 0;
    bool m_isUsed = false;
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
        if (fewestLines > 1) {
            m_grip = new HeightGrip(this);
            m_grip->released = [this] { fit(); };
        }
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

    void resizeEvent(QResizeEvent* event) override {
        QPlainTextEdit::resizeEvent(event);
        if (m_grip) m_grip->place();
    }

private:
    void fit() {
        if (m_grip && m_grip->isUsed()) return;
        const int lines = std::clamp(blockCount(), m_fewestLines, 10);
        setVerticalScrollBarPolicy(blockCount() > lines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
        setFixedHeight(lines * fontMetrics().lineSpacing() + 16);
    }

    int m_fewestLines;
    HeightGrip* m_grip = nullptr;   ///< where several lines are usual
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
    if (!field.choices.empty() && field.type != ValueType::StringList) return makeChoiceEditor(field, parent);
    switch (field.type) {
    case ValueType::Boolean: return makeBooleanEditor(field, parent);
    case ValueType::Integer: return makeIntegerEditor(field, parent);
    case ValueType::StringList:
        return field.choices.empty() || !field.closedChoice ? makeListEditor(field, parent)
                                                            : makeTicksEditor(field, parent);
    case ValueType::String:
        return field.meaning == Meaning::MultiLine ? makeMultiLineEditor(field, parent)
                                                   : makeTextEditor(field, parent);
    case ValueType::Float: return makeNumberEditor(field, parent);
    case ValueType::Any: break;
    }
    return makeRawEditor(parent);
}

}
