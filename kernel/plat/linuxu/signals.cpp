// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/shutdown.hpp>
#include <kvm/traps.hpp>
#include <linuxu/interrupts.hpp>
#include <linuxu/start.hpp>

extern "C" {
extern char signal_stack[], signal_stack_top[];
void linuxu_signal_return();
/** The report, which is that of virtual machines. */
void kvm_trap(unsigned int vector, struct __regs *regs);
}

namespace uk::linuxu {

namespace {

struct Action
{
    SignalHandler handler;
    __u64 flags;
    void (*restorer)(); // where the handler returns to; not looked at on arm64
    SignalSet mask;
};

constexpr __u64 withInformation = 0x00000004; // SA_SIGINFO
constexpr __u64 withRestorer = 0x04000000;    // SA_RESTORER
constexpr __u64 onSignalStack = 0x08000000;   // SA_ONSTACK
constexpr __u64 restartCalls = 0x10000000;    // SA_RESTART
constexpr __u64 neverBlocked = 0x40000000;    // SA_NODEFER

constexpr int trapSignals[] = {signalIll, signalTrap, signalBus, signalFpe, signalSegv};

void setAction(int signal, SignalHandler handler, __u64 flags)
{
    const Action action{handler, flags, linuxu_signal_return, allInterrupts()};
    systemCall(SystemCall::rtSigaction, signal, &action, nullptr, sizeof(SignalSet));
}

constinit int crashSignal = signalAbort;
constinit __u64 faultAddress = 0;

void handleTrap(int signal, void *information, void *context)
{
    SignalFrame frame = readSignalFrame(signal, information, context);
    crashSignal = signal;
    faultAddress = frame.faultAddress;
    kvm_trap(frame.trap, &frame.registers);
}

} // namespace

SignalSet changeMask(int how, SignalSet signals)
{
    SignalSet old = 0;
    systemCall(SystemCall::rtSigprocmask, how, &signals, &old, sizeof(SignalSet));
    return old;
}

void handleSignal(int signal, SignalHandler handler, HandlerStack stack)
{
    setAction(signal, handler,
              withInformation | withRestorer | restartCalls |
                  (stack == HandlerStack::own ? onSignalStack : 0));
}

void useSignalStack()
{
    const struct
    {
        char *base;
        int flags;
        __u64 size;
    } stack{signal_stack, 0, static_cast<__u64>(signal_stack_top - signal_stack)};
    systemCall(SystemCall::sigaltstack, &stack, nullptr);
}

void handleTraps()
{
    for (const int signal : trapSignals)
        setAction(signal, handleTrap,
                  withInformation | withRestorer | onSignalStack | neverBlocked);
}

void crashProcess()
{
    dieBySignal(crashSignal);
}

void dieBySignal(int signal)
{
    setAction(signal, nullptr, withRestorer);
    changeMask(maskUnblock, setOf(signal));
    const long process = systemCall(SystemCall::getpid);
    const long thread = systemCall(SystemCall::gettid);
    systemCall(SystemCall::tgkill, process, thread, signal);
    // Only the first process of a container survives that.
    for (;;)
        systemCall(SystemCall::exitGroup, 128 + signal);
}

} // namespace uk::linuxu

__u64 uk::kvm::readFaultAddress()
{
    return linuxu::faultAddress;
}

void uk::kvm::endWithoutWords()
{
    linuxu::crashProcess();
}
