// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/qmp_channel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace kiln {

QmpChannel::QmpChannel(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    m_ours = ends[0];
    m_theirs = ends[1];
    ::fcntl(m_ours, F_SETFL, O_NONBLOCK);
    // The negotiation may go ahead of the greeting; it waits in the socket until QEMU reads it.
    static constexpr char negotiate[] = "{\"execute\":\"qmp_capabilities\"}\n";
    (void)::send(m_ours, negotiate, sizeof negotiate - 1, MSG_NOSIGNAL);
    m_notifier = new QSocketNotifier(m_ours, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QmpChannel::read);
}

QmpChannel::~QmpChannel()
{
    delete m_notifier;
    closeChildEnd();
    if (m_ours >= 0)
        ::close(m_ours);
}

QStringList QmpChannel::arguments() const
{
    if (!isValid())
        return {};
    return {QStringLiteral("-chardev"), QStringLiteral("socket,id=qmp0,fd=%1").arg(m_theirs),
            QStringLiteral("-mon"), QStringLiteral("chardev=qmp0,mode=control")};
}

void QmpChannel::childStarted()
{
    closeChildEnd();
}

void QmpChannel::closeChildEnd()
{
    if (m_theirs >= 0)
        ::close(m_theirs);
    m_theirs = -1;
}

void QmpChannel::execute(const char *command, const QJsonObject &arguments)
{
    if (!isValid())
        return;
    QJsonObject message{{QStringLiteral("execute"), QLatin1String(command)}};
    if (!arguments.isEmpty())
        message.insert(QStringLiteral("arguments"), arguments);
    const QByteArray line = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    // A socket takes thousands of these; what a QEMU that reads none does not get is lost.
    (void)::send(m_ours, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void QmpChannel::reset()
{
    // Else -no-reboot makes an end of it; back to that once the reset is done. Until then the
    // processors stand still: a guest that resets itself at once is to end.
    m_isResetting = true;
    execute("stop");
    execute("set-action", {{QStringLiteral("reboot"), QStringLiteral("reset")}});
    execute("system_reset");
}

void QmpChannel::drain()
{
    if (isValid())
        read();
}

void QmpChannel::read()
{
    char buffer[4096];
    for (;;) {
        const ssize_t got = ::recv(m_ours, buffer, sizeof buffer, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            if (got == 0 || errno != EAGAIN) {
                m_notifier->setEnabled(false);
                m_ready = false;
            }
            return;
        }
        m_partial.append(buffer, got);
        qsizetype end = 0;
        while ((end = m_partial.indexOf('\n')) >= 0) {
            take(m_partial.first(end));
            m_partial.remove(0, end + 1);
        }
        // Messages are short; a peer that sends no line end is none of ours.
        constexpr qsizetype longestMessage = 1 << 20;
        if (m_partial.size() > longestMessage)
            m_partial.clear();
    }
}

void QmpChannel::take(const QByteArray &line)
{
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    if (message.contains(QLatin1String("QMP"))) {
        m_ready = true;
        execute("query-status");
        return;
    }
    if (const QJsonValue error = message.value(QLatin1String("error")); error.isObject()) {
        emit failed(error.toObject().value(QLatin1String("desc")).toString());
        return;
    }
    const QJsonObject answer = message.value(QLatin1String("return")).toObject();
    if (const QJsonValue state = answer.value(QLatin1String("status")); state.isString())
        emit runStateChanged(state.toString(), answer.value(QLatin1String("running")).toBool());
    takeEvent(message.value(QLatin1String("event")).toString(),
              message.value(QLatin1String("data")).toObject());
}

void QmpChannel::takeEvent(const QString &name, const QJsonObject &data)
{
    if (name == QLatin1String("SHUTDOWN")) {
        m_shutdownReason = data.value(QLatin1String("reason")).toString();
        emit shutDown();
    } else if (name == QLatin1String("STOP")) {
        execute("query-status");
    } else if (name == QLatin1String("RESUME")) {
        // Nothing is asked of a machine that may end any moment: QEMU 7.2 can wait for ever for
        // its own answer then.
        emit runStateChanged(QStringLiteral("running"), true);
    } else if (name == QLatin1String("RESET") && std::exchange(m_isResetting, false)) {
        execute("set-action", {{QStringLiteral("reboot"), QStringLiteral("shutdown")}});
        execute("cont");
    }
}

} // namespace kiln
