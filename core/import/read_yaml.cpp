#include "core/import/read_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace arabesque {

namespace {

constexpr std::size_t mostNodes = 200'000;   // a namespace of a big cluster has tens of thousands
constexpr std::size_t mostDepth = 100;

struct TooMuch {};   // caught below

/// Where a scalar that begins at `begin` ends; empty where its text is not written as it reads.
ByteRange rangeOf(std::string_view text, std::size_t begin, std::string_view value) {
    if (begin > text.size()) return {};
    const std::string_view rest = text.substr(begin);
    if (rest.starts_with(value) && !value.empty()) return {begin, begin + value.size()};
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    if (quoted && rest.substr(1).starts_with(value) &&
        rest.substr(1 + value.size()).starts_with(rest.front()))
        return {begin, begin + value.size() + 2};
    return {};
}

/// Builds trees from events, so that no document is ever held twice.
class TreeBuilder : public YAML::EventHandler {
public:
    explicit TreeBuilder(std::string_view text) : m_text(text) {}

    void OnDocumentStart(const YAML::Mark&) override {
        m_anchors.clear();
        m_open.clear();
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { scalar(mark, anchor, ""); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& value) override {
        scalar(mark, anchor, value);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = m_anchors.find(anchor);
        TreeNode copy = found == m_anchors.end() ? nodeAt(mark, TreeNode::Kind::Scalar) : found->second;
        m_count += sizeOf(copy);
        finish(std::move(copy), YAML::NullAnchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, anchor, TreeNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, anchor, TreeNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

    std::vector<TreeNode> documents{};

private:
    struct Open {
        TreeNode node;
        YAML::anchor_t anchor;
        std::optional<TreeNode> key{};   ///< of a map: read, and its value is not
    };

    static std::size_t sizeOf(const TreeNode& node) {
        std::size_t size = 1;
        for (const TreeNode& child : node.children) size += sizeOf(child);
        return size;
    }

    TreeNode nodeAt(const YAML::Mark& mark, TreeNode::Kind kind) {
        if (++m_count > mostNodes || m_open.size() > mostDepth) throw TooMuch();
        return {.kind = kind, .line = static_cast<std::uint32_t>(std::max(0, mark.line)) + 1};
    }

    void scalar(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& value) {
        TreeNode node = nodeAt(mark, TreeNode::Kind::Scalar);
        node.text = value;
        node.range = rangeOf(m_text, static_cast<std::size_t>(std::max(0, mark.pos)), value);
        finish(std::move(node), anchor);
    }
    void open(const YAML::Mark& mark, YAML::anchor_t anchor, TreeNode::Kind kind) {
        m_open.push_back({nodeAt(mark, kind), anchor});
    }
    void close() {
        Open last = std::move(m_open.back());
        m_open.pop_back();
        finish(std::move(last.node), last.anchor);
    }
    void finish(TreeNode node, YAML::anchor_t anchor) {
        if (m_count > mostNodes) throw TooMuch();
        if (anchor != YAML::NullAnchor) m_anchors[anchor] = node;
        if (m_open.empty()) {
            documents.push_back(std::move(node));
            return;
        }
        Open& parent = m_open.back();
        if (parent.node.kind == TreeNode::Kind::Map && !parent.key) {
            parent.key = std::move(node);
            return;
        }
        if (parent.key) {
            node.key = parent.key->text;
            node.keyRange = parent.key->range;
            node.line = node.kind == TreeNode::Kind::Scalar ? node.line : parent.key->line;
            parent.key.reset();
        }
        parent.node.children.push_back(std::move(node));
    }

    std::string_view m_text;
    std::size_t m_count = 0;
    std::map<YAML::anchor_t, TreeNode> m_anchors;
    std::vector<Open> m_open;
};

}

Result<std::vector<TreeNode>> readYaml(std::string_view text) {
    TreeBuilder builder(text);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {}
    } catch (const TooMuch&) {
        return failure(
            {MESSAGE("import", "it holds more than %1 values once its aliases are written out, or nests "
                               "deeper than %2: write it without them"),
             std::to_string(mostNodes), std::to_string(mostDepth)});
    } catch (const YAML::Exception& error) {
        return failure({MESSAGE("import", "line %1 is no YAML: %2"),
                        std::to_string(std::max(0, error.mark.line) + 1), error.msg});
    }
    return std::move(builder.documents);
}

}
