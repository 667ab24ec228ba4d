// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#define UK_LIBPARAM_LIBPREFIX libpt

#include <errno.h>
#include <uk/libparam.h>
#include <uk/test.h>

namespace {

bool flag;
__s8 tiny;
__u16 port = 80;
int number;
__u64 wide;
__s64 deep;
const char *text = "default";
int list[3];
const char *words[2];

UK_LIBPARAM_PARAM(flag, bool, "a switch");
UK_LIBPARAM_PARAM(tiny, __s8, "from -128 to 127");
UK_LIBPARAM_PARAM_ALIAS(listen, &port, __u16, "a port");
UK_LIBPARAM_PARAM(number, int, NULL);
UK_LIBPARAM_PARAM(wide, __u64, NULL);
UK_LIBPARAM_PARAM(deep, __s64, NULL);
UK_LIBPARAM_PARAM(text, charp, "a text");
UK_LIBPARAM_PARAM_ARR(list, int, 3, "numbers");
UK_LIB_PARAM_ARR_STR(words);

/** Parses up to six arguments, which are copied: the parser cuts them. */
struct Line
{
    template <typename... Words>
    explicit Line(Words... arguments)
    {
        (add(arguments), ...);
    }
    void add(const char *argument)
    {
        strncpy(copies[count], argument, sizeof(copies[0]) - 1);
        pointers[count] = copies[count];
        ++count;
    }
    int parse(int flags = UK_LIBPARAM_F_STRICT)
    {
        return uk_libparam_parse(count, pointers, flags);
    }

    char copies[6][40]{};
    char *pointers[6]{};
    int count = 0;
};

UK_TESTCASE(uklibparam, sets_numbers)
{
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.number=42", "pt.tiny=-128", "pt.listen=0x1F90").parse(), 3);
    UK_TEST_EXPECT_SNUM_EQ(number, 42);
    UK_TEST_EXPECT_SNUM_EQ(tiny, -128);
    UK_TEST_EXPECT_SNUM_EQ(port, 8080);
}

UK_TESTCASE_DESC(uklibparam, full_prefix, "the library's whole name is one, too")
{
    UK_TEST_EXPECT_SNUM_EQ(Line("libpt.number=7").parse(), 1);
    UK_TEST_EXPECT_SNUM_EQ(number, 7);
}

UK_TESTCASE(uklibparam, octal_and_plus)
{
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.number=+017").parse(), 1);
    UK_TEST_EXPECT_SNUM_EQ(number, 15);
}

UK_TESTCASE(uklibparam, limits)
{
    UK_TEST_EXPECT_SNUM_EQ(
        Line("pt.wide=18446744073709551615", "pt.deep=-9223372036854775808").parse(), 2);
    UK_TEST_EXPECT(wide == ~0ULL);
    UK_TEST_EXPECT(deep == (-__S64_MAX) - 1);
}

UK_TESTCASE(uklibparam, out_of_range)
{
    tiny = 5;
    static const char *const wrongOnes[] = {"pt.tiny=128",
                                            "pt.tiny=-129",
                                            "pt.listen=65536",
                                            "pt.listen=-1",
                                            "pt.wide=18446744073709551616",
                                            "pt.deep=9223372036854775808"};
    for (const char *wrong : wrongOnes)
        UK_TEST_EXPECT_SNUM_EQ(Line(wrong).parse(), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(tiny, 5);
}

UK_TESTCASE(uklibparam, no_numbers)
{
    number = 3;
    static const char *const wrongOnes[] = {"pt.number=",  "pt.number=x",  "pt.number=1x",
                                            "pt.number=-", "pt.number=0x", "pt.number=08",
                                            "pt.number=1 "};
    for (const char *wrong : wrongOnes)
        UK_TEST_EXPECT_SNUM_EQ(Line(wrong).parse(), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(number, 3);
}

UK_TESTCASE(uklibparam, switches)
{
    static const char *const onOnes[] = {"pt.flag", "pt.flag=1", "pt.flag=on", "pt.flag=yes",
                                         "pt.flag=true"};
    for (const char *on : onOnes) {
        flag = false;
        Line(on).parse();
        UK_TEST_EXPECT(flag);
    }
    static const char *const offOnes[] = {"pt.flag=0", "pt.flag=off", "pt.flag=no",
                                          "pt.flag=false"};
    for (const char *off : offOnes) {
        flag = true;
        Line(off).parse();
        UK_TEST_EXPECT(!flag);
    }
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.flag=maybe").parse(), -EINVAL);
}

UK_TESTCASE_DESC(uklibparam, texts, "may hold everything, and point into the arguments")
{
    static Line line("pt.text=a=b c.d");
    UK_TEST_EXPECT_SNUM_EQ(line.parse(), 1);
    UK_TEST_EXPECT_ZERO(strcmp(text, "a=b c.d"));
    UK_TEST_EXPECT_PTR_EQ(text, line.copies[0] + strlen("pt.text="));
}

UK_TESTCASE(uklibparam, last_one_counts)
{
    Line("pt.number=1", "pt.number=2").parse();
    UK_TEST_EXPECT_SNUM_EQ(number, 2);
}

UK_TESTCASE(uklibparam, lists_in_brackets)
{
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.list=[", "1", "2", "3", "]").parse(), 5);
    UK_TEST_EXPECT(list[0] == 1 && list[1] == 2 && list[2] == 3);
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.list=[9", "8]", "pt.number=4").parse(), 3);
    UK_TEST_EXPECT(list[0] == 9 && list[1] == 8 && list[2] == 3 && number == 4);
}

UK_TESTCASE(uklibparam, lists_one_by_one)
{
    static Line line("pt.words=one", "pt.words=two");
    UK_TEST_EXPECT_SNUM_EQ(line.parse(), 2);
    UK_TEST_EXPECT_ZERO(strcmp(words[0], "one"));
    UK_TEST_EXPECT_ZERO(strcmp(words[1], "two"));
}

UK_TESTCASE(uklibparam, lists_too_long_or_open)
{
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.list=[1", "2", "3", "4]").parse(), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.list=[", "1", "2").parse(), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.list=[", "1", "--", "]").parse(), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.list=[]").parse(), 1);
}

UK_TESTCASE(uklibparam, stops_at_the_programs_own)
{
    number = 0;
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.tiny=1", "--", "pt.number=9").parse(), 1);
    UK_TEST_EXPECT_ZERO(number);
}

UK_TESTCASE(uklibparam, unknown_ones)
{
    static const char *const wrongOnes[] = {"pt.unknown=1", "other.number=1", "number=1",
                                            "pt.=1",        ".number=1",      "="};
    for (const char *wrong : wrongOnes)
        UK_TEST_EXPECT_SNUM_EQ(Line(wrong).parse(), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(Line("x", "pt.number=11").parse(0), 2);
    UK_TEST_EXPECT_SNUM_EQ(number, 11);
}

UK_TESTCASE(uklibparam, missing_value)
{
    UK_TEST_EXPECT_SNUM_EQ(Line("pt.number").parse(), -EINVAL);
}

UK_TESTCASE_DESC(uklibparam, scanning, "sets nothing and cuts nothing")
{
    number = 1;
    Line line("pt.number=5", "pt.list=[1", "2]", "--", "x");
    UK_TEST_EXPECT_SNUM_EQ(line.parse(UK_LIBPARAM_F_SCAN), 3);
    UK_TEST_EXPECT_SNUM_EQ(number, 1);
    UK_TEST_EXPECT_ZERO(strcmp(line.copies[2], "2]"));
}

UK_TESTCASE(uklibparam, help)
{
    UK_TEST_EXPECT_SNUM_EQ(Line("help", "--").parse(UK_LIBPARAM_F_USAGE), -EINTR);
    UK_TEST_EXPECT_SNUM_EQ(Line("help").parse(UK_LIBPARAM_F_STRICT), -EINVAL);
}

uk_testsuite_register(uklibparam, nullptr);

} // namespace
