#pragma once

#include <QDialog>

#include <string_view>

class QWidget;

namespace arabesque {

struct Rule;

/// The page of one rule: what is wrong, what comes of it, what to do, with an example wrong and right.
class RulePage final : public QDialog {
    Q_OBJECT

public:
    RulePage(const Rule& rule, QWidget* parent);
};

/// Opens the page of a rule by id over `window`; nothing for an id no rule has.
void openRulePage(std::string_view id, QWidget* window);

}
