#include "tests/core/toml/edit_oracle.h"

#include "core/text/snapshot.h"
#include "core/toml/elements.h"
#include "core/toml/rewrite.h"
#include "tests/core/toml/toml_values.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace arabesque::tests {

namespace {

using Kind = Attempt::Kind;

const std::string file = "Config.toml";

Result<Edit> editOf(const toml::Document& document, const Attempt& attempt) {
    switch (attempt.kind) {
    case Kind::Set: return toml::set(file, document, attempt.path, attempt.value);
    case Kind::Unset: return toml::unset(file, document, attempt.path);
    case Kind::Rename: return toml::rename(file, document, attempt.path, attempt.value);
    case Kind::Insert: return toml::insertElement(file, document, attempt.path, attempt.index, attempt.value);
    case Kind::Duplicate: return toml::duplicateElement(file, document, attempt.path, attempt.index);
    case Kind::Move: break;
    }
    return toml::moveElement(file, document, attempt.path, attempt.index, attempt.target);
}

/// What holds the last step of `path`, made where it is missing; null where something else stands in the way.
Plain* holderOf(Plain& root, const toml::Path& path) {
    Plain* at = &root;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        if (const auto* name = std::get_if<std::string>(&path[i])) {
            if (at->kind != Plain::Kind::Table) return nullptr;
            const bool known = at->members.contains(*name);
            at = &at->members[*name];
            if (!known && std::holds_alternative<std::size_t>(path[i + 1])) at->kind = Plain::Kind::Array;
            continue;
        }
        const std::size_t index = std::get<std::size_t>(path[i]);
        if (at->kind != Plain::Kind::Array || index > at->elements.size()) return nullptr;
        if (index == at->elements.size()) at->elements.emplace_back();
        at = &at->elements[index];
    }
    return at;
}

bool change(Plain& root, const Attempt& attempt) {
    Plain* holder = holderOf(root, attempt.path);
    if (holder == nullptr || attempt.path.empty()) return false;
    const auto* name = std::get_if<std::string>(&attempt.path.back());
    const std::size_t place = name == nullptr ? std::get<std::size_t>(attempt.path.back()) : 0;
    const auto value = [&] { return plainByTomlPlusPlus("v = " + attempt.value)->members.at("v"); };
    switch (attempt.kind) {
    case Kind::Set:
        if (name != nullptr)
            holder->members[*name] = value();
        else if (place < holder->elements.size())
            holder->elements[place] = value();
        else
            holder->elements.push_back(value());
        return true;
    case Kind::Unset:
        if (name != nullptr)
            holder->members.erase(*name);
        else
            holder->elements.erase(holder->elements.begin() + static_cast<std::ptrdiff_t>(place));
        return true;
    case Kind::Rename: {
        auto node = holder->members.extract(*name);
        node.key() = attempt.value;
        holder->members.insert(std::move(node));
        return true;
    }
    default: break;
    }
    std::vector<Plain>& elements =
        (name != nullptr ? holder->members[*name] : holder->elements[place]).elements;
    const auto at = elements.begin() + static_cast<std::ptrdiff_t>(attempt.index);
    if (attempt.kind == Kind::Insert) {
        elements.insert(at, value());
    } else if (attempt.kind == Kind::Duplicate) {
        const Plain copy = *at;
        elements.insert(at, copy);
    } else {
        const Plain moved = *at;
        elements.erase(at);
        elements.insert(elements.begin() + static_cast<std::ptrdiff_t>(attempt.target), moved);
    }
    return true;
}

/// Without the tables and arrays that hold nothing: what is left empty goes with its last value.
Plain pruned(Plain node) {
    for (auto& [name, member] : node.members) member = pruned(std::move(member));
    std::erase_if(node.members, [](const auto& member) { return member.second.holdsNothing(); });
    for (Plain& element : node.elements) element = pruned(std::move(element));
    return node;
}

}

std::string toText(const Attempt& attempt) {
    static constexpr const char* names[] = {"set", "unset", "rename", "insert", "duplicate", "move"};
    return std::string(names[static_cast<std::size_t>(attempt.kind)]) + ' ' + toml::toText(attempt.path) +
           " value " + attempt.value + " index " + std::to_string(attempt.index) + " to " +
           std::to_string(attempt.target);
}

Verdict judged(std::string_view text, const Attempt& attempt) {
    const toml::Document document{std::string(text)};
    if (!document.valid()) return {false, "the text is valid for toml++ only"};
    const Result<Edit> edit = editOf(document, attempt);
    if (!edit) {
        const Message& reason = edit.error().message;
        return {false, std::string_view(reason.source.text).contains("cannot be") ? reason.english() : ""};
    }
    if (edit->empty()) return {};
    Snapshot snapshot;
    snapshot.documents.emplace(file, Document{std::make_shared<const std::string>(text)});
    const Applied applied = apply(snapshot, *edit);
    const std::string after(applied.snapshot->text(file));
    const auto actual = plainByTomlPlusPlus(after);
    if (!actual) return {true, "no longer valid:\n" + after};
    Plain expected = *plainByTomlPlusPlus(text);
    if (!change(expected, attempt)) return {true, "made although something is in the way:\n" + after};
    const bool same = attempt.kind == Kind::Unset ? pruned(*actual) == pruned(expected) : *actual == expected;
    if (!same) return {true, "other values than intended:\n" + after};
    if (apply(*applied.snapshot, applied.inverse).snapshot->text(file) != text)
        return {true, "the inverse gives other bytes:\n" + after};
    return {true, ""};
}

std::string shrunk(std::string text, const Attempt& attempt) {
    for (bool smaller = true; smaller;) {
        smaller = false;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
            const std::string less = text.substr(0, begin) + text.substr(end);
            if (plainByTomlPlusPlus(less) && !judged(less, attempt).breach.empty()) {
                text = less;
                smaller = true;
            } else {
                begin = end;
            }
        }
    }
    return text;
}

}
