// Opens the files that the guard and the painting need.
#define _GNU_SOURCE
#include "internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int qkv_nameless_file(void) {
#ifdef MFD_CLOEXEC
    int file = memfd_create("qkv", MFD_CLOEXEC);
    if (file >= 0) return file;
#endif
    char name[] = "/tmp/qkv-XXXXXX";
    int fallback = mkstemp(name);
    if (fallback < 0) return -1;
    unlink(name);
    fcntl(fallback, F_SETFD, FD_CLOEXEC);
    return fallback;
}

int qkv_is_same_terminal(int descriptor) {
    struct stat theirs, output;
    return isatty(descriptor) && fstat(descriptor, &theirs) == 0 && fstat(STDOUT_FILENO, &output) == 0
        && theirs.st_rdev == output.st_rdev;
}

int qkv_open_terminal(void) {
    char name[256];
    if (ttyname_r(STDOUT_FILENO, name, sizeof name) == 0) {
        int terminal = open(name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        if (terminal >= 0 && qkv_is_same_terminal(terminal)) return terminal;
        if (terminal >= 0) close(terminal);
    }
    return fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
}
