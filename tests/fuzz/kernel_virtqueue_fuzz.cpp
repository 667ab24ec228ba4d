// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The kernel's virtqueue against a device that writes whatever it likes into the memory they share.
// Each three bytes of the input are one step of either side.
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <uk/plat/io.h>
#include <virtio/queue.hpp>

#include <ring_device.hpp>

__paddr_t ukplat_virt_to_phys(const volatile void *address)
{
    return reinterpret_cast<__paddr_t>(address);
}

namespace {

using uk::virtio::Buffer;
using uk::virtio::Queue;
using uk::virtio::RingDevice;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

class Game
{
public:
    explicit Game(unsigned sizeBits)
        : m_size(std::uint16_t(1U << sizeBits % 6))
        // Exactly as much as it may use: what is behind is noticed.
        , m_memory(new (std::align_val_t{16}) std::uint8_t[Queue::memorySize(m_size)])
        , m_queue(started(m_memory.get(), m_size))
        , m_device(m_queue.addresses(), m_size)
    {
        const auto &parts = m_queue.addresses();
        m_shared = reinterpret_cast<std::uint8_t *>(parts.descriptors);
        m_sharedSize = parts.used + 6 + 8UL * m_size - parts.descriptors;
    }

    void step(unsigned operation, unsigned a, unsigned b)
    {
        switch (operation % 8) {
        case 0:
        case 1:
            add(a, b);
            break;
        case 2:
            take();
            break;
        case 3: // as a device should
            if (m_device.pending())
                m_device.answer(m_device.fetch(), b);
            break;
        case 4:
            m_device.answer(a, b << 24);
            break;
        case 5:
            m_device.setUsedIndex(std::uint16_t(a << 8 | b));
            break;
        case 6:
            m_shared[(a << 8 | b) % m_sharedSize] = std::uint8_t(operation);
            break;
        default:
            m_queue.wantsNotification();
            m_queue.wantInterrupts(a & 1);
            require(m_device.availableFlags() == (a & 1 ? 0 : 1));
        }
        check();
    }

    void finish()
    {
        for (;;) {
            const auto token = m_queue.reclaim();
            if (!token)
                break;
            forget(token.value());
        }
        require(m_requests.empty());
        require(m_queue.freeCount() == m_size);
    }

private:
    struct Request
    {
        std::uint16_t buffers;
        std::uint32_t writable;
    };
    struct Free
    {
        void operator()(std::uint8_t *memory) const
        {
            ::operator delete[](memory, std::align_val_t{16});
        }
    };

    static Queue started(void *memory, std::uint16_t size)
    {
        Queue queue;
        require(static_cast<bool>(queue.start(memory, size)));
        return queue;
    }

    void add(unsigned a, unsigned b)
    {
        Buffer buffers[8];
        const auto count = std::uint16_t(a % 8);
        std::uint32_t writable = 0;
        for (std::uint16_t i = 0; i < count; ++i) {
            const bool isWritable = i >= b % 9;
            buffers[i] = {m_buffer, i + 1U, isWritable};
            writable += isWritable ? i + 1U : 0;
        }
        void *token = reinterpret_cast<void *>(++m_nextToken);
        const std::uint16_t before = m_queue.freeCount();
        const auto added = m_queue.add(buffers, count, token);
        require(static_cast<bool>(added) == (!m_queue.isBroken() && count > 0 && count <= before));
        if (added)
            m_requests[token] = {count, writable};
    }

    void take()
    {
        const bool wasBroken = m_queue.isBroken();
        const bool hadAnswer = m_queue.hasAnswer();
        const auto taken = m_queue.take();
        require(hadAnswer == (taken || taken.error().number != ENOENT));
        if (!taken)
            return;
        require(!wasBroken);
        const auto request = m_requests.find(taken.value().token);
        require(request != m_requests.end());
        require(taken.value().written <= request->second.writable);
        m_requests.erase(request);
    }

    void forget(void *token) { require(m_requests.erase(token) == 1); }

    void check() const
    {
        unsigned used = 0;
        for (const auto &[token, request] : m_requests)
            used += request.buffers;
        require(used + m_queue.freeCount() == m_size);
    }

    std::uint16_t m_size;
    std::unique_ptr<std::uint8_t[], Free> m_memory;
    Queue m_queue;
    RingDevice m_device;
    std::uint8_t *m_shared;
    std::size_t m_sharedSize;
    std::uint8_t m_buffer[8]{};
    std::uintptr_t m_nextToken = 0;
    std::map<void *, Request> m_requests;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    Game game(data[0]);
    for (std::size_t i = 1; i + 2 < size; i += 3)
        game.step(data[i], data[i + 1], data[i + 2]);
    game.finish();
    return 0;
}
