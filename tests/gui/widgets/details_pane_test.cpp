// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kconfig_fixture.h"

#include "widgets/details_pane.h"

#include <QScrollBar>

using namespace kiln;

/// Names that are broken where they do not fit into a line: where their column grows, there are
/// widths at which they need more lines than they did.
static QString longNames()
{
    QStringList names;
    for (const char *each : {"LIBUKDEBUG", "LIBUKALLOC", "LIBCONTEXT", "LIBNOLIBC", "HAVE_SCHED"})
        names.append(QStringLiteral("<b>%1</b>").arg(QLatin1String(each)));
    return QStringLiteral(
               "<table cellspacing=0 cellpadding=0><tr>"
               "<td style=\"padding:2px 12px 2px 0\">Selects</td><td>%1</td></tr></table>")
        .arg(names.join(QStringLiteral(", ")))
        .repeated(6); // more than what the pane says of its own
}

class TestDetailsPane : public QObject
{
    Q_OBJECT

private slots:
    void hasARestAtEverySize();
};

void TestDetailsPane::hasARestAtEverySize()
{
    kiln::test::Tree tree;
    for (int points = 8; points < 17; ++points) {
        DetailsPane pane;
        QFont font = pane.font();
        font.setPointSize(points);
        pane.setFont(font);
        pane.setUpdatesEnabled(false);
        pane.show();
        pane.setRemarks({{QStringLiteral("ALLOC"), longNames()}});
        pane.setNode(&tree.configuration(), tree.model().symbol(tree.symbol("ALLOC")).nodes.front(),
                     {});
        QVERIFY(pane.plainText().contains(QStringLiteral("HAVE_SCHED")));
        const QWidget *content = pane.widget();
        const auto heightAt = [&](int width, int height) {
            pane.resize(width, height);
            QCoreApplication::processEvents();
            return content->minimumSizeHint().height();
        };
        const int bar = pane.verticalScrollBar()->sizeHint().width();
        for (int width = 120; width < 320; ++width) {
            const int narrow = heightAt(width, 2000);
            const int wide = heightAt(width + bar, 2000);
            // Whatever the fonts are: how much there is to scroll is not what decides about lines.
            const int whole = pane.viewport()->width();
            heightAt(width + bar, 40);
            QCOMPARE(pane.viewport()->width(), whole);
            if (wide <= narrow)
                continue;
            for (int height = narrow; height <= wide; height += 4) {
                for (int each = width - bar; each <= width + 2 * bar; each += bar) {
                    heightAt(each, height);
                    QVERIFY(content->height() >= content->minimumSizeHint().height());
                    QVERIFY(content->width() == pane.viewport()->width());
                }
            }
        }
    }
}

QTEST_MAIN(TestDetailsPane)
#include "details_pane_test.moc"
