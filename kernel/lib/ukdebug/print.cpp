// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "format.hpp"

#include <uk/config.h>
#include <uk/plat/console.h>
#include <uk/plat/time.h>
#include <uk/preempt.h>
#include <uk/print.h>

#ifdef CONFIG_LIBUKSCHED
#include <uk/thread.h>
#endif

namespace uk {

namespace {

#ifdef CONFIG_LIBUKDEBUG_ANSI_COLOR
constexpr bool hasColor = true;
#else
constexpr bool hasColor = false;
#endif

/** Text that is only there in coloured output. */
#define COLOR(sequence) (hasColor ? (sequence) : "")

constexpr const char *reset = UK_ANSI_MOD_RESET;

/** How a level looks. */
struct LevelStyle
{
    const char *header;
    const char *coloredHeader;
    const char *textColor;
};

const LevelStyle &styleOf(int level)
{
    static constexpr LevelStyle styles[] = {
        {"dbg:  ", UK_ANSI_MOD_COLORFG(7) "dbg:" UK_ANSI_MOD_RESET "  ", ""},
        {"CRIT: ",
         UK_ANSI_MOD_BOLD UK_ANSI_MOD_COLORFG(7) UK_ANSI_MOD_COLORBG(1) "CRIT:" UK_ANSI_MOD_RESET
                                                                        " ",
         UK_ANSI_MOD_BOLD UK_ANSI_MOD_COLORFG(1)},
        {"ERR:  ", UK_ANSI_MOD_BOLD UK_ANSI_MOD_COLORFG(1) "ERR:" UK_ANSI_MOD_RESET "  ",
         UK_ANSI_MOD_COLORFG(1)},
        {"Warn: ", UK_ANSI_MOD_BOLD UK_ANSI_MOD_COLORFG(3) "Warn:" UK_ANSI_MOD_RESET " ", ""},
        {"Info: ", UK_ANSI_MOD_BOLD UK_ANSI_MOD_COLORFG(2) "Info:" UK_ANSI_MOD_RESET " ", ""},
    };
    const int index = level - KLVL_DEBUG;
    constexpr int count = sizeof(styles) / sizeof(styles[0]);
    return styles[index < 0 || index >= count ? count - 1 : index];
}

/** Who sends a message, and from where. */
struct Sender
{
    int level;
    __u16 library;
    const char *sourceName; // or nullptr
    unsigned int sourceLine;
    __uptr returnAddress;
    __uptr frameAddress;
};

/** Whether the last message left its line open, and at which level. */
struct LineState
{
    int level = KLVL_DEBUG;
    bool isOpen = false;
};

constinit LineState lineState;

__sz lengthOf(const char *text)
{
    __sz length = 0;
    while (text[length])
        ++length;
    return length;
}

void put(const char *text, __sz length)
{
    ukplat_coutk(text, static_cast<unsigned int>(length));
}

void put(const char *text)
{
    put(text, lengthOf(text));
}

/** Collects short pieces so that the device is spoken to less often. */
class HeaderWriter : public FormatSink
{
public:
    HeaderWriter()
        : FormatSink(append)
    {}
    ~HeaderWriter() { put(m_text, m_length); }
    HeaderWriter(const HeaderWriter &) = delete;
    HeaderWriter &operator=(const HeaderWriter &) = delete;

    void add(const char *text) { append(*this, text, lengthOf(text)); }
    __printf(2, 3) void addFormatted(const char *pattern, ...)
    {
        va_list arguments;
        va_start(arguments, pattern);
        format(*this, pattern, arguments);
        va_end(arguments);
    }

private:
    static void append(FormatSink &sink, const char *text, __sz length)
    {
        auto &self = static_cast<HeaderWriter &>(sink);
        for (__sz i = 0; i < length; ++i) {
            if (self.m_length == sizeof(self.m_text)) {
                put(self.m_text, self.m_length);
                self.m_length = 0;
            }
            self.m_text[self.m_length++] = text[i];
        }
    }

    char m_text[96];
    __sz m_length = 0;
};

#ifdef CONFIG_LIBUKDEBUG_PRINT_THREAD
const char *threadName()
{
#ifdef CONFIG_LIBUKSCHED
    if (const uk_thread *thread = uk_thread_current())
        return thread->name ? thread->name : "<unnamed>";
#endif
    // As long as no scheduler has come up there is no thread to name.
    return "<n/a>";
}
#endif

void putHeader(const Sender &sender)
{
    HeaderWriter out;
#ifdef CONFIG_LIBUKDEBUG_PRINT_TIME
    const __nsec time = ukplat_monotonic_clock();
    out.addFormatted("%s%s[%5lu.%06lu] ", COLOR(reset), COLOR(UK_ANSI_MOD_COLORFG(2)),
                     time / 1000000000, time % 1000000000 / 1000);
#endif
    const LevelStyle &style = styleOf(sender.level);
    out.add(COLOR(reset));
    out.add(hasColor ? style.coloredHeader : style.header);
#ifdef CONFIG_LIBUKDEBUG_PRINT_THREAD
    out.addFormatted("%s%s<%s> ", COLOR(reset), COLOR(UK_ANSI_MOD_COLORFG(4)), threadName());
#endif
#ifdef CONFIG_LIBUKDEBUG_PRINT_CALLER
    out.addFormatted("%s%s{r:0x%lx,f:0x%lx} ", COLOR(reset), COLOR(UK_ANSI_MOD_COLORFG(1)),
                     sender.returnAddress, sender.frameAddress);
#endif
    if (const char *library = uk_libname(sender.library))
        out.addFormatted("%s%s[%s] ", COLOR(reset), COLOR(UK_ANSI_MOD_COLORFG(3)), library);
#ifdef CONFIG_LIBUKDEBUG_PRINT_SRCNAME
    if (sender.sourceName)
        out.addFormatted("%s%s<%s @ %4u> ", COLOR(reset), COLOR(UK_ANSI_MOD_COLORFG(6)),
                         sender.sourceName, sender.sourceLine);
#endif
}

/** One message on its way out: puts a header before each line, and colours around the text. */
class MessageWriter : public FormatSink
{
public:
    explicit MessageWriter(const Sender &sender)
        : FormatSink(write)
        , m_sender(sender)
    {
        if (lineState.isOpen && lineState.level != sender.level) {
            put("\n", 1);
            lineState.isOpen = false;
        }
        lineState.level = sender.level;
    }
    ~MessageWriter() { endText(); }
    MessageWriter(const MessageWriter &) = delete;
    MessageWriter &operator=(const MessageWriter &) = delete;

private:
    static void write(FormatSink &sink, const char *text, __sz length)
    {
        auto &self = static_cast<MessageWriter &>(sink);
        while (length) {
            __sz part = 0;
            while (part < length && text[part] != '\n')
                ++part;
            const bool endsLine = part < length;
            if (endsLine)
                ++part;
            self.beginText();
            put(text, part);
            if (endsLine) {
                lineState.isOpen = false;
                self.endText();
            }
            text += part;
            length -= part;
        }
    }

    void beginText()
    {
        if (!lineState.isOpen) {
            putHeader(m_sender);
            // The clock may have had something to say meanwhile.
            lineState = {m_sender.level, true};
        }
        if (hasColor && !m_isColored) {
            put(reset);
            put(styleOf(m_sender.level).textColor);
            m_isColored = true;
        }
    }

    void endText()
    {
        if (m_isColored)
            put(reset);
        m_isColored = false;
    }

    const Sender &m_sender;
    bool m_isColored = false;
};

void print(const Sender &sender, const char *pattern, va_list arguments)
{
    const PreemptGuard guard;
    MessageWriter writer(sender);
    format(writer, pattern, arguments);
}

} // namespace

} // namespace uk

/** The addresses that LIBUKDEBUG_PRINT_CALLER shows. Inlined: they are those of the entry point. */
#define SENDER(level, libid, srcname, srcline)                                                     \
    uk::Sender                                                                                     \
    {                                                                                              \
        (level), (libid), (srcname), (srcline), __return_addr(0), __frame_addr(0)                  \
    }

extern "C" {

void _uk_vprintk(int lvl, __u16 libid, const char *srcname, unsigned int srcline, const char *fmt,
                 va_list ap)
{
    uk::print(SENDER(lvl, libid, srcname, srcline), fmt, ap);
}

void _uk_printk(int lvl, __u16 libid, const char *srcname, unsigned int srcline, const char *fmt,
                ...)
{
    va_list ap;
    va_start(ap, fmt);
    uk::print(SENDER(lvl, libid, srcname, srcline), fmt, ap);
    va_end(ap);
}

void _uk_vprintd(__u16 libid, const char *srcname, unsigned int srcline, const char *fmt,
                 va_list ap)
{
    uk::print(SENDER(KLVL_DEBUG, libid, srcname, srcline), fmt, ap);
}

void _uk_printd(__u16 libid, const char *srcname, unsigned int srcline, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    uk::print(SENDER(KLVL_DEBUG, libid, srcname, srcline), fmt, ap);
    va_end(ap);
}
}
