#include "core/toml/rewrite.h"

#include "tests/core/toml/edit_oracle.h"
#include "tests/core/toml/toml_values.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <array>
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

    std::size_t roll(std::size_t sides) { return sides == 0 ? 0 : m_random() % sides; }
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

    Attempt attempt(const Document& document) {
        using enum Attempt::Kind;
        Attempt attempt;
        attempt.path = roll(3) == 0 ? path(document) : existing(document);
        const Node* node = document.find(attempt.path);
        const bool array = node != nullptr && node->kind == Node::Kind::Array && !attempt.path.empty();
        attempt.kind = array && roll(2) == 0 ? std::array{Insert, Duplicate, Move}[roll(3)]
                                             : std::array{Set, Set, Unset, Rename}[roll(4)];
        const bool named = !attempt.path.empty() && std::holds_alternative<std::string>(attempt.path.back());
        if (attempt.kind == Rename && (!named || node == nullptr)) attempt.kind = Set;
        if (attempt.kind == Unset && node == nullptr) attempt.kind = Set;
        if (attempt.kind == Rename) attempt.value = pick({"renamed", "new name", "ä", "a"});
        if (attempt.kind == Set || attempt.kind == Insert) attempt.value = value();
        if (attempt.kind == Insert && node->value == nullptr) attempt.value = inlineTable(0);
        if (!array) return attempt;
        const std::size_t count = node->elements.size();
        attempt.index = roll(count + (attempt.kind == Insert ? 1 : 0));
        attempt.target = roll(count);
        return attempt;
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

std::string about(const Document& before, const Path& path, const std::string& value,
                  std::string_view after) {
    return toml::toText(path) + " = " + value + " in\n" + std::string(before.text()) + "\ngave\n" +
           std::string(after);
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
    void everyEditChangesWhatItShouldAndNothingElse_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed) QTest::addRow("seed %d", seed) << seed;
    }
    void everyEditChangesWhatItShouldAndNothingElse() {
        QFETCH(int, seed);
        Author author(static_cast<unsigned>(seed));
        int made = 0;
        for (int document = 0; document < 4000; ++document) {
            const std::string text = author.document();
            const Document parsed(text);
            for (int round = 0; round < 6; ++round) {
                const Attempt attempt = author.attempt(parsed);
                if (attempt.path.empty()) continue;
                const Verdict verdict = judged(text, attempt);
                made += verdict.made ? 1 : 0;
                if (verdict.breach.empty()) continue;
                const std::string small = shrunk(text, attempt);
                QFAIL((tests::toText(attempt) + " in\n" + small + "\n" + judged(small, attempt).breach)
                          .c_str());
            }
        }
        QVERIFY2(made > 12'500, std::to_string(made).c_str());   // eight of them: 100 000 edits
    }
    /// The reason quotes the key, which may read like another reason.
    void aRefusalOfWhatIsNoTableIsNoBreach() {
        const Verdict verdict =
            judged("\"it cannot be\" = 1\n", {.path = {"it cannot be", "more"}, .value = "2"});
        QVERIFY(!verdict.made);
        QCOMPARE(verdict.breach, std::string());
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
};

ARABESQUE_TEST(RewritePropertyTest)
#include "rewrite_property_test.moc"
