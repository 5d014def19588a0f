#define _GNU_SOURCE
#include "CTestSupport.h"

#include <errno.h>
#include <ftw.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <wchar.h>

int64_t qkvtest_processor_time(pid_t pid) {
    char name[64];
    snprintf(name, sizeof name, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(name, "r");
    if (file == NULL) return -1;
    char line[1024];
    size_t length = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[length] = 0;
    // The name of the program, in brackets, may hold anything: count the fields after it.
    char *rest = strrchr(line, ')');
    long long user, kernel;
    if (rest == NULL
        || sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lld %lld", &user, &kernel) != 2)
        return -1;
    return (user + kernel) * 1000 / sysconf(_SC_CLK_TCK);
}

int qkvtest_limit_file_size(int64_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0) return errno;
    limit.rlim_cur = bytes < 0 ? limit.rlim_max : (rlim_t)bytes;
    return setrlimit(RLIMIT_FSIZE, &limit) == 0 ? 0 : errno;
}

int qkvtest_make_folder(char *path, size_t capacity) {
    const char *parent = getenv("TMPDIR");
    int length = snprintf(path, capacity, "%s/qkv-test-XXXXXX", parent != NULL && *parent ? parent : "/tmp");
    if (length < 0 || (size_t)length >= capacity) return ENAMETOOLONG;
    return mkdtemp(path) != NULL ? 0 : errno;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    remove(path);
    return 0;
}

void qkvtest_remove_folder(const char *path) {
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

int qkvtest_column_width(uint32_t scalar) {
    static _Thread_local locale_t utf8;
    if (utf8 == (locale_t)0) utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (utf8 == (locale_t)0) return -2;
    locale_t before = uselocale(utf8);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}
