<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: The Kiln authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionDetails</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::ConfigurePage</name>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::OptionPane</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n option</numerusform>
            <numerusform>%n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::MainWindow</name>
    <message numerus="yes">
        <source>Its options are incomplete: %n command(s) that make part of them were refused.</source>
        <translation>
            <numerusform>Its options are incomplete: %n command that makes part of them was refused.</numerusform>
            <numerusform>Its options are incomplete: %n commands that make part of them were refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The options were read with %n error(s).</source>
        <translation>
            <numerusform>The options were read with %n error.</numerusform>
            <numerusform>The options were read with %n errors.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RunPage</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Log · %n error(s)</source>
        <translation>
            <numerusform>Log · %n error</numerusform>
            <numerusform>Log · %n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RunPresenter</name>
    <message numerus="yes">
        <source>Building: %n step(s)</source>
        <translation>
            <numerusform>Building: %n step</numerusform>
            <numerusform>Building: %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n warning(s)</source>
        <translation>
            <numerusform>, %n warning</numerusform>
            <numerusform>, %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Build failed: %n error(s)</source>
        <translation>
            <numerusform>Build failed: %n error</numerusform>
            <numerusform>Build failed: %n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The guest has printed nothing for %n second(s). Its console may be switched off in Configure, or it hangs early; Stop (F5) ends it.</source>
        <translation>
            <numerusform>The guest has printed nothing for %n second. Its console may be switched off in Configure, or it hangs early; Stop (F5) ends it.</numerusform>
            <numerusform>The guest has printed nothing for %n seconds. Its console may be switched off in Configure, or it hangs early; Stop (F5) ends it.</numerusform>
        </translation>
    </message>
</context>
</TS>
