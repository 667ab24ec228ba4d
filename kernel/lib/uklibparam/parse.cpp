// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "parameters.hpp"

#include <errno.h>
#include <string.h>
#include <uk/libparam.h>
#include <uk/print.h>

extern "C" {
extern const uk_libparam_param uk_libparam_params_start[];
extern const uk_libparam_param uk_libparam_params_end[];
}

namespace uk::libparam {

const uk_libparam_param *Parameters::begin() const
{
    return uk_libparam_params_start;
}

const uk_libparam_param *Parameters::end() const
{
    return uk_libparam_params_end;
}

const char *shownPrefix(const uk_libparam_param &parameter)
{
    const char *prefix = parameter.prefix;
    return strncmp(prefix, "lib", 3) == 0 ? prefix + 3 : prefix;
}

namespace {

/** One walk over the arguments. */
class Parse
{
public:
    Parse(char **arguments, int count, int flags)
        : m_arguments(arguments)
        , m_count(count)
        , m_flags(flags)
    {}

    int run()
    {
        for (const uk_libparam_param &each : Parameters())
            each.pdata->__widx = 0;
        for (m_at = 0; m_at < m_count; ++m_at) {
            char *argument = m_arguments[m_at];
            if (strcmp(argument, "--") == 0)
                break;
            if (strcmp(argument, "help") == 0 && (m_flags & UK_LIBPARAM_F_USAGE)) {
                showUsage();
                return -EINTR;
            }
            if (!take(argument) && (m_flags & UK_LIBPARAM_F_STRICT))
                return -EINVAL;
        }
        return m_at;
    }

private:
    bool isScan() const { return m_flags & UK_LIBPARAM_F_SCAN; }

    template <typename... Words>
    bool complain(const char *format, Words... words) const
    {
        if (!isScan())
            uk_pr_err(format, words...);
        return false;
    }

    /** The parameter with the name [text, end). */
    static const uk_libparam_param *find(const char *text, const char *end)
    {
        const auto *dot =
            static_cast<const char *>(memchr(text, '.', static_cast<__sz>(end - text)));
        if (!dot)
            return nullptr;
        for (const uk_libparam_param &each : Parameters()) {
            const bool sameName = isText(each.name, dot + 1, end);
            if (sameName &&
                (isText(shownPrefix(each), text, dot) || isText(each.prefix, text, dot)))
                return &each;
        }
        return nullptr;
    }

    static bool isText(const char *wanted, const char *begin, const char *end)
    {
        const auto length = static_cast<__sz>(end - begin);
        return strlen(wanted) == length && memcmp(wanted, begin, length) == 0;
    }

    bool take(char *argument)
    {
        char *equals = strchr(argument, '=');
        const uk_libparam_param *parameter =
            find(argument, equals ? equals : argument + strlen(argument));
        if (!parameter)
            return complain("Command line: no library has a parameter '%s'; \"help --\" lists "
                            "those that there are\n",
                            argument);
        if (!equals) {
            // A switch is switched on by its name.
            if (parameter->type == _UK_LIBPARAM_PARAM_TYPE_bool) {
                static char yes[] = "1";
                return set(*parameter, yes);
            }
            return complain("Command line: '%s' needs a value: %s=VALUE\n", argument, argument);
        }
        char *value = equals + 1;
        if (parameter->count > 1 && value[0] == '[')
            return takeList(*parameter, value + 1);
        return set(*parameter, value);
    }

    /** What stands between [ and ], from `word` on; over as many arguments as it takes. */
    bool takeList(const uk_libparam_param &parameter, char *word)
    {
        bool fine = true;
        for (;;) {
            const __sz length = strlen(word);
            const bool isLast = length > 0 && word[length - 1] == ']';
            if (isLast && !isScan())
                word[length - 1] = '\0';
            if (length > (isLast ? 1U : 0U))
                fine = set(parameter, word) && fine;
            if (isLast)
                return fine;
            if (m_at + 1 == m_count || strcmp(m_arguments[m_at + 1], "--") == 0)
                return complain("Command line: the list of %s.%s has no ]\n",
                                shownPrefix(parameter), parameter.name);
            word = m_arguments[++m_at];
        }
    }

    bool set(const uk_libparam_param &parameter, char *text)
    {
        if (isScan())
            return true;
        __sz &index = parameter.pdata->__widx;
        if (index == parameter.count) {
            if (parameter.count > 1)
                return complain("Command line: %s.%s has room for %zu values; '%s' is too many\n",
                                shownPrefix(parameter), parameter.name, parameter.count, text);
            index = 0; // the last one counts
        }
        if (!setElement(parameter, index, text))
            return complain("Command line: '%s' is no value for %s.%s, which is of type %s\n", text,
                            shownPrefix(parameter), parameter.name, nameOf(parameter.type));
        ++index;
        return true;
    }

    char **m_arguments;
    int m_count;
    int m_flags;
    int m_at = 0;
};

} // namespace

} // namespace uk::libparam

extern "C" int uk_libparam_parse(int argc, char **argv, int flags)
{
    return uk::libparam::Parse(argv, argc, flags).run();
}
