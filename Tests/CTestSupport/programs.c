#define _GNU_SOURCE
#include "CTestSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static void close_if_open(int *descriptor) {
    if (*descriptor >= 0) close(*descriptor);
    *descriptor = -1;
}

static int make_pipe(int ends[2]) {
    if (pipe(ends) != 0) return errno;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}

static int clean_attributes(posix_spawnattr_t *attributes, short flags) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int failure = posix_spawnattr_init(attributes);
    if (failure != 0) return failure;
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setpgroup(attributes, 0);
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags);
}

static int start(struct qkvtest_program *program, const char *path, char *const arguments[], char *const environment[],
                 const char *folder, posix_spawn_file_actions_t *actions, short flags) {
    posix_spawnattr_t attributes;
    int failure = clean_attributes(&attributes, flags);
    if (failure == 0 && folder != NULL) failure = posix_spawn_file_actions_addchdir_np(actions, folder);
#ifdef __linux__
    if (failure == 0) failure = posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
    if (failure == 0) failure = posix_spawn(&program->pid, path, actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    return failure;
}

int qkvtest_start_piped(struct qkvtest_program *program, const char *path, char *const arguments[],
                        char *const environment[], const char *folder) {
    *program = (struct qkvtest_program){-1, -1, -1, -1, -1, -1};
    int input[2] = {-1, -1}, output[2] = {-1, -1}, error[2] = {-1, -1};
    int failure = make_pipe(input);
    if (failure == 0) failure = make_pipe(output);
    if (failure == 0) failure = make_pipe(error);
    if (failure == 0) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input[0], 0);
        posix_spawn_file_actions_adddup2(&actions, output[1], 1);
        posix_spawn_file_actions_adddup2(&actions, error[1], 2);
        failure = start(program, path, arguments, environment, folder, &actions, POSIX_SPAWN_SETPGROUP);
        posix_spawn_file_actions_destroy(&actions);
    }
    close_if_open(&input[0]);
    close_if_open(&output[1]);
    close_if_open(&error[1]);
    if (failure != 0) {
        close_if_open(&input[1]);
        close_if_open(&output[0]);
        close_if_open(&error[0]);
        return failure;
    }
    program->input = input[1];
    program->output = output[0];
    program->error = error[0];
    return 0;
}

static int open_terminal(int *terminal, int *line, char *name, size_t capacity) {
    *terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (*terminal < 0 || grantpt(*terminal) != 0 || unlockpt(*terminal) != 0) return errno;
    fcntl(*terminal, F_SETFD, FD_CLOEXEC);
#ifdef __linux__
    if (ptsname_r(*terminal, name, capacity) != 0) return errno;
#else
    strlcpy(name, ptsname(*terminal), capacity);
#endif
    *line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    return *line < 0 ? errno : 0;
}

int qkvtest_start_in_terminal(struct qkvtest_program *program, const char *path, char *const arguments[],
                              char *const environment[], const char *folder, int columns, int rows,
                              int separate_error) {
    *program = (struct qkvtest_program){-1, -1, -1, -1, -1, -1};
    char name[128];
    int error[2] = {-1, -1};
    int failure = open_terminal(&program->terminal, &program->line, name, sizeof name);
    if (failure == 0 && separate_error) failure = make_pipe(error);
    if (failure == 0) {
        qkvtest_set_size(program->line, columns, rows);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        // The leader of a session that opens a terminal without O_NOCTTY gets it as its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&actions, 0, 1);
        posix_spawn_file_actions_adddup2(&actions, separate_error ? error[1] : 0, 2);
        failure = start(program, path, arguments, environment, folder, &actions, POSIX_SPAWN_SETSID);
        posix_spawn_file_actions_destroy(&actions);
    }
    close_if_open(&error[1]);
    program->error = error[0];
    if (failure != 0) {
        close_if_open(&program->terminal);
        close_if_open(&program->line);
        close_if_open(&program->error);
    }
    return failure;
}

static int is_ready(int descriptor, short events, int milliseconds) {
    struct pollfd ready = {descriptor, events, 0};
    int count;
    do count = poll(&ready, 1, milliseconds);
    while (count < 0 && errno == EINTR);
    return count > 0;
}

ssize_t qkvtest_read(int descriptor, uint8_t *bytes, size_t capacity, int milliseconds) {
    if (!is_ready(descriptor, POLLIN, milliseconds)) return -1;
    ssize_t count = read(descriptor, bytes, capacity);
    // A terminal whose other side is closed says EIO where a pipe says 0.
    return count < 0 ? 0 : count;
}

ssize_t qkvtest_write(int descriptor, const uint8_t *bytes, size_t count, int milliseconds) {
    signal(SIGPIPE, SIG_IGN);
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    size_t written = 0;
    while (written < count && is_ready(descriptor, POLLOUT, milliseconds)) {
        ssize_t more = write(descriptor, bytes + written, count - written);
        if (more < 0 && errno != EAGAIN && errno != EINTR) break;
        if (more > 0) written += (size_t)more;
    }
    return (ssize_t)written;
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int qkvtest_wait(pid_t pid, int milliseconds, int *status) {
    int64_t deadline = now() + milliseconds;
    for (;;) {
        pid_t ended = waitpid(pid, status, WNOHANG | WUNTRACED);
        if (ended == pid) return 1;
        if ((ended < 0 && errno != EINTR) || now() >= deadline) return 0;
        poll(NULL, 0, 2);
    }
}

int qkvtest_exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
int qkvtest_ending_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
int qkvtest_stopping_signal(int status) { return WIFSTOPPED(status) ? WSTOPSIG(status) : 0; }

ssize_t qkvtest_modes(int descriptor, uint8_t *bytes, size_t capacity) {
    struct termios modes;
    if (tcgetattr(descriptor, &modes) != 0) return -1;
    tcflag_t flags[6] = {modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag,
                         (tcflag_t)cfgetispeed(&modes), (tcflag_t)cfgetospeed(&modes)};
    if (capacity < sizeof flags + sizeof modes.c_cc) return -1;
    memcpy(bytes, flags, sizeof flags);
    memcpy(bytes + sizeof flags, modes.c_cc, sizeof modes.c_cc);
    return (ssize_t)(sizeof flags + sizeof modes.c_cc);
}

ssize_t qkvtest_modes_of_a_new_terminal(uint8_t *bytes, size_t capacity) {
    char name[128];
    int terminal = -1, line = -1;
    ssize_t count = -1;
    if (open_terminal(&terminal, &line, name, sizeof name) == 0) count = qkvtest_modes(line, bytes, capacity);
    close_if_open(&terminal);
    close_if_open(&line);
    return count;
}

int qkvtest_set_size(int descriptor, int columns, int rows) {
    struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
    return ioctl(descriptor, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}
