#include "core/import/guesses.h"

#include "core/import/mapping.h"
#include "core/schema/duration.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

class Guesses {
public:
    Guesses(const SettingNow& setting, std::string_view before, std::string_view after)
        : m_setting(setting), m_before(before), m_after(after) {}

    void byMapping(ImportKind kind, std::string_view path) {
        for (const Mapping& each : mappingsOf(kind))
            if (m_setting.field != nullptr && each.setting == m_setting.field->path && isAt(path, each.from))
                if (const auto text = each.convert(m_after)) add(*text);
    }

    /// The part of the line that says the setting is replaced by what stands there now.
    void byPart() {
        if (!m_setting.elements.empty()) return byElement();
        if (m_setting.text.empty()) return;
        for (std::size_t at = m_before.find(m_setting.text); at != std::string_view::npos;
             at = m_before.find(m_setting.text, at + 1))
            if (const auto middle = middleOf(at, m_setting.text.size())) add(*middle);
    }

    void byDuration() {
        if (m_setting.field == nullptr || m_setting.field->meaning != Meaning::Duration) return;
        if (const auto text = convert::seconds(m_after)) add(*text);
        if (const auto duration = readDuration(std::string(m_after) + "ms")) add(toText(*duration));
    }

    /// Only the word that differs, in its units: 4000 of "-DheartBeatInterval=4000" for "4s".
    void byWord() {
        const auto isOfWord = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                   c == '%';
        };
        const std::size_t shorter = std::min(m_before.size(), m_after.size());
        std::size_t head = 0, tail = 0;
        while (head < shorter && m_before[head] == m_after[head]) ++head;
        while (tail < shorter - head &&
               m_before[m_before.size() - 1 - tail] == m_after[m_after.size() - 1 - tail])
            ++tail;
        while (head > 0 && isOfWord(m_after[head - 1])) --head;
        while (tail > 0 && isOfWord(m_after[m_after.size() - tail])) --tail;
        const std::string_view word = m_after.substr(head, m_after.size() - tail - head);
        if (word.empty() || word == m_after) return;
        add(word);
        if (m_setting.field == nullptr || m_setting.field->meaning != Meaning::Duration) return;
        if (const auto time = convert::seconds(word)) add(*time);
        if (const auto time = convert::milliseconds(word)) add(*time);
    }

    void byChoice() {
        if (m_setting.field == nullptr) return;
        if (m_setting.field->type == ValueType::Boolean) {
            add(m_setting.text == "true" ? "false" : "true");
            return;
        }
        if (m_setting.field->type != ValueType::String) return;
        for (const std::string& choice : m_setting.field->choices)
            if (!std::ranges::contains(m_all, choice)) m_all.push_back(choice);
    }

    /// What stands there may be the value itself, or the only number of it.
    void byText() {
        add(m_after);
        if (const auto number = convert::number(m_after)) add(*number);
        if (const auto bytes = convert::bytes(m_after)) add(*bytes);
    }

    [[nodiscard]] std::vector<std::string> take() && { return std::move(m_all); }

private:
    void byElement() {
        for (std::size_t i = 0; i < m_setting.elements.size(); ++i) {
            const std::size_t at = m_before.find(m_setting.elements[i]);
            if (at == std::string_view::npos) continue;
            const auto middle = middleOf(at, m_setting.elements[i].size());
            if (!middle) continue;
            std::string list = "[";
            for (std::size_t k = 0; k < m_setting.elements.size(); ++k)
                list += (k == 0 ? "" : ", ") + toml::quoted(k == i ? *middle : m_setting.elements[k]);
            m_all.push_back(list + ']');
        }
        if (const auto list = valueOf(m_setting, m_after)) m_all.push_back(*list);
    }

    [[nodiscard]] std::optional<std::string> middleOf(std::size_t at, std::size_t size) const {
        const std::string_view head = m_before.substr(0, at), tail = m_before.substr(at + size);
        if (m_after.size() < head.size() + tail.size() || !m_after.starts_with(head) ||
            !m_after.ends_with(tail))
            return {};
        return std::string(m_after.substr(head.size(), m_after.size() - head.size() - tail.size()));
    }

    void add(std::string_view text) {
        const auto value = valueOf(m_setting, text);
        if (value && !std::ranges::contains(m_all, *value)) m_all.push_back(*value);
    }

    const SettingNow& m_setting;
    std::string_view m_before, m_after;
    std::vector<std::string> m_all{};
};

}

std::vector<std::string> guessesOf(const SettingNow& setting, ImportKind kind, std::string_view path,
                                   std::string_view before, std::string_view after) {
    Guesses guesses(setting, before, after);
    guesses.byMapping(kind, path);
    guesses.byPart();
    guesses.byDuration();
    guesses.byWord();
    guesses.byChoice();
    guesses.byText();
    return std::move(guesses).take();
}

}
