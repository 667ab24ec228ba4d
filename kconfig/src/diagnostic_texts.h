// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The messages, hints and notes of diagnostics that nothing is put into, for translators.
#pragma once

#include <span>
#include <string_view>

namespace kconfig {

/// In English; each is followed by a zero byte. Where one is said it stands as it is.
[[nodiscard]] std::span<const std::string_view> diagnosticTexts();

} // namespace kconfig
