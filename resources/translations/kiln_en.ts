<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
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
    <name>FixWords</name>
    <message numerus="yes">
        <source>%n way(s), those with the fewest changes first.</source>
        <translation>
            <numerusform>%n way, those with the fewest changes first.</numerusform>
            <numerusform>%n ways, those with the fewest changes first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) found in %1; there may be better ones.</source>
        <translation>
            <numerusform>%n way found in %1; there may be better ones.</numerusform>
            <numerusform>%n ways found in %1; there may be better ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for more… %1, %n way(s) found</source>
        <translation>
            <numerusform>Looking for more… %1, %n way found</numerusform>
            <numerusform>Looking for more… %1, %n ways found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n way(s); there may be better ones.</source>
        <translation>
            <numerusform>Stopped after %n way; there may be better ones.</numerusform>
            <numerusform>Stopped after %n ways; there may be better ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryGraph</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
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
    <name>PortPlan</name>
    <message numerus="yes">
        <source>%n object(s) differ from another only in what is left out; one of each is built.</source>
        <translation>
            <numerusform>%n object differs from another only in what is left out; one of each is built.</numerusform>
            <numerusform>%n objects differ from others only in what is left out; one of each is built.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestResults</name>
    <message numerus="yes">
        <source>. %n case(s) ran after the totals</source>
        <translation>
            <numerusform>. %n case ran after the totals</numerusform>
            <numerusform>. %n cases ran after the totals</numerusform>
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
    <name>kiln::BuildChart</name>
    <message numerus="yes">
        <source>%n build(s); the list below has the figures</source>
        <translation>
            <numerusform>%n build; the list below has the figures</numerusform>
            <numerusform>%n builds; the list below has the figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::BuildHistoryModel</name>
    <message numerus="yes">
        <source>failed, %n error(s)</source>
        <translation>
            <numerusform>failed, %n error</numerusform>
            <numerusform>failed, %n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::BuildTimesView</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::ChangesModel</name>
    <message numerus="yes">
        <source>%n set by you</source>
        <translation>
            <numerusform>%n set by you</numerusform>
            <numerusform>%n set by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n following from these</source>
        <translation>
            <numerusform>%n following from these</numerusform>
            <numerusform>%n following from these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::CompareView</name>
    <message numerus="yes">
        <source>%n option(s) taken</source>
        <translation>
            <numerusform>%n option taken</numerusform>
            <numerusform>%n options taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t have that value now: other options hold them</source>
        <translation>
            <numerusform>%n can&apos;t have that value now: other options hold it</numerusform>
            <numerusform>%n can&apos;t have that value now: other options hold them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) differ</source>
        <translation>
            <numerusform>%n option differs</numerusform>
            <numerusform>%n options differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::Comparison</name>
    <message numerus="yes">
        <source>%n option(s) as in %1</source>
        <translation>
            <numerusform>%n option as in %1</numerusform>
            <numerusform>%n options as in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::ConfigFiles</name>
    <message numerus="yes">
        <source>%n remark(s), the first: </source>
        <translation>
            <numerusform>%n remark, the first: </numerusform>
            <numerusform>%n remarks, the first: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) of %1 merged, all took effect</source>
        <translation>
            <numerusform>%n option of %1 merged, all took effect</numerusform>
            <numerusform>%n options of %1 merged, all took effect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed %n option(s) in .config. They were merged with your unsaved changes.</source>
        <translation>
            <numerusform>Another program changed %n option in .config. It was merged with your unsaved changes.</numerusform>
            <numerusform>Another program changed %n options in .config. They were merged with your unsaved changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed .config, and %n option(s) in it that have unsaved changes here.</source>
        <translation>
            <numerusform>Another program changed .config, and %n option in it that has unsaved changes here.</numerusform>
            <numerusform>Another program changed .config, and %n options in it that have unsaved changes here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An earlier session ended with unsaved changes of %n option(s), last at %1.</source>
        <translation>
            <numerusform>An earlier session ended with unsaved changes of %n option, last at %1.</numerusform>
            <numerusform>An earlier session ended with unsaved changes of %n options, last at %1.</numerusform>
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
    <name>kiln::ConfigurePane</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::ConflictDialog</name>
    <message numerus="yes">
        <source>Another program changed %1. %n option(s) have been changed there and here, to different values. Which shall it be? All other changes of both are kept.</source>
        <translation>
            <numerusform>Another program changed %1. %n option has been changed there and here, to different values. Which shall it be? All other changes of both are kept.</numerusform>
            <numerusform>Another program changed %1. %n options have been changed there and here, to different values. Which shall it be? All other changes of both are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::FixModel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consequence(s)</source>
        <translation>
            <numerusform>%n consequence</numerusform>
            <numerusform>%n consequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::FixPanel</name>
    <message numerus="yes">
        <source>Make %n Change(s)</source>
        <translation>
            <numerusform>Make %n Change</numerusform>
            <numerusform>Make %n Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::FixSearch</name>
    <message numerus="yes">
        <source>%1 by %n change(s)</source>
        <translation>
            <numerusform>%1 by %n change</numerusform>
            <numerusform>%1 by %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::FragmentDialog</name>
    <message numerus="yes">
        <source>%n option(s) of %1 were merged.</source>
        <translation>
            <numerusform>%n option of %1 was merged.</numerusform>
            <numerusform>%n options of %1 were merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not take effect.</source>
        <translation>
            <numerusform>%n did not take effect.</numerusform>
            <numerusform>%n did not take effect.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::GitStateView</name>
    <message numerus="yes">
        <source>%n commit(s) that the repository did not have when it was last asked</source>
        <translation>
            <numerusform>%n commit that the repository did not have when it was last asked</numerusform>
            <numerusform>%n commits that the repository did not have when it was last asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) were fetched and are not here yet</source>
        <translation>
            <numerusform>%n commit was fetched and is not here yet</numerusform>
            <numerusform>%n commits were fetched and are not here yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed:</source>
        <translation>
            <numerusform>%n file changed:</numerusform>
            <numerusform>%n files changed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new commit(s):</source>
        <translation>
            <numerusform>%n new commit:</numerusform>
            <numerusform>%n new commits:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::GuestView</name>
    <message numerus="yes">
        <source>Log · %n error(s)</source>
        <translation>
            <numerusform>Log · %n error</numerusform>
            <numerusform>Log · %n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::InsightViews</name>
    <message numerus="yes">
        <source>Tests · %n failed</source>
        <translation>
            <numerusform>Tests · %n failed</numerusform>
            <numerusform>Tests · %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tests · %n passed</source>
        <translation>
            <numerusform>Tests · %n passed</numerusform>
            <numerusform>Tests · %n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crash · %n</source>
        <translation>
            <numerusform>Crash · %n</numerusform>
            <numerusform>Crashes · %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::LintView</name>
    <message numerus="yes">
        <source>%n finding(s) in the Kconfig files.</source>
        <translation>
            <numerusform>%n finding in the Kconfig files.</numerusform>
            <numerusform>%n findings in the Kconfig files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::LoadingView</name>
    <message numerus="yes">
        <source>Reading the options: %n command(s) of the tree answered…</source>
        <translation>
            <numerusform>Reading the options: %n command of the tree answered…</numerusform>
            <numerusform>Reading the options: %n commands of the tree answered…</numerusform>
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
    <message numerus="yes">
        <source>%n option(s) have the values of the Kraftfile now.</source>
        <translation>
            <numerusform>%n option has the value of the Kraftfile now.</numerusform>
            <numerusform>%n options have the values of the Kraftfile now.</numerusform>
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
    <name>kiln::PortDialog</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RenameDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RepositoryForm</name>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RunPage</name>
    <message numerus="yes">
        <source>%1: %n error(s)</source>
        <translation>
            <numerusform>%1: %n error</numerusform>
            <numerusform>%1: %n errors</numerusform>
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
    <message numerus="yes">
        <source>%n guest(s) are running</source>
        <translation>
            <numerusform>%n guest is running</numerusform>
            <numerusform>%n guests are running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::StatusStrip</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::SymbolReferencesView</name>
    <message numerus="yes">
        <source>%1: %n place(s)</source>
        <translation>
            <numerusform>%1: %n place</numerusform>
            <numerusform>%1: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::TestResultsModel</name>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::TestResultsView</name>
    <message numerus="yes">
        <source>%n suite(s)</source>
        <translation>
            <numerusform>%n suite</numerusform>
            <numerusform>%n suites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n test(s) in %2 failed</source>
        <translation>
            <numerusform>%1 of %n test in %2 failed</numerusform>
            <numerusform>%1 of %n tests in %2 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) in %1 passed</source>
        <translation>
            <numerusform>%n test in %1 passed</numerusform>
            <numerusform>%n tests in %1 passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n expectation(s))</source>
        <translation>
            <numerusform>%1 (%n expectation)</numerusform>
            <numerusform>%1 (%n expectations)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::ToolchainView</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not there</source>
        <translation>
            <numerusform>%n not there</numerusform>
            <numerusform>%n not there</numerusform>
        </translation>
    </message>
</context>
</TS>
