// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/junit_report.h"

#include "workbench/test_results.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace kiln {

namespace {

QString seconds(qint64 microseconds)
{
    return QString::number(double(microseconds) / 1e6, 'f', 6);
}

/// XML 1.0 has no control characters, not even as references.
QString legal(QString text)
{
    for (QChar &character : text) {
        const bool isControl = character < u' ' && character != u'\t' && character != u'\n';
        if (isControl || character.unicode() >= 0xfffe)
            character = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

qint64 timeOf(const TestSuite &suite)
{
    qint64 sum = 0;
    for (const TestCase &each : suite.cases)
        sum += each.microseconds().value_or(0);
    return sum;
}

qsizetype errorsOf(const TestSuite &suite)
{
    return std::count_if(suite.cases.begin(), suite.cases.end(),
                         [](const TestCase &each) { return !each.crash.isEmpty(); }) +
           (suite.refusal.isEmpty() ? 0 : 1);
}

qsizetype failuresOf(const TestSuite &suite)
{
    return std::count_if(suite.cases.begin(), suite.cases.end(), [](const TestCase &each) {
        return each.failed > 0 && each.crash.isEmpty();
    });
}

QString placed(const TestExpectation &expectation)
{
    return expectation.file.isEmpty() ? expectation.text
                                      : QStringLiteral("%1:%2: %3")
                                            .arg(expectation.file)
                                            .arg(expectation.line)
                                            .arg(expectation.text);
}

void write(QXmlStreamWriter &xml, const TestSuite &suite, const TestCase &testCase)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), suite.name);
    xml.writeAttribute(QStringLiteral("name"), testCase.name);
    if (!testCase.file.isEmpty()) {
        xml.writeAttribute(QStringLiteral("file"), legal(testCase.file));
        xml.writeAttribute(QStringLiteral("line"), QString::number(testCase.line));
    }
    xml.writeAttribute(QStringLiteral("assertions"), QString::number(testCase.expectations.size()));
    if (const auto time = testCase.microseconds())
        xml.writeAttribute(QStringLiteral("time"), seconds(*time));
    if (!testCase.crash.isEmpty()) {
        xml.writeStartElement(QStringLiteral("error"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("crash"));
        xml.writeAttribute(QStringLiteral("message"), legal(testCase.crash));
        xml.writeEndElement();
    }
    if (testCase.failed > 0 && testCase.crash.isEmpty()) {
        QStringList texts;
        for (const TestExpectation &each : testCase.expectations) {
            if (!each.passed)
                texts.append(placed(each));
        }
        xml.writeStartElement(QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("message"), legal(texts.first()));
        xml.writeCharacters(legal(texts.join(u'\n')));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void write(QXmlStreamWriter &xml, const TestSuite &suite)
{
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), suite.name);
    xml.writeAttribute(QStringLiteral("tests"),
                       QString::number(suite.cases.size() + (suite.refusal.isEmpty() ? 0 : 1)));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(failuresOf(suite)));
    xml.writeAttribute(QStringLiteral("errors"), QString::number(errorsOf(suite)));
    xml.writeAttribute(QStringLiteral("time"), seconds(timeOf(suite)));
    if (!suite.refusal.isEmpty()) {
        xml.writeStartElement(QStringLiteral("testcase"));
        xml.writeAttribute(QStringLiteral("classname"), suite.name);
        xml.writeAttribute(QStringLiteral("name"), QStringLiteral("init"));
        xml.writeStartElement(QStringLiteral("error"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("init"));
        xml.writeAttribute(QStringLiteral("message"), legal(suite.refusal));
        xml.writeEndElement();
        xml.writeEndElement();
    }
    for (const TestCase &testCase : suite.cases)
        write(xml, suite, testCase);
    xml.writeEndElement();
}

} // namespace

QByteArray junitReport(const TestResults &results, const QString &name)
{
    qsizetype tests = 0, failures = 0, errors = 0;
    qint64 time = 0;
    for (const TestSuite &suite : results.suites()) {
        tests += suite.cases.size() + (suite.refusal.isEmpty() ? 0 : 1);
        failures += failuresOf(suite);
        errors += errorsOf(suite);
        time += timeOf(suite);
    }
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    xml.writeAttribute(QStringLiteral("name"), legal(name));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(tests));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(failures));
    xml.writeAttribute(QStringLiteral("errors"), QString::number(errors));
    xml.writeAttribute(QStringLiteral("time"), seconds(time));
    for (const TestSuite &suite : results.suites())
        write(xml, suite);
    xml.writeEndDocument();
    return text;
}

} // namespace kiln
