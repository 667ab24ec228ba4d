// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The trees that the monkey plays on, as scratch copies.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QTemporaryDir>

namespace kiln::test {

/// A folder to open and files of it to play with; gone with the object. The programs of a build
/// are replaced by ones that fail at once.
class Place
{
public:
    enum class Kind
    {
        bundled,   ///< the kernel that comes with Kiln, with an example application
        generated, ///< some hundred options of all kinds, made by dice
        linux61    ///< Linux 6.1 for x86
    };

    /// `seed` makes the generated tree. `linuxSource` is an unpacked tree of Linux 6.1.
    Place(Kind kind, unsigned seed, const QString &linuxSource);
    ~Place();
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    [[nodiscard]] bool isValid() const { return m_ok; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    /// What to open.
    [[nodiscard]] QString folder() const { return m_folder; }
    /// The kernel tree to set; empty: none.
    [[nodiscard]] QString tree() const { return m_tree; }

    /// Puts an error, or an option more, into a file of the tree.
    bool spoil(const QByteArray &text);
    /// Makes the files of options again what they were: after spoil(), and after what was typed and
    /// saved in an editor. Returns whether one was something else.
    bool mend();

private:
    bool make(unsigned seed, const QString &linuxSource);
    bool makeBundled();
    bool makeGenerated(unsigned seed);
    bool makeLinux(const QString &source);
    bool makePrograms() const;
    void remember();

    Kind m_kind;
    QTemporaryDir m_directory;
    QString m_folder;
    QString m_tree;
    QString m_spoiled;                  ///< the file that spoil() writes
    QHash<QString, QByteArray> m_whole; ///< files of options by path
    QByteArray m_path = qgetenv("PATH");
    bool m_ok = false;
};

} // namespace kiln::test
