#pragma once

#include "app/session/last_export.h"
#include "app/views/shaped_texts.h"
#include "core/text/diagnostic.h"

#include <QIcon>
#include <QPlainTextEdit>

#include <functional>
#include <map>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace arabesque {

/// A text with line numbers, marks beside them, the current line and highlighting by file name.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    /// Decides the highlighting; made when the view is first shown.
    void setFileName(const QString& fileName);
    /// Shows `text` by changing only what differs: scroll position, cursor and selection stay.
    void showText(const QString& text);

    /// Layers of coloured ranges, drawn in this order above the current line.
    enum class Layer { Lit, Search, Bracket, Finding, Count };
    void setLayer(Layer layer, const QList<QTextEdit::ExtraSelection>& selections);

    /// Severity marks beside lines, from 0, and what the pointer finds there.
    struct Mark {
        Severity severity;
        QString text;

        friend bool operator==(const Mark&, const Mark&) = default;
    };
    void setMarks(std::map<int, Mark> marks);

    [[nodiscard]] const std::map<int, Mark>& marks() const { return m_marks; }
    /// Lines with a bar in the margin, and a notch where lines went.
    void setChanges(LineChanges changes);
    [[nodiscard]] const LineChanges& changes() const { return m_changes; }
    /// Moves the cursor to the next stretch of changed lines, or the one before; from the last it goes to the first.
    void stepChange(bool backward);

    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent& event);
    /// The marks of the whole text, drawn beside the scroll bar's way.
    void paintOverview(QPaintEvent& event);
    /// Hides the lines of the part that begins at `line`, from 0, or shows them again.
    void toggleFold(int line);
    [[nodiscard]] bool isFolded(int line) const;
    /// Opens what hides the line of the cursor.
    void unfoldCursor();
    /// A full-width selection of a line, from 0.
    [[nodiscard]] QTextEdit::ExtraSelection lineSelection(int line, const QColor& background) const;

signals:
    /// The mark beside a line, from 0, was clicked.
    void markClicked(int line, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] virtual bool showsCurrentLine() const { return true; }
    /// The last line of the part that begins at `line`; `line` itself where none does.
    [[nodiscard]] virtual int foldEnd(int line) const { return line; }
    /// Whether anything would be folded there; asked for each line that is painted.
    [[nodiscard]] virtual bool startsFold(int line) const { return foldEnd(line) > line; }
    [[nodiscard]] virtual bool hasFolds() const { return false; }
    /// What stands in the gutter beside a line, from 0.
    [[nodiscard]] virtual QString lineLabel(int line) const { return QString::number(line + 1); }
    /// Whether the gutter leaves room for marks.
    [[nodiscard]] virtual bool hasMarks() const { return true; }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void placeGutter();
    /// Paints the gutter again beside a line.
    void updateGutterAt(int line);

private:
    void showSelections();
    /// Paints the gutter again beside `area` of the viewport, or moves it along.
    void updateGutter(const QRect& area, int scrolled);
    /// Paints what changed, and moves what stands below, see CodeLayout::linesMoved().
    void moveLines(int first, int last, int by);
    void setLinesVisible(int first, int last, bool visible);
    /// Across the view; empty where the line is out of sight.
    [[nodiscard]] QRect areaOf(int line) const;
    /// Paints the line the cursor left and the one where it stands.
    void updateCurrentLine();
    /// The lines in view and where they stand in the gutter.
    void visitLines(const std::function<void(const QTextBlock&, QRectF)>& visit) const;
    void paintMargin(QPainter& painter, const QTextBlock& block, const QRectF& place);
    void paintFold(QPainter& painter, const QTextBlock& first, qreal top) const;
    void paintChange(QPainter& painter, int line, QRectF place) const;
    [[nodiscard]] int lineAt(int y) const;

    QWidget* m_gutter;
    QWidget* m_overview;
    KSyntaxHighlighting::SyntaxHighlighter* m_highlighter = nullptr;
    QString m_fileName;
    QList<QTextEdit::ExtraSelection> m_layers[static_cast<int>(Layer::Count)];
    std::map<int, Mark> m_marks;
    ShapedTexts m_labels;
    int m_currentLine = 0;   ///< as it is painted
    LineChanges m_changes;
};

}
