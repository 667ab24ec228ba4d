// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is asked for while the tree is read again. Options are known by number, and each tree has
// numbers of its own.

#include "session_fixture.h"

#include "workbench/changes_list.h"
#include "workbench/comparison.h"
#include "workbench/fix_search.h"

#include <kconfig/config_file.h>

using namespace kiln;
using namespace kiln::test;

class SessionReloadTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_session = std::make_unique<ConfigSession>();
        QVERIFY(load(*m_session, m_workspace->project()));
    }
    void cleanup()
    {
        m_session.reset();
        m_workspace.reset();
    }

    void saves()
    {
        QVERIFY(m_session->edit(edit(*m_session, "LIBFIRST", "y")));
        Comparison comparison(m_session.get());
        comparison.addSaved();
        comparison.addCurrent();
        QSignalSpy outside(m_session.get(), &ConfigSession::changedOutside);
        int waiting = 0;
        for (int round = 0; round < rounds; ++round) {
            readAnotherTree([&] {
                ++waiting;
                m_session->startSave(ConfigSession::SaveMode::overwrite, [&](const auto &result) {
                    --waiting;
                    QVERIFY(result);
                });
            });
            QTRY_COMPARE(waiting, 0);
            QVERIFY(isOneTree());
            QVERIFY(!m_session->isDirty());
            QCOMPARE(m_session->changeCount(), 0);
            QVERIFY(!m_session->isChangedOutside());
            QCOMPARE(value(*m_session, "LIBFIRST"), QStringLiteral("y"));
            QTRY_COMPARE(comparison.columnCount(), 2);
            for (const auto option : comparison.symbols())
                QVERIFY(!comparison.differs(option));
        }
        QCOMPARE(outside.count(), 0); // it was nobody else
        QVERIFY(m_session->edit(edit(*m_session, "LIBFIRST", "n")));
        QVERIFY(m_session->isDirty());
        m_session->undo();
        QVERIFY(!m_session->isDirty());
    }

    /// Work that was meant for one tree is not done on another.
    void edits()
    {
        int waiting = 0;
        int strangers = 0;
        for (int round = 0; round < rounds; ++round) {
            readAnotherTree([&] {
                ++waiting;
                m_session->startEdit(
                    QStringLiteral("nothing"),
                    [&, meant = m_session->configuration().sharedModel()](
                        kconfig::Configuration &now) -> Result<void> {
                        strangers += now.sharedModel() != meant ? 1 : 0;
                        return tl::unexpected(Problem{QStringLiteral("refused"), {}, {}});
                    },
                    [&](const Result<void> &result) {
                        --waiting;
                        QVERIFY(!result);
                    });
            });
            QTRY_COMPARE(waiting, 0);
        }
        QCOMPARE(strangers, 0);
    }

    void comparesWithAFile()
    {
        QVERIFY(m_session->edit(edit(*m_session, "LIBFIRST", "y")));
        const QString file = m_workspace->path(QStringLiteral("other.config"));
        QVERIFY(writeFile(file, m_session->text()));
        QVERIFY(m_session->edit(edit(*m_session, "LIBFIRST_SIZE", "9")));
        ChangesList changes(m_session.get());
        changes.setActive(true);
        QSignalSpy failed(&changes, &ChangesList::failed);
        for (int round = 0; round < rounds; ++round) {
            readAnotherTree([&] { changes.compareWithFile(file); });
            const auto found = [&] {
                return changes.differences().size() == 1 &&
                       changes.differences().first().symbol == symbol(*m_session, "LIBFIRST_SIZE");
            };
            QTRY_VERIFY(found());
            QVERIFY(changes.revert(symbol(*m_session, "LIBFIRST_SIZE")));
            QCOMPARE(value(*m_session, "LIBFIRST_SIZE"), QStringLiteral("8"));
            QTRY_VERIFY(changes.differences().isEmpty());
            m_session->undo();
            changes.compareWithSaved();
        }
        QCOMPARE(failed.count(), 0);
    }

    void looksForFixes()
    {
        const auto wish = [this](const char *name) {
            return kconfig::Wish{symbol(*m_session, name), std::string("y")};
        };
        FixSearch search(m_session.get());
        const auto isOver = [&] { return search.state() != FixSearch::State::searching; };
        const auto wished = [&] {
            return search.wishes().size() == 1 ? search.wishes().first().symbol
                                               : kconfig::SymbolId{};
        };
        for (int round = 0; round < rounds; ++round) {
            // Asked before, and anew meanwhile.
            search.start({wish("LIBFIRST"), wish("LIBSECOND")}, {symbol(*m_session, "LIBFIRST")});
            readAnotherTree([&] { search.start({wish("LIBSECOND")}, {}); });
            QTRY_VERIFY(isOver());
            QCOMPARE(wished(), symbol(*m_session, "LIBSECOND"));
            // Asked before, and taken back meanwhile.
            readAnotherTree([&] { search.clear(); });
            QTRY_VERIFY(isOver());
            QVERIFY(search.wishes().isEmpty());
        }
    }

private:
    static constexpr int rounds = 8;

    /// Reads the tree with one option more before all others, and calls `meanwhile` in every turn
    /// of the event loop until that is over.
    template <typename Work>
    void readAnotherTree(Work meanwhile)
    {
        const QString file = m_workspace->app() + QStringLiteral("/Config.uk");
        const QByteArray name = "APPFIXTURE_ADDED" + QByteArray::number(++m_added);
        QVERIFY(writeFile(file, "config " + name + "\n\tbool \"Added\"\n\n" + contents(file)));
        const auto former = m_session->configuration().sharedModel();
        m_session->reload(ConfigSession::ReloadMode::keepEdits);
        QElapsedTimer clock;
        clock.start();
        while (m_session->isLoading() && clock.elapsed() < 10'000) {
            meanwhile();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
            QThread::usleep(200);
        }
        QVERIFY(!m_session->isLoading());
        QVERIFY(m_session->configuration().sharedModel() != former);
        QVERIFY(m_session->model().find(name.toStdString()).isValid());
    }
    [[nodiscard]] bool isOneTree() const
    {
        return m_session->savedConfiguration().sharedModel() ==
               m_session->configuration().sharedModel();
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ConfigSession> m_session;
    int m_added = 0;
};

QTEST_GUILESS_MAIN(SessionReloadTest)
#include "session_reload_test.moc"
