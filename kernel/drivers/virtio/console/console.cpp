// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The console device (virtio 1.2, 5.3) with one port: output by polling, since whoever prints is
// not interrupted by others that print; of input it tells by its interrupt where it has one.

#include <errno.h>
#include <string.h>
#include <uk/console/driver.h>
#include <uk/ctors.h>
#include <uk/preempt.h>
#include <virtio/device.hpp>

namespace uk::virtio {

namespace {

constexpr __u16 inputQueue = 0;
constexpr __u16 outputQueue = 1;
constexpr __u16 queueSize = 16;
constexpr __sz bufferSize = 256;
// A host that does not read the output stops it, not the guest for ever.
constexpr __nsec patience = 1000000000;

/** Bytes on their way. */
struct Piece
{
    unsigned char bytes[bufferSize];
};

class Console : public uk_console
{
public:
    explicit Console(Transport &transport)
        : uk_console{}
        , m_device(transport)
    {}

    ErrorOr<void> open(uk_alloc *allocator)
    {
        UK_TRY(m_device.negotiate(0));
        UK_TRY(m_device.openQueue(inputQueue, queueSize, m_input, allocator));
        UK_TRY(m_device.openQueue(outputQueue, queueSize, m_output, allocator));
        m_device.run();
        for (__u16 i = 0; i < m_input.size(); ++i)
            UK_TRY(expectInput(m_pieces[i]));
        return {};
    }

    void start()
    {
        uk_console_init(this, "virtio-console", &operations,
                        UK_CONSOLE_FLAG_STDOUT | UK_CONSOLE_FLAG_STDIN);
        uk_console_register(this);
        const auto event = [](void *console) { static_cast<Console *>(console)->tellOfInput(); };
        m_device.useInterrupts("virtio-console", event, this);
    }

    void abandon(uk_alloc *allocator)
    {
        m_device.abandon();
        uk_free(allocator, m_input.memory());
        uk_free(allocator, m_output.memory());
    }

private:
    static Console &of(uk_console *console) { return *static_cast<Console *>(console); }

    static __ssz write(uk_console *console, const char *bytes, __sz size)
    {
        const PreemptGuard guard;
        Console &self = of(console);
        __sz done = 0;
        // What the host has not read yet is still the device's.
        if (self.m_isWaiting && !self.m_output.take())
            return -EAGAIN;
        self.m_isWaiting = false;
        while (done < size) {
            const __sz part = size - done < bufferSize ? size - done : bufferSize;
            memcpy(self.m_outgoing.bytes, bytes + done, part);
            const Buffer buffer{self.m_outgoing.bytes, static_cast<__u32>(part), false};
            auto sent = self.m_device.send(outputQueue, self.m_output, &buffer, 1, &self);
            if (sent) {
                const auto taken = self.m_device.wait(self.m_output, patience);
                sent = taken ? ErrorOr<void>() : ErrorOr<void>(taken.error());
                self.m_isWaiting = !taken;
            }
            if (!sent)
                return done ? static_cast<__ssz>(done) : -sent.error().number;
            done += part;
        }
        return static_cast<__ssz>(done);
    }

    static __ssz read(uk_console *console, char *bytes, __sz size)
    {
        Console &self = of(console);
        __sz done = 0;
        while (done < size) {
            if (!self.m_current) {
                const auto arrived = self.m_input.take();
                if (!arrived && arrived.error().number == ENOENT)
                    break;
                if (!arrived)
                    return done ? static_cast<__ssz>(done) : -arrived.error().number;
                self.m_current = static_cast<Piece *>(arrived.value().token);
                self.m_at = 0;
                self.m_end = arrived.value().written;
            }
            const __sz left = self.m_end - self.m_at;
            const __sz part = left < size - done ? left : size - done;
            memcpy(bytes + done, self.m_current->bytes + self.m_at, part);
            done += part;
            self.m_at += part;
            if (self.m_at == self.m_end) {
                // Where this fails the queue is broken, which the next call tells.
                static_cast<void>(self.expectInput(*self.m_current).isError());
                self.m_current = nullptr;
            }
        }
        return static_cast<__ssz>(done);
    }

    ErrorOr<void> expectInput(Piece &piece)
    {
        const Buffer buffer{piece.bytes, bufferSize, true};
        return m_device.send(inputQueue, m_input, &buffer, 1, &piece);
    }

    static int notify(uk_console *console, void (*arrived)(void *), void *argument)
    {
        Console &self = of(console);
        if (!self.m_device.hasInterrupts())
            return -ENOTSUP;
        self.m_arrived = arrived;
        self.m_argument = argument;
        self.m_input.wantInterrupts(true);
        // For what came before it was asked for there is no interrupt.
        self.tellOfInput();
        return 0;
    }

    /** With interrupts off. */
    void tellOfInput()
    {
        if (!m_arrived || !(m_current || m_input.hasAnswer()))
            return;
        m_input.wantInterrupts(false);
        auto *const arrived = m_arrived;
        m_arrived = nullptr;
        arrived(m_argument);
    }

    static constexpr uk_console_ops operations{write, read, notify};

    Device m_device;
    Queue m_input;
    Queue m_output;
    Piece m_pieces[queueSize]{};
    Piece m_outgoing{};
    bool m_isWaiting = false;   // for the answer to what is in m_outgoing
    Piece *m_current = nullptr; // input that was not read to its end
    __sz m_at = 0;
    __sz m_end = 0;
    void (*m_arrived)(void *) = nullptr; // who waits for input
    void *m_argument = nullptr;
};

ErrorOr<void> attachConsole(Transport &transport, uk_alloc *allocator)
{
    auto *console = make<Console>(allocator, transport);
    if (!console)
        return Error{ENOMEM};
    const auto opened = console->open(allocator);
    if (opened) {
        console->start();
    } else {
        console->abandon(allocator);
        uk_free(allocator, console);
    }
    return opened;
}

constinit Driver driver{DeviceKind::console, "console", attachConsole, nullptr};

void start()
{
    registerDriver(driver);
}

UK_CTOR_PRIO(start, 1);

} // namespace

} // namespace uk::virtio
