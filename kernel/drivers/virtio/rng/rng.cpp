// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The entropy device (virtio 1.2, 5.4).

#include <errno.h>
#include <string.h>
#include <uk/ctors.h>
#include <uk/random/source.h>
#include <virtio/device.hpp>

namespace uk::virtio {

namespace {

constexpr __u16 requests = 0;
constexpr __nsec patience = 1000000000;

struct Entropy : uk_random_source
{
    Device device;
    Queue queue;
    unsigned char bytes[64];
    bool isBusy = false;

    Entropy(Transport &transport, uk_random_source source)
        : uk_random_source(source)
        , device(transport)
        , bytes{}
    {}
};

__ssz ask(Entropy &self, void *bytes, __sz size)
{
    const __sz wanted = size < sizeof(self.bytes) ? size : sizeof(self.bytes);
    const Buffer buffer{self.bytes, static_cast<__u32>(wanted), true};
    const auto sent = self.device.send(requests, self.queue, &buffer, 1, &self);
    if (!sent)
        return -sent.error().number;
    const auto answer = self.device.wait(self.queue, patience);
    if (!answer)
        return -answer.error().number;
    memcpy(bytes, self.bytes, answer.value().written);
    return answer.value().written;
}

/** For one thread at a time, because the device writes to one place. */
__ssz read(uk_random_source *source, void *bytes, __sz size)
{
    auto &self = *static_cast<Entropy *>(source);
    if (__atomic_exchange_n(&self.isBusy, true, __ATOMIC_ACQUIRE))
        return -EBUSY;
    const __ssz result = ask(self, bytes, size);
    __atomic_store_n(&self.isBusy, false, __ATOMIC_RELEASE);
    return result;
}

ErrorOr<void> attachEntropy(Transport &transport, uk_alloc *allocator)
{
    auto *self = make<Entropy>(allocator, transport, uk_random_source{"virtio-rng", read, nullptr});
    if (!self)
        return Error{ENOMEM};
    const auto negotiated = self->device.negotiate(0);
    auto result = negotiated ? self->device.openQueue(requests, 8, self->queue, allocator)
                             : ErrorOr<void>(negotiated.error());
    if (result) {
        self->device.run();
        if (const int error = uk_random_source_register(self))
            result = Error{-error};
    }
    if (result) {
        self->device.useInterrupts("virtio-rng", nullptr, nullptr);
    } else {
        self->device.abandon();
        uk_free(allocator, self->queue.memory());
        uk_free(allocator, self);
    }
    return result;
}

constinit Driver driver{DeviceKind::entropy, "rng", attachEntropy, nullptr};

void start()
{
    registerDriver(driver);
}

UK_CTOR_PRIO(start, 1);

} // namespace

} // namespace uk::virtio
