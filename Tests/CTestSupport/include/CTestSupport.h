// What the tests need of C: programs started in pipes and terminals, and what the C library knows.
#ifndef QKV_CTESTSUPPORT_H
#define QKV_CTESTSUPPORT_H

#include <stdint.h>

/// `wcwidth` in the locale C.UTF-8, whatever the locale of the process: Glibc's module doesn't import it.
/// -1 for what isn't printable, -2 where the system has no such locale.
int qkvtest_column_width(uint32_t scalar);

#endif
