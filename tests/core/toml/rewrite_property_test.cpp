#include "core/toml/rewrite.h"

#include "tests/core/toml/toml_values.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <map>
#include <random>

using namespace arabesque;
using namespace arabesque::tests;
using arabesque::toml::Document;
using arabesque::toml::Node;
using arabesque::toml::Path;

namespace {

/// Writes documents people might write: all spellings of keys, values, tables, spacing and line ends.
class Author {
public:
    explicit Author(unsigned seed) : m_random(seed) {}

    std::size_t roll(std::size_t sides) { return m_random() % sides; }
    template <std::size_t N> const char* pick(const char* const (&choices)[N]) { return choices[roll(N)]; }

    std::string name() { return pick({"a", "b", "c", "max_memory", "\"a b\"", "'d.e'"}); }
    std::string scalar() {
        return pick({"1", "-7", "0x1F", "1_000", "3.5", "inf", "true", "false", "\"text\"", "\"\"",
                     "'literal'", "\"q \\\" \\n\"", "1979-05-27", "07:32:00", "1979-05-27 07:32:00Z",
                     "\"# [x] = ,}\"", "\"é€😀\""});
    }
    std::string value(int depth = 0) {
        switch (roll(depth < 2 ? 8 : 4)) {
        case 4: return array(depth, false);
        case 5: return depth == 0 ? array(depth, true) : scalar();
        case 6: return inlineTable(depth);
        case 7:
            return depth == 0 ? pick({"\"\"\"\none\n  two\"\"\"", "'''\none\n[x]\n'''",
                                      "\"\"\"one \\\n   two\"\"\""})
                              : scalar();
        default: return scalar();
        }
    }
    std::string document() {
        while (true) {
            std::string text = roll(8) == 0 ? "\xEF\xBB\xBF" : "";
            text += entries();
            for (std::size_t left = roll(5); left > 0; --left) text += header() + entries();
            if (roll(4) == 0 && text.ends_with('\n')) text.pop_back();
            if (roll(4) == 0) text = withCarriageReturns(text);
            if (valuesByTomlPlusPlus(text)) return text;
        }
    }
    Path path(const Document& document) {
        Path path;
        const Node* node = &document.root();
        for (std::size_t left = 1 + roll(3); left > 0; --left) {
            path.emplace_back(toml::readPath(name())->front());
            if (node != nullptr) node = node->member(std::get<std::string>(path.back()));
            if (node == nullptr || node->kind != Node::Kind::Array) continue;
            const std::size_t index = roll(node->elements.size() + 1);
            path.emplace_back(index);
            node = index < node->elements.size() ? &node->elements[index] : nullptr;
        }
        return path;
    }

    Path existing(const Document& document) {
        Path path;
        const Node* node = &document.root();
        while (!node->members.empty() || !node->elements.empty()) {
            if (!path.empty() && roll(4) == 0) break;
            const std::size_t index = roll(node->members.size() + node->elements.size());
            if (node->members.empty())
                path.emplace_back(index);
            else
                path.emplace_back(node->members[index].name);
            node = node->members.empty() ? &node->elements[index] : &node->members[index].node;
        }
        return path;
    }

private:
    std::string blank() { return pick({"", " ", " ", "\t"}); }
    std::string array(int depth, bool lines) {
        std::string text = "[";
        const std::size_t count = roll(4);
        for (std::size_t i = 0; i < count; ++i) {
            text += lines ? pick({"\n  ", "\n# note, ]\n  "}) : blank();
            text += value(depth + 1) + blank() + (i + 1 < count || roll(3) == 0 ? "," : "");
            if (lines) text += pick({"", " # one, two", ""});
        }
        return text + (lines ? "\n]" : blank() + "]");
    }
    std::string inlineTable(int depth) {
        std::string text = "{";
        for (std::size_t count = roll(4), i = 0; i < count; ++i)
            text += (i == 0 ? "" : ",") + blank() + name() + (roll(4) == 0 ? "." + name() : "") + blank() +
                    "=" + blank() + (depth == 0 ? value(depth + 1) : scalar());
        return text + blank() + "}";
    }
    std::string entries() {
        const std::string indent = pick({"", "", "  ", "\t"});
        std::string text;
        for (std::size_t left = roll(5); left > 0; --left) {
            if (roll(4) == 0) text += pick({"\n", "# a note\n", "   # = [x]\n"});
            text += indent + name() + (roll(4) == 0 ? "." + name() : "") + blank() + "=" + blank() + value() +
                    pick({"", " ", " # why", "#x"}) + "\n";
        }
        return text;
    }
    std::string header() {
        std::string key = name();
        while (roll(2) == 0) key += pick({".", " . "}) + name();
        const std::string text = roll(3) == 0 ? "[[" + key + "]]" : "[" + blank() + key + "]";
        return pick({"", "\n", "# about it\n"}) + text + pick({"", " # note"}) + "\n";
    }
    static std::string withCarriageReturns(const std::string& text) {
        std::string result;
        for (const char c : text) result += c == '\n' ? "\r\n" : std::string(1, c);
        return result;
    }

    std::mt19937 m_random;
};

using Leaves = std::map<std::string, std::string>;

/// Every scalar by its path, those at and below `left` excepted.
void collect(const Node& node, Path& path, const Path& left, Leaves& leaves) {
    if (path == left) return;
    for (const toml::Member& member : node.members) {
        path.emplace_back(member.name);
        collect(member.node, path, left, leaves);
        path.pop_back();
    }
    for (std::size_t i = 0; i < node.elements.size(); ++i) {
        path.emplace_back(i);
        collect(node.elements[i], path, left, leaves);
        path.pop_back();
    }
    if (node.kind == Node::Kind::Scalar) leaves[toml::toText(path)] = node.value->text;
}

Leaves leavesOf(const Document& document, const Path& left) {
    Leaves leaves;
    Path path;
    collect(document.root(), path, left, leaves);
    return leaves;
}

std::string about(const Document& before, const Path& path, const std::string& value,
                  std::string_view after) {
    return toml::toText(path) + " = " + value + " in\n" + std::string(before.text()) + "\ngave\n" +
           std::string(after);
}

/// Whether `edit` changes nothing outside its ranges is a fact of applied(); here: that the ranges are sound.
bool isSound(const Edit& edit, std::string_view text) {
    std::vector<Change> changes = edit.changes;
    std::ranges::sort(changes, {}, [](const Change& change) { return change.range.begin; });
    std::size_t end = 0;
    for (const Change& change : changes) {
        if (change.range.begin < end || change.range.end < change.range.begin ||
            change.range.end > text.size())
            return false;
        end = change.range.end;
    }
    return true;
}

std::size_t comments(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '#'));
}

}

class RewritePropertyTest : public QObject {
    Q_OBJECT

private slots:
    void randomDocumentsReadAsTomlPlusPlusReadsThem() {
        Author author(7);
        for (int round = 0; round < 1500; ++round) {
            const std::string text = author.document();
            const Document document(text);
            QVERIFY2(document.valid() && document.tree().errors.empty(), text.c_str());
            QCOMPARE(valuesOf(document), *valuesByTomlPlusPlus(text));
        }
    }
    void whatIsSetIsThereAndAllElseAsItWas() {
        Author author(8);
        int written = 0;
        for (int round = 0; round < 3000; ++round) {
            const Document before(author.document());
            const Path path = author.roll(2) == 0 ? author.path(before) : author.existing(before);
            if (path.empty()) continue;
            const std::string value = author.value();
            const auto edit = toml::set("f", before, path, value);
            if (!edit) {
                QVERIFY2(!edit.error().message.english().contains("cannot be written"),
                         about(before, path, value, "").c_str());
                continue;
            }
            ++written;
            const std::string text = applied(before.text(), "f", *edit);
            const Document after(text);
            const std::string story = about(before, path, value, text);
            QVERIFY2(isSound(*edit, before.text()), story.c_str());
            QVERIFY2(after.valid(), story.c_str());
            QVERIFY2(valueAt(after, toml::toText(path)) == valueAt(Document("v = " + value), "v"),
                     story.c_str());
            QVERIFY2(leavesOf(after, path) == leavesOf(before, path), story.c_str());
        }
        QVERIFY(written > 1000);
    }
    void aNewKeyTakesNoByteAway() {
        Author author(9);
        for (int round = 0; round < 2000; ++round) {
            const Document before(author.document());
            const Path path = author.path(before);
            const auto edit = toml::set("f", before, path, "42");
            if (!edit || before.find(path) != nullptr) continue;
            for (const Change& change : edit->changes) {
                const std::string_view replaced =
                    before.text().substr(change.range.begin, change.range.size());
                QVERIFY2(replaced.find_first_not_of("[]{} \t\r\n") == std::string_view::npos ||
                             change.text.contains(replaced),
                         about(before, path, "42", applied(before.text(), "f", *edit)).c_str());
            }
        }
    }
    void whatIsUnsetIsGoneAndAllElseAsItWas() {
        Author author(10);
        int removed = 0;
        for (int round = 0; round < 2000; ++round) {
            const Document before(author.document());
            const Path path = author.existing(before);
            if (path.empty()) continue;
            const auto edit = toml::unset("f", before, path);
            QVERIFY2(edit.has_value(), about(before, path, "(none)", "").c_str());
            ++removed;
            const std::string text = applied(before.text(), "f", *edit);
            const Document after(text);
            const std::string story = about(before, path, "(none)", text);
            QVERIFY2(isSound(*edit, before.text()), story.c_str());
            QVERIFY2(after.valid(), story.c_str());
            if (std::holds_alternative<std::size_t>(path.back())) {
                const Path array(path.begin(), path.end() - 1);
                const Node* left = after.find(array);
                QVERIFY2((left == nullptr ? 0 : left->elements.size()) + 1 ==
                             before.find(array)->elements.size(),
                         story.c_str());
                QVERIFY2(leavesOf(after, array) == leavesOf(before, array), story.c_str());
            } else {
                QVERIFY2(after.find(path) == nullptr, story.c_str());
                QVERIFY2(leavesOf(after, path) == leavesOf(before, path), story.c_str());
            }
        }
        QVERIFY(removed > 1000);
    }
    void settingBackRestoresEveryByte() {
        Author author(11);
        for (int round = 0; round < 1500; ++round) {
            const Document before(author.document());
            const Path path = author.existing(before);
            const Node* node = before.find(path);
            if (node == nullptr || node->value == nullptr || node->kind != Node::Kind::Scalar ||
                node->value->kind == toml::Kind::String)
                continue;
            const Document between(applied(before.text(), "f", *toml::set("f", before, path, "12345")));
            QCOMPARE(applied(between.text(), "f", *toml::set("f", between, path, node->value->text)),
                     before.text());
            QCOMPARE(comments(between.text()), comments(before.text()));
        }
    }
    void renamingKeepsEveryValue() {
        Author author(12);
        for (int round = 0; round < 2000; ++round) {
            const Document before(author.document());
            Path path = author.existing(before);
            if (path.empty() || std::holds_alternative<std::size_t>(path.back())) continue;
            const auto edit = toml::rename("f", before, path, "renamed");
            QVERIFY2(edit.has_value(), about(before, path, "(renamed)", "").c_str());
            const std::string text = applied(before.text(), "f", *edit);
            const Document after(text);
            QVERIFY2(after.valid(), about(before, path, "(renamed)", text).c_str());
            const std::string value = valueAt(before, toml::toText(path));
            path.back() = std::string("renamed");
            QVERIFY2(valueAt(after, toml::toText(path)) == value,
                     about(before, path, "(renamed)", text).c_str());
        }
    }
};

ARABESQUE_TEST(RewritePropertyTest)
#include "rewrite_property_test.moc"
