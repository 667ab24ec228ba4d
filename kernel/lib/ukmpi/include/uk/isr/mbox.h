/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/mbox.h>

#ifdef __cplusplus
extern "C" {
#endif

/** For interrupt handlers. */
int uk_mbox_post_try_isr(struct uk_mbox *m, void *msg);
int uk_mbox_recv_try_isr(struct uk_mbox *m, void **msg);

#ifdef __cplusplus
}
#endif
