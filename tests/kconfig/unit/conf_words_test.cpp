// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What conf prints about broken trees, word for word, in each dialect: what the three programs
// (Unikraft's conf, Linux 6.1's and 6.12's) said on standard error.

#include "tree.h"

#include <array>

namespace kconfig::test {
namespace {

struct Case
{
    const char *name;
    std::array<const char *, 3> files; ///< Kconfig, before `rest`; a; b
    std::array<const char *, 3> words; ///< by dialect
};

const char *const rest = "config REST\n\tbool\n\tdefault y\n";

const Case cases[] = {
    {"missing",
     {"source \"missing\"\n"},
     {"", "Kconfig:1: can't open file \"missing\"\n", "Kconfig:1: can't open file \"missing\"\n"}},
    {"missing_in",
     {"config A\n\tbool\nsource \"a\"\n", "\n\nsource \"nope\"\n"},
     {"", "a:3: can't open file \"nope\"\n", "a:3: can't open file \"nope\"\n"}},
    {"recursive1",
     {"source \"a\"\n", "source \"a\"\n"},
     {"Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: a:1\n",
      "Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: a:1\n",
      "Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: a:1\n  "
      "included from: Kconfig:1\n"}},
    {"recursive2",
     {"\nsource \"a\"\n", "\n\nsource \"b\"\n", "source \"Kconfig\"\n"},
     {"Recursive inclusion detected.\nInclusion path:\n  current file : Kconfig\n  included from: "
      "b:1\n  included from: a:3\n  included from: Kconfig:2\n",
      "Recursive inclusion detected.\nInclusion path:\n  current file : Kconfig\n  included from: "
      "b:1\n  included from: a:3\n  included from: Kconfig:2\n",
      "Recursive inclusion detected.\nInclusion path:\n  current file : Kconfig\n  included from: "
      "b:1\n  included from: a:3\n  included from: Kconfig:2\n"}},
    {"recursive3",
     {"\nsource \"a\"\n", "\n\nsource \"b\"\n", "config X\n\tbool\nsource \"a\"\n"},
     {"Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: b:3\n  "
      "included from: a:3\n",
      "Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: b:3\n  "
      "included from: a:3\n",
      "Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: b:3\n  "
      "included from: a:3\n  included from: Kconfig:2\n"}},
    {"unknown",
     {"config A\n\tdefalt y\n\tbool\n"},
     {"Kconfig:3: syntax error\nKconfig:2: unknown statement \"defalt\"\nKconfig:3: invalid "
      "statement\n",
      "Kconfig:3: syntax error\nKconfig:2: unknown statement \"defalt\"\nKconfig:3: invalid "
      "statement\n",
      "Kconfig:2: syntax error\nKconfig:2: unknown statement \"defalt\"\nKconfig:3: invalid "
      "statement\n"}},
    {"unknown3",
     {"foo bar baz\n"},
     {"Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\n",
      "Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\n",
      "Kconfig:1: syntax error\nKconfig:1: unknown statement \"foo\"\n"}},
    {"config_noname",
     {"config\n\tbool\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n"}},
    {"config_two",
     {"config A B\n\tbool\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n"}},
    {"dep_no_on",
     {"config A\n\tbool\n\tdepends B\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"dep_trail",
     {"config A\n\tbool\n\tdepends on B &&\n\tdefault y\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid statement\n"}},
    {"dep_paren",
     {"config A\n\tbool\n\tdepends on (B\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"dep_two",
     {"config A\n\tbool\n\tdepends on B C\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"select_q",
     {"config A\n\tbool\n\tselect \"B\"\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"bool_if",
     {"config A\n\tbool \"x\" if\n"},
     {"Kconfig:3: syntax error\nKconfig:2: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:2: invalid statement\n"}},
    {"bool_word",
     {"config A\n\tbool foo\n"},
     {"", "Kconfig:3: syntax error\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:2: invalid statement\n"}},
    {"option_foo",
     {"config A\n\tbool\n\toption foo\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: unknown statement \"option\"\n",
      "Kconfig:3: syntax error\nKconfig:3: unknown statement \"option\"\n"}},
    {"option_modules",
     {"config A\n\tbool \"a\"\n\toption modules\n"},
     {"", "Kconfig:4: syntax error\nKconfig:3: unknown statement \"option\"\n",
      "Kconfig:3: syntax error\nKconfig:3: unknown statement \"option\"\n"}},
    {"modules",
     {"config A\n\tbool \"a\"\n\tmodules\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n", "", ""}},
    {"visible_config",
     {"config A\n\tbool\n\tvisible if B\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"menu_select",
     {"menu \"M\"\n\tselect A\nendmenu\n"},
     {"Kconfig:3: syntax error\nKconfig:2: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:2: invalid statement\n"}},
    {"default_alone",
     {"default y\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\n"}},
    {"menu_notitle",
     {"menu\nendmenu\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n"}},
    {"if_none",
     {"if\nendif\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n"}},
    {"endmenu",
     {"endmenu\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\n"}},
    {"ops",
     {"&& foo\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\n"}},
    {"on",
     {"on\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\n"}},
    {"source_word",
     {"source a\n", "config Q\n\tbool \"q\"\n"},
     {"", "Kconfig:2: syntax error\nKconfig:1: invalid statement\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\n"}},
    {"choice_default_q",
     {"choice\n\tprompt \"c\"\n\tdefault \"A\"\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:7: syntax error\nKconfig:6: "
      "invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:7: syntax error\nKconfig:6: "
      "invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:6: syntax error\nKconfig:6: "
      "invalid statement\n"}},
    {"choice_named",
     {"choice NAME\n\tprompt \"c\"\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"", "",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid "
      "statement\nKconfig:5: syntax error\nKconfig:5: invalid statement\n"}},
    {"choice_optional",
     {"choice\n\tprompt \"c\"\n\toptional\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"", "", "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"choice_bool",
     {"choice\n\tbool\n\tprompt \"c\"\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"", "",
      "Kconfig:2: syntax error\nKconfig:2: invalid statement\nKconfig:3: invalid "
      "statement\nKconfig:6: syntax error\nKconfig:6: invalid statement\n"}},
    {"choice_menu",
     {"choice\n\tprompt \"c\"\nmenu \"m\"\nendmenu\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"Kconfig:4: syntax error\nKconfig:1: missing end statement for this entry\nKconfig:3: "
      "invalid statement\nKconfig:4: invalid statement\nKconfig:8: syntax error\nKconfig:7: "
      "invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: unexpected 'menu' within "
      "choice block\nKconfig:8: syntax error\nKconfig:7: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:4: unexpected 'menu' within "
      "choice block\nKconfig:7: syntax error\nKconfig:7: invalid statement\n"}},
    {"choice_choice",
     {"choice\n\tprompt \"c\"\nchoice\n\tprompt \"d\"\nconfig A\n\tbool "
      "\"a\"\nendchoice\nendchoice\n"},
     {"Kconfig:4: syntax error\nKconfig:1: missing end statement for this entry\nKconfig:3: "
      "invalid statement\nKconfig:4: invalid statement\nKconfig:8: syntax error\nKconfig:7: "
      "invalid statement\nKconfig:8: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid "
      "statement\nKconfig:9: syntax error\nKconfig:8: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid "
      "statement\nKconfig:8: syntax error\nKconfig:8: invalid statement\n"}},
    {"choice_source",
     {"choice\n\tprompt \"c\"\nsource \"a\"\nendchoice\n", "config A\n\tbool \"a\"\n"},
     {"", "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"choice_menuconfig",
     {"choice\n\tprompt \"c\"\nmenuconfig A\n\tbool \"a\"\nendchoice\n"},
     {"", "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid statement\n"}},
    {"choice_assign",
     {"choice\n\tprompt \"c\"\nX = y\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"", "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"choice_range",
     {"choice\n\tprompt \"c\"\n\trange 1 2\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"Kconfig:4: syntax error\nKconfig:1: missing end statement for this entry\nKconfig:3: "
      "invalid statement\nKconfig:7: syntax error\nKconfig:6: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"mainmenu_late",
     {"config B\n\tbool\nmainmenu \"Late\"\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\n"}},
    {"mainmenu_word",
     {"mainmenu m\n"},
     {"", "Kconfig:2: syntax error\n", "Kconfig:1: syntax error\n"}},
    {"menu_open",
     {"menu \"M\"\n"},
     {"<none>:6: syntax error\nKconfig:1: missing end statement for this entry\n",
      "<none>:6: syntax error\nKconfig:1: missing end statement for this entry\n",
      "Kconfig:5: syntax error\nKconfig:1: missing end statement for this entry\n"}},
    {"crossed",
     {"if A\nmenu \"M\"\nendif\nendmenu\n"},
     {"Kconfig:3: unexpected 'if' within menu block\nKconfig:4: unexpected 'menu' within if "
      "block\n",
      "Kconfig:3: unexpected 'if' within menu block\nKconfig:4: unexpected 'menu' within if "
      "block\n",
      "Kconfig:3: unexpected 'if' within menu block\nKconfig:4: unexpected 'menu' within if "
      "block\n"}},
    {"crossed2",
     {"menu \"M\"\nif A\nendmenu\nendif\n"},
     {"Kconfig:3: unexpected 'menu' within if block\nKconfig:4: unexpected 'if' within menu "
      "block\n",
      "Kconfig:3: unexpected 'menu' within if block\nKconfig:4: unexpected 'if' within menu "
      "block\n",
      "Kconfig:3: unexpected 'menu' within if block\nKconfig:4: unexpected 'if' within menu "
      "block\n"}},
    {"inner_end",
     {"menu \"Outer\"\nsource \"a\"\nendmenu\n", "endmenu\n"},
     {"a:1: 'menu' in different file than 'menu'\nKconfig:1: location of the 'menu'\nKconfig:4: "
      "syntax error\nKconfig:3: invalid statement\n",
      "a:1: 'menu' in different file than 'menu'\nKconfig:1: location of the 'menu'\nKconfig:4: "
      "syntax error\nKconfig:3: invalid statement\n",
      "a:1: 'menu' in different file than 'menu'\nKconfig:1: location of the 'menu'\nKconfig:3: "
      "syntax error\nKconfig:3: invalid statement\n"}},
    {"inner_open",
     {"source \"a\"\n", "menu \"Inner\"\n"},
     {"<none>:6: syntax error\na:1: missing end statement for this entry\n",
      "<none>:6: syntax error\na:1: missing end statement for this entry\n",
      "Kconfig:5: syntax error\na:1: missing end statement for this entry\n"}},
    {"inner_open2",
     {"source \"a\"\nendmenu\n", "menu \"Inner\"\n"},
     {"Kconfig:2: 'menu' in different file than 'menu'\na:1: location of the 'menu'\n",
      "Kconfig:2: 'menu' in different file than 'menu'\na:1: location of the 'menu'\n",
      "Kconfig:2: 'menu' in different file than 'menu'\na:1: location of the 'menu'\n"}},
    {"noquote",
     {"config A\n\tbool \"open\n"},
     {"Kconfig:2:warning: multi-line strings not supported\n",
      "Kconfig:2:warning: multi-line strings not supported\n",
      "Kconfig:2:warning: multi-line strings not supported\n"}},
    {"weird",
     {"config A\n\tbool @ %\n"},
     {"Kconfig:2:warning: ignoring unsupported character '@'\nKconfig:2:warning: ignoring "
      "unsupported character '%'\n",
      "Kconfig:2:warning: ignoring unsupported character '@'\nKconfig:2:warning: ignoring "
      "unsupported character '%'\n",
      "Kconfig:2:warning: ignoring unsupported character '@'\nKconfig:2:warning: ignoring "
      "unsupported character '%'\n"}},
    {"pipe",
     {"config A\n\tbool\n\tdepends on A | B\n"},
     {"Kconfig:3:warning: ignoring unsupported character '|'\nKconfig:4: syntax error\nKconfig:3: "
      "invalid statement\n",
      "Kconfig:3:warning: ignoring unsupported character '|'\nKconfig:4: syntax error\nKconfig:3: "
      "invalid statement\n",
      "Kconfig:3:warning: ignoring unsupported character '|'\nKconfig:3: syntax error\nKconfig:3: "
      "invalid statement\n"}},
    {"cr",
     {"config A\r\n\tbool\r\n"},
     {"Kconfig:1:warning: ignoring unsupported character '\r'\nKconfig:2:warning: ignoring "
      "unsupported character '\r'\n",
      "Kconfig:1:warning: ignoring unsupported character '\r'\nKconfig:2:warning: ignoring "
      "unsupported character '\r'\n",
      "Kconfig:1:warning: ignoring unsupported character '\r'\nKconfig:2:warning: ignoring "
      "unsupported character '\r'\n"}},
    {"blankhelp2",
     {"choice\n\tprompt \"c\"\n\thelp\n\nconfig A\n\tbool \"a\"\nendchoice\n"},
     {"Kconfig:5: warning: '<choice>' defined with blank help text\n",
      "Kconfig:5: warning: '<choice>' defined with blank help text\n",
      "Kconfig:5: warning: '<choice>' defined with blank help text\n"}},
    {"twohelp",
     {"config A\n\tbool\n\thelp\n\t  one\n\thelp\n\t  two\n"},
     {"Kconfig:7: warning: 'A' defined with more than one help text -- only the last one will be "
      "used\n",
      "Kconfig:7: warning: 'A' defined with more than one help text -- only the last one will be "
      "used\n",
      "Kconfig:7: warning: 'A' defined with more than one help text -- only the last one will be "
      "used\n"}},
    {"dashhelp",
     {"config A\n\tbool\n\t---help---\n\t  one\n"},
     {"",
      "Kconfig:4: syntax error\nKconfig:3: unknown statement \"---help---\"\nKconfig:4: unknown "
      "statement \"one\"\n",
      "Kconfig:3: syntax error\nKconfig:3: unknown statement \"---help---\"\nKconfig:4: unknown "
      "statement \"one\"\n"}},
    {"menuconfig_noprompt",
     {"menuconfig A\n\tbool\n"},
     {"Kconfig:3: warning: menuconfig statement without prompt\n",
      "Kconfig:3: warning: menuconfig statement without prompt\n",
      "Kconfig:3: warning: menuconfig statement without prompt\n"}},
    {"rsource",
     {"rsource \"a\"\n", "config Q\n\tbool \"q\"\n"},
     {"Kconfig:2: syntax error\nKconfig:1: unknown statement \"rsource\"\n",
      "Kconfig:2: syntax error\nKconfig:1: unknown statement \"rsource\"\n",
      "Kconfig:1: syntax error\nKconfig:1: unknown statement \"rsource\"\n"}},
    {"infos",
     {"$(info,hello)\n$(warning-if,y,careful)\n$(warning-if,n,not)\n"},
     {"Kconfig:2: careful\n", "Kconfig:2: careful\n", "Kconfig:2: careful\n"}},
    {"errorif",
     {"$(info,hello)\n$(error-if,y,stop here)\nfoo\n"},
     {"Kconfig:2: stop here\n", "Kconfig:2: stop here\n", "Kconfig:2: stop here\n"}},
    {"toofew",
     {"A := $(shell)\n"},
     {"Kconfig:2: too few function arguments passed to 'shell'\n",
      "Kconfig:2: too few function arguments passed to 'shell'\n",
      "Kconfig:2: too few function arguments passed to 'shell'\n"}},
    {"toomany",
     {"A := $(info,a,b)\n"},
     {"Kconfig:2: too many function arguments passed to 'info'\n",
      "Kconfig:2: too many function arguments passed to 'info'\n",
      "Kconfig:2: too many function arguments passed to 'info'\n"}},
    {"unterminated",
     {"config A\n\tstring\n\tdefault \"$(B\"\n"},
     {"Kconfig:3: unterminated reference to 'B\"': missing ')'\n",
      "Kconfig:3: unterminated reference to 'B\"': missing ')'\n",
      "Kconfig:3: unterminated reference to 'B\"': missing ')'\n"}},
    {"circle",
     {"A = $(B)\nB = $(A)\nconfig X\n\tstring\n\tdefault \"$(A)\"\n"},
     {"Kconfig:5: Recursive variable 'A' references itself (eventually)\n",
      "Kconfig:5: Recursive variable 'A' references itself (eventually)\n",
      "Kconfig:5: Recursive variable 'A' references itself (eventually)\n"}},
    {"circle2",
     {"A = $(A)\n$(A)\n"},
     {"Kconfig:2: Recursive variable 'A' references itself (eventually)\n",
      "Kconfig:2: Recursive variable 'A' references itself (eventually)\n",
      "Kconfig:2: Recursive variable 'A' references itself (eventually)\n"}},
    {"deep",
     {"f = $(f,$(1)x)\nconfig X\n\tstring\n\tdefault \"$(f,x)\"\n"},
     {"Kconfig:4: Too deep recursive expansion\n", "Kconfig:4: Too deep recursive expansion\n",
      "Kconfig:4: Too deep recursive expansion\n"}},
    {"manyargs",
     {"f = $(1)\nconfig X\n\tstring\n\tdefault "
      "\"$(f,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17)\"\n"},
     {"Kconfig:4: too many function arguments\n", "Kconfig:4: too many function arguments\n",
      "Kconfig:4: too many function arguments\n"}},
    {"two_errors",
     {"foo\nconfig A\n\tbool\n\tbar\n"},
     {"Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:5: syntax "
      "error\nKconfig:4: unknown statement \"bar\"\n",
      "Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:5: syntax "
      "error\nKconfig:4: unknown statement \"bar\"\n",
      "Kconfig:1: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:4: syntax "
      "error\nKconfig:4: unknown statement \"bar\"\n"}},
    {"stray_help",
     {"help\n  text\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: unknown statement "
      "\"text\"\n",
      "Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: unknown statement "
      "\"text\"\n",
      "Kconfig:1: syntax error\nKconfig:1: invalid statement\nKconfig:2: unknown statement "
      "\"text\"\n"}},
    {"help_trail",
     {"config A\n\tbool\n\thelp foo\n\t  text\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: unknown statement "
      "\"text\"\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: unknown statement "
      "\"text\"\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:4: unknown statement "
      "\"text\"\n"}},
    {"end_trail",
     {"menu \"m\"\nendmenu foo\n"},
     {"Kconfig:3: syntax error\nKconfig:2: invalid statement\n<none>:7: syntax error\nKconfig:1: "
      "missing end statement for this entry\n",
      "Kconfig:3: syntax error\nKconfig:2: invalid statement\n<none>:7: syntax error\nKconfig:1: "
      "missing end statement for this entry\n",
      "Kconfig:2: syntax error\nKconfig:2: invalid statement\nKconfig:6: syntax error\nKconfig:1: "
      "missing end statement for this entry\n"}},
    {"err_in_choice",
     {"choice\n\tprompt \"c\"\nfoo bar\nconfig A\n\tbool \"a\"\nfoo\nendchoice\n"},
     {"Kconfig:4: syntax error\nKconfig:1: missing end statement for this entry\nKconfig:3: "
      "invalid statement\nKconfig:7: syntax error\nKconfig:6: unknown statement "
      "\"foo\"\nKconfig:7: invalid statement\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:7: syntax error\nKconfig:6: "
      "invalid statement\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:6: syntax error\nKconfig:6: "
      "invalid statement\n"}},
    {"err_in_choice3",
     {"menu \"m\"\nchoice\n\tprompt \"c\"\nif A\nfoo\nendif\nconfig A\n\tbool \"a\" foo\nconfig "
      "B\n\tbool \"b\"\nendchoice\nendmenu\n"},
     {"Kconfig:6: syntax error\nKconfig:5: unknown statement \"foo\"\nKconfig:9: syntax "
      "error\nKconfig:2: missing end statement for this entry\nKconfig:8: invalid "
      "statement\nKconfig:11: unexpected 'choice' within menu block\nKconfig:13: syntax "
      "error\nKconfig:12: invalid statement\n",
      "Kconfig:6: syntax error\nKconfig:5: invalid statement\nKconfig:9: syntax error\nKconfig:8: "
      "invalid statement\n",
      "Kconfig:5: syntax error\nKconfig:5: invalid statement\nKconfig:8: syntax error\nKconfig:8: "
      "invalid statement\n"}},
    {"sub_err",
     {"menu \"m\"\nsource \"a\"\nendmenu\n",
      "config A\n\tbool\n\tdepends B\n\tdefault y\nconfig C\n\tbool \"x\"\n\tselect\n"},
     {"a:4: syntax error\na:3: invalid statement\na:4: invalid statement\na:8: syntax error\na:7: "
      "invalid statement\n",
      "a:4: syntax error\na:3: invalid statement\na:4: invalid statement\na:8: syntax error\na:7: "
      "invalid statement\n",
      "a:3: syntax error\na:3: invalid statement\na:4: invalid statement\na:7: syntax error\na:7: "
      "invalid statement\n"}},
    {"sub_err2",
     {"menu \"m\"\nsource \"a\"\nendmenu\n", "if A\nendmenu\n"},
     {"a:2: unexpected 'menu' within if block\nKconfig:3: 'menu' in different file than "
      "'menu'\na:1: location of the 'menu'\n",
      "a:2: unexpected 'menu' within if block\nKconfig:3: 'menu' in different file than "
      "'menu'\na:1: location of the 'menu'\n",
      "a:2: unexpected 'menu' within if block\nKconfig:3: 'menu' in different file than "
      "'menu'\na:1: location of the 'menu'\n"}},
    {"err_then_missing",
     {"foo\nsource \"nope\"\n"},
     {"Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\n",
      "Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:2: can't open file "
      "\"nope\"\n",
      "Kconfig:1: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:2: can't open file "
      "\"nope\"\n"}},
    {"err_then_errorif",
     {"foo\n$(error-if,y,dead)\nbar\n"},
     {"Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:2: dead\n",
      "Kconfig:2: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:2: dead\n",
      "Kconfig:1: syntax error\nKconfig:1: unknown statement \"foo\"\nKconfig:2: dead\n"}},
    {"help_after_err",
     {"config A\n\tbool\n\tdependss on B\n\thelp\n\t  This text, with words (and more). It's "
      "long.\n\n\t  config X $(foo) \"quoted\n\t  help\n\t  if y\n\n"},
     {"Kconfig:4: syntax error\nKconfig:3: unknown statement \"dependss\"\nKconfig:4: invalid "
      "statement\nKconfig:5:warning: ignoring unsupported character ','\nKconfig:5:warning: "
      "ignoring unsupported character '.'\nKconfig:5:warning: multi-line strings not "
      "supported\nKconfig:5: unknown statement \"This\"\nKconfig:7:warning: multi-line strings not "
      "supported\nKconfig:8: syntax error\nKconfig:7: invalid statement\nKconfig:8: invalid "
      "statement\n<none>:15: syntax error\nKconfig:9: missing end statement for this entry\n",
      "Kconfig:4: syntax error\nKconfig:3: unknown statement \"dependss\"\nKconfig:4: invalid "
      "statement\nKconfig:5:warning: ignoring unsupported character ','\nKconfig:5:warning: "
      "ignoring unsupported character '.'\nKconfig:5:warning: multi-line strings not "
      "supported\nKconfig:5: unknown statement \"This\"\nKconfig:7:warning: multi-line strings not "
      "supported\nKconfig:8: syntax error\nKconfig:7: invalid statement\nKconfig:8: invalid "
      "statement\n<none>:15: syntax error\nKconfig:9: missing end statement for this entry\n",
      "Kconfig:3: syntax error\nKconfig:3: unknown statement \"dependss\"\nKconfig:4: invalid "
      "statement\nKconfig:5:warning: ignoring unsupported character ','\nKconfig:5:warning: "
      "ignoring unsupported character '.'\nKconfig:5:warning: multi-line strings not "
      "supported\nKconfig:5: unknown statement \"This\"\nKconfig:7:warning: multi-line strings not "
      "supported\nKconfig:7: syntax error\nKconfig:7: invalid statement\nKconfig:8: invalid "
      "statement\nKconfig:14: syntax error\nKconfig:9: missing end statement for this entry\n"}},
    {"help_after_err3",
     {"menu \"m\"\nconfig A\n\tbool \"a\" if if\n\thelp\n\t  This text, with words (and more). "
      "It's long.\n\n\t  config X $(foo) \"quoted\n\t  help\n\t  if y\n\nendmenu\n"},
     {"Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid "
      "statement\nKconfig:5:warning: ignoring unsupported character ','\nKconfig:5:warning: "
      "ignoring unsupported character '.'\nKconfig:5:warning: multi-line strings not "
      "supported\nKconfig:5: unknown statement \"This\"\nKconfig:7:warning: multi-line strings not "
      "supported\nKconfig:8: syntax error\nKconfig:7: invalid statement\nKconfig:8: invalid "
      "statement\nKconfig:11: unexpected 'menu' within if block\n<none>:16: syntax "
      "error\nKconfig:1: missing end statement for this entry\n",
      "Kconfig:4: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid "
      "statement\nKconfig:5:warning: ignoring unsupported character ','\nKconfig:5:warning: "
      "ignoring unsupported character '.'\nKconfig:5:warning: multi-line strings not "
      "supported\nKconfig:5: unknown statement \"This\"\nKconfig:7:warning: multi-line strings not "
      "supported\nKconfig:8: syntax error\nKconfig:7: invalid statement\nKconfig:8: invalid "
      "statement\nKconfig:11: unexpected 'menu' within if block\n<none>:16: syntax "
      "error\nKconfig:1: missing end statement for this entry\n",
      "Kconfig:3: syntax error\nKconfig:3: invalid statement\nKconfig:4: invalid "
      "statement\nKconfig:5:warning: ignoring unsupported character ','\nKconfig:5:warning: "
      "ignoring unsupported character '.'\nKconfig:5:warning: multi-line strings not "
      "supported\nKconfig:5: unknown statement \"This\"\nKconfig:7:warning: multi-line strings not "
      "supported\nKconfig:7: syntax error\nKconfig:7: invalid statement\nKconfig:8: invalid "
      "statement\nKconfig:11: unexpected 'menu' within if block\nKconfig:15: syntax "
      "error\nKconfig:1: missing end statement for this entry\n"}},
    {"cont2",
     {"config A\n\tbool\n\tfoo \\\n\t C D\n\tdefault y\n"},
     {"Kconfig:4: syntax error\nKconfig:3: unknown statement \"foo\"\nKconfig:5: invalid "
      "statement\n",
      "Kconfig:4: syntax error\nKconfig:3: unknown statement \"foo\"\nKconfig:5: invalid "
      "statement\n",
      "Kconfig:3: syntax error\nKconfig:3: unknown statement \"foo\"\nKconfig:5: invalid "
      "statement\n"}},
    {"mc_in_sub",
     {"source \"a\"\n\n", "menuconfig Q\n\tbool\n"},
     {"Kconfig:3: warning: menuconfig statement without prompt\n",
      "Kconfig:3: warning: menuconfig statement without prompt\n",
      "Kconfig:3: warning: menuconfig statement without prompt\n"}},
    {"kw_sym2",
     {"config option\n\tbool \"o\"\n"},
     {"Kconfig:2: syntax error\nKconfig:1: invalid statement\nKconfig:2: invalid statement\n", "",
      ""}},
};

/// What a drop-in prints: until conf stops, and of later stages nothing after an error of syntax.
std::string confWords(const LoadResult &result)
{
    const auto stops = [&](ConfStops when) {
        return std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                            [&](const Diagnostic &each) { return each.confStops == when; });
    };
    const bool afterParsing = stops(ConfStops::afterParsing) != result.diagnostics.end();
    const auto last = stops(ConfStops::atOnce);
    std::string words;
    for (auto each = result.diagnostics.begin(); each != result.diagnostics.end(); ++each) {
        if (!afterParsing || each->isFromParsing)
            words += each->confText.value_or("[" + each->message + "]");
        if (each == last)
            break;
    }
    return words;
}

class ConfWords : public testing::TestWithParam<Dialect>
{};

TEST_P(ConfWords, areThoseOfConf)
{
    for (const Case &each : cases) {
        SCOPED_TRACE(each.name);
        Tree tree;
        tree.options.dialect = GetParam();
        if (each.files[1] != nullptr)
            tree.folder.write("a", each.files[1]);
        if (each.files[2] != nullptr)
            tree.folder.write("b", each.files[2]);
        tree.load(std::string(each.files[0]) + rest);
        EXPECT_EQ(confWords(tree.result), each.words[static_cast<std::size_t>(GetParam())]);
    }
}

INSTANTIATE_TEST_SUITE_P(Dialects, ConfWords,
                         testing::Values(Dialect::unikraft, Dialect::linux_6_1,
                                         Dialect::linux_6_12));

TEST(ConfWordsOfEnds, a612RootFileNeedsItsLastNewline)
{
    Tree tree;
    tree.options.dialect = Dialect::linux_6_12;
    tree.load(std::string(rest) + "config A\n\tbool");
    EXPECT_EQ(confWords(tree.result),
              "Kconfig:5:warning: no new line at end of file\nKconfig:5: syntax error\n");
    tree.options.dialect = Dialect::linux_6_1;
    tree.load(std::string(rest) + "config A\n\tbool");
    EXPECT_EQ(confWords(tree.result), "Kconfig:5:warning: no new line at end of file\n");
}

TEST(ConfWordsOfEnds, aMissingRootFile)
{
    Tree tree;
    tree.options.rootFile = "none";
    tree.result = load(tree.options);
    EXPECT_EQ(confWords(tree.result), "can't find file none\n");
    EXPECT_EQ(tree.result.diagnostics.at(0).confStops, ConfStops::atOnce);
}

} // namespace
} // namespace kconfig::test
