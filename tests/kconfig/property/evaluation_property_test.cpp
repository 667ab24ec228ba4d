// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What must hold for every tree and every sequence of edits:
// - evaluation that goes on from the last state agrees with evaluation from scratch;
// - edits taken back leave no trace;
// - writing, reading and writing again gives the same file;
// - evaluation by the plan agrees with evaluation in conf's order;
// - only what takeChanges() tells has changed;
// - a node is visible when reading its conditions says so.
//
// Trees: the bundled one, trees made by dice in every dialect, and Linux where its source is at
// hand (KCONFIG_LINUX_SOURCE). KCONFIG_EDITS says how many edits the trees made by dice have
// together; evaluation from scratch follows each of them. The others have a share more.

#include "bundled_tree.h"
#include "configuration_state.h"
#include "random_tree.h"

#include <cstdlib>
#include <iostream>

namespace kconfig::test {
namespace {

int editsInAll()
{
    const char *text = std::getenv("KCONFIG_EDITS");
    return text ? std::atoi(text) : 100000;
}

std::string linuxSource()
{
    const char *path = std::getenv("KCONFIG_LINUX_SOURCE");
    return path && std::filesystem::exists(std::string(path) + "/Kconfig") ? path : "";
}

SymbolId idAt(std::size_t index)
{
    return SymbolId{static_cast<std::uint32_t>(index)};
}

const Evaluator &evaluatorOf(const Configuration &c)
{
    return ConfigurationAccess::state(c).evaluator;
}

/// "NAME: …" for the first symbol of which a result differs; empty when all agree.
std::string firstDifference(const Configuration &a, const Configuration &b)
{
    const Model &model = a.model();
    const Evaluator &left = evaluatorOf(a);
    const Evaluator &right = evaluatorOf(b);
    const auto describe = [](const Evaluator &each, SymbolId id) {
        return std::string(each.text(id)) + " visible " + letter(each.visibility(id)) +
               (each.isWritten(id) ? " written" : "");
    };
    for (std::size_t i = 0; i < model.symbols().size(); ++i) {
        const SymbolId id = idAt(i);
        const Symbol &symbol = model.symbol(id);
        const bool isOnlyPart = symbol.isChoice && model.dialect() == Dialect::linux_6_12;
        if (left.visibility(id) != right.visibility(id) ||
            (!isOnlyPart && left.text(id) != right.text(id)) ||
            left.isWritten(id) != right.isWritten(id))
            return std::string(symbol.name) + ": " + describe(left, id) + " against " +
                   describe(right, id);
    }
    return {};
}

/// Whether menuconfig would show a node, by the words of the language: conditions are read, and
/// nothing that was worked out for symbols is taken for them.
bool isShown(const Configuration &c, NodeId id)
{
    const MenuNode &node = c.model().node(id);
    if (!node.prompt.isValid() ||
        (node.visibleIf.isValid() && c.evaluate(node.visibleIf) == Tristate::no))
        return false;
    if (c.evaluate(c.model().property(node.prompt).condition) != Tristate::no)
        return true;
    if (!node.symbol.isValid() || c.tristate(node.symbol) == Tristate::no)
        return false;
    for (NodeId child = node.firstChild; child.isValid();
         child = c.model().node(child).nextSibling) {
        if (isShown(c, child))
            return true;
    }
    return false;
}

/// All results as one number.
std::size_t digest(const Configuration &c)
{
    const Evaluator &evaluator = evaluatorOf(c);
    std::string text;
    for (std::size_t i = 0; i < c.model().symbols().size(); ++i) {
        const SymbolId id = idAt(i);
        text += evaluator.text(id);
        text += letter(evaluator.visibility(id));
        text += evaluator.isWritten(id) ? 'w' : '-';
    }
    return std::hash<std::string>()(text);
}

struct Effort
{
    int edits = 0;
    int everyFromScratch = 1; ///< compare after every so many edits
    int everyFile = 20;
    int undoAfter = 200; ///< edits that are then taken back, all
};

/// Edits one tree by dice and checks after each edit.
class EditedTree
{
public:
    EditedTree(std::string name, const LoadResult &loaded, unsigned seed, const Effort &effort)
        : m_name(std::move(name))
        , m_model(loaded.model)
        , m_current(loaded.model)
        , m_effort(effort)
        , m_random(seed)
    {}

    void run()
    {
        static_cast<void>(m_current.takeChanges());
        int refusedInARow = 0;
        while (m_applied < m_effort.edits && refusedInARow < 10000) {
            const std::size_t before = m_history.empty() ? digest(m_current) : m_lastDigest;
            auto undo = m_current.apply(randomEdit());
            if (!undo) {
                ++refusedInARow;
                continue;
            }
            refusedInARow = 0;
            ++m_applied;
            m_history.emplace_back(std::move(*undo), before);
            m_lastDigest = digest(m_current);
            check();
            if (::testing::Test::HasFatalFailure())
                return;
            if (static_cast<int>(m_history.size()) >= m_effort.undoAfter)
                undoAll();
        }
        undoAll();
        EXPECT_EQ(m_applied, m_effort.edits) << m_name;
        std::cout << m_name << ": " << m_model->symbols().size() << " symbols, " << m_applied
                  << " edits, " << m_compared << " compared with evaluation from scratch, "
                  << m_written << " written and read again\n";
    }

private:
    unsigned roll(std::size_t below) { return static_cast<unsigned>(m_random() % below); }

    Edit randomEdit()
    {
        static const char *const numbers[] = {"0", "1", "3", "5", "8", "9", "42"};
        while (true) {
            const SymbolId id = idAt(roll(m_model->symbols().size()));
            const Symbol &symbol = m_model->symbol(id);
            if (!symbol.isDefined())
                continue;
            if (roll(8) == 0)
                return {id, std::nullopt};
            switch (symbol.type) {
            case SymbolType::boolean:
            case SymbolType::tristate:
                return {id, std::string(1, "nmy"[roll(3)])};
            case SymbolType::hex:
                return {id, "0x" + std::string(numbers[roll(7)])};
            case SymbolType::string:
                return {id, roll(2) == 0 ? "five" : "a \"quote\" and \\"};
            default:
                return {id, numbers[roll(7)]};
            }
        }
    }

    void check()
    {
        if (m_applied % m_effort.everyFromScratch == 0) {
            ++m_compared;
            Configuration fresh(m_model);
            fresh.restore(m_current.userValues());
            ASSERT_EQ(firstDifference(m_current, fresh), "") << place();
            Configuration inConfOrder = fresh;
            ConfigurationAccess::state(inConfOrder).evaluator.evaluateInConfOrder({}).restart();
            ASSERT_EQ(firstDifference(m_current, inConfOrder), "") << place();
            checkChanges(fresh);
            checkNodes();
        }
        if (m_applied % m_effort.everyFile == 0) {
            checkFile();
        }
    }

    /// What a file can't say: a default may give y where the prompt allows m at most, and as a
    /// user's value, which it is once it has been read, it is m; and an optional choice may be m
    /// without any of its values.
    [[nodiscard]] bool isBeyondFiles(SymbolId id) const
    {
        const Tristate limit = m_current.visibility(id);
        if (limit == Tristate::mod && m_current.tristate(id) > limit)
            return true;
        const Symbol &symbol = m_model->symbol(id);
        return symbol.isOptionalChoice && m_current.tristate(id) == Tristate::mod &&
               std::none_of(
                   symbol.choiceValues.begin(), symbol.choiceValues.end(),
                   [&](SymbolId value) { return m_current.tristate(value) != Tristate::no; });
    }

    /// Written, read and written again a configuration is the same. What follows from the
    /// exceptions has to settle.
    void checkFile()
    {
        ++m_written;
        bool isException = false;
        for (std::size_t i = 0; i < m_model->symbols().size(); ++i)
            isException = isException || isBeyondFiles(idAt(i));
        std::string written = writeConfig(m_current);
        for (int round = 1; round <= 5; ++round) {
            Configuration again(m_model);
            readConfig(again, written, ".config");
            const std::string rewritten = writeConfig(again);
            if (rewritten == written)
                return;
            if (!isException || round == 5) {
                ASSERT_EQ(rewritten, written) << place() << ", round " << round;
            }
            written = rewritten;
        }
    }

    void checkNodes()
    {
        for (std::size_t i = 0; i < m_model->nodeCount(); ++i) {
            const NodeId node{static_cast<std::uint32_t>(i)};
            ASSERT_EQ(m_current.isVisible(node), isShown(m_current, node))
                << "node " << i << ", " << m_model->promptText(node) << "; " << place();
        }
    }

    /// Whatever differs from what was seen last is among the changes told.
    void checkChanges(const Configuration &fresh)
    {
        const std::vector<SymbolId> changes = m_current.takeChanges();
        if (m_seen) {
            for (const SymbolId id : Configuration::differences(*m_seen, fresh))
                ASSERT_TRUE(
                    std::binary_search(changes.begin(), changes.end(), id,
                                       [](SymbolId a, SymbolId b) { return a.index < b.index; }))
                    << m_model->symbol(id).name << " changed untold; " << place();
        }
        m_seen.emplace(fresh);
    }

    void undoAll()
    {
        while (!m_history.empty()) {
            m_current.restore(m_history.back().first);
            ASSERT_EQ(digest(m_current), m_history.back().second) << "undo; " << place();
            m_history.pop_back();
        }
        m_lastDigest = digest(m_current);
    }

    [[nodiscard]] std::string place() const
    {
        return m_name + ", edit " + std::to_string(m_applied);
    }

    std::string m_name;
    std::shared_ptr<const Model> m_model;
    Configuration m_current;
    std::optional<Configuration> m_seen;
    Effort m_effort;
    std::mt19937 m_random;
    std::vector<std::pair<Undo, std::size_t>> m_history;
    std::size_t m_lastDigest = 0;
    int m_applied = 0;
    int m_compared = 0;
    int m_written = 0;
};

constexpr Dialect dialects[] = {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};
const char *const dialectNames[] = {"unikraft", "linux-6.1", "linux-6.12"};

TEST(EvaluationProperty, generatedTreesInEveryDialect)
{
    const int edits = editsInAll() / 9 + 1; // nine trees, compared after each edit
    for (int dialect = 0; dialect < 3; ++dialect) {
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const RandomTree random(seed, dialects[dialect], 50);
            Tree tree;
            tree.options.dialect = dialects[dialect];
            tree.load(random.text());
            ASSERT_FALSE(tree.result.hasErrors()) << tree.messages() << random.text();
            EditedTree(std::string("generated ") + dialectNames[dialect] + ' ' +
                           std::to_string(seed),
                       tree.result, seed, {edits})
                .run();
            if (HasFatalFailure())
                return;
        }
    }
}

TEST(EvaluationProperty, bundledTree)
{
    const int edits = editsInAll() * 2 / 10;
    const Folder work;
    const LoadResult loaded = loadBundledTree(work);
    ASSERT_FALSE(loaded.hasErrors());
    EditedTree("bundled", loaded, 1, {edits, 4, 50, 200}).run();
}

TEST(EvaluationProperty, linuxWhereItsSourceIsAtHand)
{
    const std::string source = linuxSource();
    if (source.empty()) {
        std::cout << "no Linux source at hand; the other trees have been enough\n";
        return;
    }
    LoadOptions options;
    options.rootFile = "Kconfig";
    options.directory = source;
    options.environment = processEnvironment();
    for (const auto &[name, value] :
         std::initializer_list<std::pair<const char *, const char *>>{{"srctree", "."},
                                                                      {"ARCH", "x86"},
                                                                      {"SRCARCH", "x86"},
                                                                      {"CC", "gcc"},
                                                                      {"LD", "ld"},
                                                                      {"NM", "nm"},
                                                                      {"OBJCOPY", "objcopy"},
                                                                      {"HOSTCC", "gcc"},
                                                                      {"RUSTC", "rustc"},
                                                                      {"BINDGEN", "bindgen"},
                                                                      {"PAHOLE", "pahole"},
                                                                      {"KERNELVERSION", "6.1.0"},
                                                                      {"CC_VERSION_TEXT", "gcc"},
                                                                      {"RUSTC_VERSION_TEXT", ""}})
        options.environment[name] = value;
    options.dialect = Dialect::linux_6_1;
    options.shell = hostShell(source, options.environment);
    const LoadResult loaded = load(options);
    ASSERT_FALSE(loaded.hasErrors());
    const int edits = editsInAll() / 50;
    EditedTree("Linux 6.1 x86", loaded, 1, {edits, std::max(edits / 20, 1), 500, 100}).run();
}

} // namespace
} // namespace kconfig::test
