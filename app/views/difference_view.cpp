#include "app/views/difference_view.h"

#include "app/bridge/editor_text.h"
#include "app/views/theme.h"
#include "core/text/diff.h"

#include <QTextBlock>

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::size_t context = 3;   // lines shown around one that differs

}

DifferenceView::DifferenceView(QWidget* parent) : CodeView(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setObjectName(QStringLiteral("code"));
    placeGutter();
}

void DifferenceView::showDifference(std::string_view before, std::string_view after) {
    const LineDifference difference = compareLines(before, after);
    const QStringList old = editorText(before).split(QLatin1Char('\n'));
    const QStringList now = editorText(after).split(QLatin1Char('\n'));
    std::vector<Line> all;
    std::vector<QString> texts;
    std::uint32_t i = 1;
    std::uint32_t j = 1;
    auto removed = difference.removed.begin();
    auto added = difference.added.begin();
    while (i <= old.size() || j <= now.size()) {
        if (removed != difference.removed.end() && *removed == i) {
            texts.push_back(QStringLiteral("− ") + old[i - 1]);
            all.push_back({Kind::Removed, i++});
            ++removed;
        } else if (added != difference.added.end() && *added == j) {
            texts.push_back(QStringLiteral("+ ") + now[j - 1]);
            all.push_back({Kind::Added, j++});
            ++added;
        } else if (i <= old.size() && j <= now.size()) {
            texts.push_back(QStringLiteral("  ") + now[j - 1]);
            all.push_back({Kind::Same, j++});
            ++i;
        } else {   // what follows the last line end of one text alone
            ++i, ++j;
        }
    }
    std::vector<bool> shown(all.size(), false);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].kind == Kind::Same) continue;
        const std::size_t last = std::min(all.size(), at + context + 1);
        for (std::size_t near = at - std::min(at, context); near < last; ++near) shown[near] = true;
    }
    m_lines.clear();
    QStringList lines;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (shown[at]) {
            m_lines.push_back(all[at]);
            lines << texts[at];
            continue;
        }
        std::size_t end = at;
        while (end < all.size() && !shown[end]) ++end;
        m_lines.push_back({Kind::Skipped, 0});
        lines << tr("  … %n line(s) alike …", nullptr, static_cast<int>(end - at));
        at = end - 1;
    }
    setPlainText(lines.join(QLatin1Char('\n')));
    colourLines();
    moveCursor(QTextCursor::Start);
    step(false);
}

void DifferenceView::colourLines() {
    QList<QTextEdit::ExtraSelection> layer;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const Kind kind = m_lines[line].kind;
        if (kind == Kind::Removed || kind == Kind::Added)
            layer.append(lineSelection(static_cast<int>(line),
                                       colour(kind == Kind::Removed ? Role::ErrorSoft : Role::SuccessSoft)));
        if (kind == Kind::Skipped) {
            layer.append(lineSelection(static_cast<int>(line), colour(Role::Line)));
            QTextEdit::ExtraSelection words;
            words.cursor = layer.back().cursor;
            words.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            words.format.setForeground(colour(Role::Muted));
            layer.append(words);
        }
    }
    setLayer(Layer::Lit, layer);
}

QString DifferenceView::lineLabel(int line) const {
    const auto at = static_cast<std::size_t>(line);
    return at < m_lines.size() && m_lines[at].number > 0 ? QString::number(m_lines[at].number) : QString();
}

int DifferenceView::count() const {
    return static_cast<int>(std::ranges::count_if(
        m_lines, [](const Line& line) { return line.kind == Kind::Removed || line.kind == Kind::Added; }));
}

void DifferenceView::step(bool backward) {
    const auto differs = [this](int line) {
        const Kind kind = m_lines[static_cast<std::size_t>(line)].kind;
        return kind == Kind::Removed || kind == Kind::Added;
    };
    const auto begins = [&](int line) { return differs(line) && (line == 0 || !differs(line - 1)); };
    const int lines = static_cast<int>(m_lines.size());
    const int by = backward ? -1 : 1;
    for (int line = textCursor().blockNumber() + by; line >= 0 && line < lines; line += by) {
        if (!begins(line)) continue;
        setTextCursor(QTextCursor(document()->findBlockByNumber(line)));
        centerCursor();
        return;
    }
}

void DifferenceView::changeEvent(QEvent* event) {
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colourLines();
}

}
