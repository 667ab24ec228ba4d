// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The texts of the wizards for translators, whose tools do not read JSON. Qt Creator looks them up
// in this context; a test compares the two.
#pragma once

#include <QtGlobal>

namespace kiln::creator {

inline constexpr const char *wizardTexts[] = {
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Unikernel"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "New Unikernel Application"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard",
                      "An application that is built together with the kernel it needs, and boots "
                      "by itself: in QEMU, or as a Linux program."),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Project Location"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Location"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard",
                      "Use a letter, then letters, digits, “_” and “-”, 64 at most."),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Application"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Begin with:"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "C: says hello"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard",
                      "C++: says hello, without the standard library"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "C with unit tests that run in the guest"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Kernel tree (empty: Kiln's own):"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Project Management"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Summary"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "New Unikernel Library"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard",
                      "An external library for unikernels: its sources are fetched, patched and "
                      "built with the application."),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Library Location"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Sources"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Version:"),
    QT_TRANSLATE_NOOP("ProjectExplorer::JsonWizard", "Archive or git repository:"),
};

} // namespace kiln::creator
