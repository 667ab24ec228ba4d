// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_loader.h"

#include <Qsci/qsciscintilla.h>

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <cstddef>

namespace kiln {

namespace {

constexpr qint64 pieceSize = 1 << 20; // bytes between two looks at whether it is still wanted
constexpr int statusOk = 0;           // SC_STATUS_OK

/// What SCI_CREATELOADER returns, as Scintilla's documentation has it; QScintilla comes without the
/// header.
class Loader
{
public:
    virtual int Release() = 0; ///< forgets the document
    virtual int AddData(const char *data, std::ptrdiff_t length) = 0;
    virtual void *ConvertToDocument() = 0;

protected:
    ~Loader() = default;
};

// The loader's own class is declared within Scintilla only: to the sanitizer that compares classes
// every call of it is one of something else.

__attribute__((no_sanitize("vptr"))) bool fill(Loader *loader, const QString &path,
                                               const std::atomic<bool> &isCancelled)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!isCancelled) {
        const QByteArray piece = file.read(pieceSize);
        if (piece.isEmpty())
            return file.error() == QFileDevice::NoError;
        if (loader->AddData(piece.constData(), piece.size()) != statusOk)
            return false;
    }
    return false;
}

__attribute__((no_sanitize("vptr"))) void release(Loader *loader)
{
    loader->Release();
}

__attribute__((no_sanitize("vptr"))) void *toDocument(Loader *loader)
{
    return loader->ConvertToDocument();
}

} // namespace

SourceLoader::SourceLoader(QsciScintilla *editor, const QString &file, QObject *receiver, Done done)
    : m_isCancelled(std::make_shared<std::atomic<bool>>(false))
{
    auto *loader =
        reinterpret_cast<Loader *>(editor->SendScintilla(QsciScintilla::SCI_CREATELOADER, 0UL, 0L));
    if (loader == nullptr) {
        QMetaObject::invokeMethod(
            receiver, [done] { done(nullptr); }, Qt::QueuedConnection);
        return;
    }
    QThreadPool::globalInstance()->start([loader, file, isCancelled = m_isCancelled,
                                          receiver = QPointer<QObject>(receiver),
                                          done = std::move(done)] {
        const bool isWhole = fill(loader, file, *isCancelled);
        // The application object outlives the pool's work; the receiver may not.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [loader, isWhole, isCancelled, receiver, done] {
                if (*isCancelled || receiver.isNull() || !isWhole)
                    release(loader);
                if (!*isCancelled && !receiver.isNull())
                    done(isWhole ? toDocument(loader) : nullptr);
            },
            Qt::QueuedConnection);
    });
}

SourceLoader::~SourceLoader()
{
    *m_isCancelled = true;
}

} // namespace kiln
