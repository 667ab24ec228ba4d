// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/line_set.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace kiln;

namespace {

using Model = std::set<std::size_t>;

std::vector<std::size_t> members(const LineSet &set)
{
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < set.size(); ++i)
        all.push_back(set.at(i));
    return all;
}

bool same(const LineSet &set, const Model &model)
{
    return set.size() == model.size() && set.isEmpty() == model.empty() &&
           members(set) == std::vector<std::size_t>(model.begin(), model.end());
}

} // namespace

class LineSetTest : public QObject
{
    Q_OBJECT

private slots:
    /// Against the standard library's set, over the borders of what is kept together.
    void agreesWithASet()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 40; ++round) {
            LineSet sets[2];
            Model models[2];
            for (int which = 0; which < 2; ++which) {
                const std::size_t begin = random() % 140'000;
                const std::size_t end = begin + random() % 3000;
                sets[which] = LineSet::range(begin, end);
                for (std::size_t line = begin; line < end; ++line)
                    models[which].insert(line);
                std::vector<std::uint32_t> several;
                for (int i = 0; i < 300; ++i)
                    several.push_back(std::uint32_t(random() % 200'000));
                std::sort(several.begin(), several.end());
                sets[which].add(several);
                models[which].insert(several.begin(), several.end());
                for (int i = 0; i < 50; ++i) {
                    const std::size_t gone = begin + random() % 3000;
                    sets[which].remove(gone);
                    models[which].erase(gone);
                }
                QVERIFY(same(sets[which], models[which]));
            }
            Model both, any = models[0], rest;
            any.insert(models[1].begin(), models[1].end());
            for (const std::size_t line : models[0])
                (models[1].count(line) > 0 ? both : rest).insert(line);
            QVERIFY(same(sets[0] | sets[1], any));
            QVERIFY(same(sets[0] & sets[1], both));
            QVERIFY(same(sets[0] - sets[1], rest));
            for (int i = 0; i < 200; ++i) {
                const std::size_t line = random() % 210'000;
                const auto after = any.lower_bound(line);
                const LineSet joined = sets[0] | sets[1];
                QCOMPARE(joined.contains(line), any.count(line) > 0);
                QCOMPARE(joined.rank(line), std::size_t(std::distance(any.begin(), after)));
                QCOMPARE(joined.next(line).value_or(0), after == any.end() ? 0 : *after);
                QCOMPARE(joined.previous(line).value_or(0),
                         after == any.begin() ? 0 : *std::prev(after));
                if (i == 20)
                    break;
            }
        }
    }

    void copiesAreApart()
    {
        LineSet a = LineSet::range(5, 8);
        LineSet b = a;
        b.add(100);
        QCOMPARE(a.size(), std::size_t(3));
        QVERIFY(!(a == b));
        LineSet c = std::move(b);
        QCOMPARE(c.size(), std::size_t(4));
        a = c;
        QVERIFY(a == c);
        a.clear();
        QVERIFY(a.isEmpty());
        QCOMPARE(c.size(), std::size_t(4));
        QVERIFY(!a.next(0));
        QVERIFY(LineSet::range(4, 4).isEmpty());
    }
};

QTEST_GUILESS_MAIN(LineSetTest)
#include "line_set_test.moc"
