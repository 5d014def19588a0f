// Gives the terminal back on every way out. What can run in a signal handler uses only functions that POSIX lists as
// safe there: write, read, poll, lseek, ftruncate, dup2, tcsetattr, tcflush, sigaction, sigprocmask, alarm, raise.
#define _GNU_SOURCE
#include "CNcurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct {
    /// Whether the terminal is ours at the moment.
    volatile sig_atomic_t is_taken;
    /// The signal that asked the program to end.
    volatile sig_atomic_t ending;
    /// A description of the terminal of our own, which doesn't block; the shell shares standard output's.
    int terminal;
    struct termios before, ours;
    char reset[1024];
    volatile size_t reset_length;
    /// Where standard error goes while the terminal is ours, and where it went before; -1 where it is no terminal.
    int error_text, error_before;
    int notices[2];
} guard = {.terminal = -1, .error_text = -1, .error_before = -1, .notices = {-1, -1}};

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
static const int requests[] = {SIGHUP, SIGINT, SIGTERM};
static const int changes[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGALRM};
#define COUNT(array) (int)(sizeof(array) / sizeof(array)[0])

// MARK: Writing

/// Writes what the terminal takes within the time: 0 where that wasn't all.
static int write_patiently(const char *bytes, size_t count, int milliseconds, int stops_at_signal) {
    int waited = 0;
    while (count > 0) {
        if (stops_at_signal && guard.ending) return 0;
        ssize_t written = write(guard.terminal, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
            waited = 0;
            continue;
        }
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno != EAGAIN) return 0;
        if (waited >= milliseconds) return 0;
        struct pollfd ready = {guard.terminal, POLLOUT, 0};
        if (poll(&ready, 1, 50) > 0 && ready.revents & (POLLERR | POLLHUP | POLLNVAL)) return 0;
        // A terminal with room for half a line break says that it is ready and takes nothing.
        waited += ready.revents & POLLOUT ? 1 : 50;
    }
    return 1;
}

int qkv_guard_send(const char *bytes, size_t count, int milliseconds) {
    return write_patiently(bytes, count, milliseconds, 1);
}

/// Control characters in an error message, which may quote anything, become question marks.
static void make_harmless(char *text, ssize_t count, unsigned char *last) {
    for (ssize_t index = 0; index < count; index++) {
        unsigned char byte = (unsigned char)text[index];
        int is_control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
        int is_late_control = *last == 0xC2 && byte >= 0x80 && byte < 0xA0;
        if (is_control || is_late_control) text[index] = '?';
        if (is_late_control && index > 0) text[index - 1] = '?';
        *last = byte;
    }
}

static void copy_error_text(void) {
    if (guard.error_before < 0) return;
    dup2(guard.error_before, STDERR_FILENO);
    char text[1024];
    unsigned char last = 0;
    ssize_t count;
    // A flood of messages is cut to its end, where the reason stands.
    off_t length = lseek(guard.error_text, 0, SEEK_END);
    lseek(guard.error_text, length > 65536 ? length - 65536 : 0, SEEK_SET);
    while ((count = read(guard.error_text, text, sizeof text)) > 0) {
        make_harmless(text, count, &last);
        if (!write_patiently(text, (size_t)count, 300, 0)) break;
    }
    lseek(guard.error_text, 0, SEEK_SET);
    if (ftruncate(guard.error_text, 0) != 0) return;
}

// MARK: Giving back and taking

void qkv_guard_give_back(void) {
    if (!guard.is_taken) return;
    guard.is_taken = 0;
    // From the background, changing the terminal's modes stops a program that doesn't block this.
    sigset_t background, masked;
    sigemptyset(&background);
    sigaddset(&background, SIGTTOU);
    sigprocmask(SIG_BLOCK, &background, &masked);
    if (!write_patiently(guard.reset, guard.reset_length, 300, 0)) {
        // It doesn't read: what waits for it makes room for what matters, should it ever read again.
        tcflush(guard.terminal, TCOFLUSH);
        write_patiently(guard.reset, guard.reset_length, 100, 0);
    }
    // Mouse reports still under way would be typed into the shell.
    tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &guard.before);
    copy_error_text();
    sigprocmask(SIG_SETMASK, &masked, NULL);
}

void qkv_guard_retake(void) {
    if (guard.terminal < 0) return;
    if (guard.is_taken) {
        // After SIGSTOP, which nobody can prepare for, the shell has set modes of its own.
        tcsetattr(STDIN_FILENO, TCSANOW, &guard.ours);
        return;
    }
    tcgetattr(STDIN_FILENO, &guard.before);
    guard.ours = guard.before;
    cfmakeraw(&guard.ours);
    guard.ours.c_cc[VMIN] = 1;
    guard.ours.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &guard.ours);
    if (guard.error_before >= 0) dup2(guard.error_text, STDERR_FILENO);
    guard.is_taken = 1;
}

// MARK: Signals

static void set_handler(int signal, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigfillset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

static void unblock(int signal) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

/// Gives the terminal back and dies of the signal by its default action, so that whoever started the program sees it.
static void die(int signal, int is_crash) {
    for (int index = 0; index < COUNT(crashes); index++) set_handler(crashes[index], SIG_DFL, 0);
    for (int index = 0; index < COUNT(requests); index++) set_handler(requests[index], SIG_DFL, 0);
    // Should anything here take for ever all the same.
    set_handler(SIGALRM, SIG_DFL, 0);
    unblock(SIGALRM);
    alarm(2);
    int was_taken = guard.is_taken;
    qkv_guard_give_back();
    if (is_crash && was_taken) {
        // A release build's trap says nothing by itself.
        char line[] = "qkv crashed (signal 00)\n";
        line[20] = (char)('0' + signal / 10);
        line[21] = (char)('0' + signal % 10);
        if (signal < 10) memmove(&line[20], &line[21], 4);
        ssize_t length = (ssize_t)strlen(line);
        // To the terminal without blocking; where standard error is something else, there too.
        write_patiently(line, (size_t)length, 300, 0);
        if (guard.error_before < 0 && write(STDERR_FILENO, line, (size_t)length) != length) errno = 0;
    }
    raise(signal);
    unblock(signal);
    _exit(128 + signal);
}

static void handle_crash(int signal) {
    die(signal, signal != SIGQUIT);
}

static void notify(int signal) {
    unsigned char byte = (unsigned char)signal;
    // A full pipe means that there is enough to wake up for.
    if (write(guard.notices[1], &byte, 1) != 1) return;
}

static void handle_request(int signal) {
    int error = errno;
    // A terminal that is closed and its shell both send SIGHUP: the second must not cut short what the first has begun,
    // which the alarm bounds.
    if (guard.ending) return;
    if (!guard.is_taken) die(signal, 0);
    qkv_guard_expect_end(signal);
    errno = error;
}

static void handle_change(int signal) {
    int error = errno;
    if (signal != SIGALRM) notify(signal);
    else if (guard.ending) die(guard.ending, 0);
    errno = error;
}

void qkv_guard_expect_end(int signal) {
    if (guard.ending) return;
    guard.ending = signal;
    alarm(2);
    notify(signal);
}

int qkv_guard_ending(void) { return guard.ending; }
int qkv_guard_notices(void) { return guard.notices[0]; }

static void install_handlers(void) {
    // A stack of its own for the handler of a stack overflow.
    static char stack[1 << 16];
    stack_t alternative;
    memset(&alternative, 0, sizeof alternative);
    alternative.ss_sp = stack;
    alternative.ss_size = sizeof stack;
    sigaltstack(&alternative, NULL);
    for (int index = 0; index < COUNT(crashes); index++) {
        set_handler(crashes[index], handle_crash, SA_ONSTACK);
        unblock(crashes[index]);
    }
    for (int index = 0; index < COUNT(requests); index++) {
        struct sigaction inherited;
        sigaction(requests[index], NULL, &inherited);
        // nohup's wish.
        if (requests[index] == SIGHUP && inherited.sa_handler == SIG_IGN) continue;
        set_handler(requests[index], handle_request, SA_ONSTACK);
        unblock(requests[index]);
    }
    for (int index = 0; index < COUNT(changes); index++) {
        set_handler(changes[index], handle_change, SA_ONSTACK | SA_RESTART);
        unblock(changes[index]);
    }
}

void qkv_guard_stop_group(void) {
    set_handler(SIGTSTP, SIG_DFL, 0);
    kill(0, SIGTSTP);
    set_handler(SIGTSTP, handle_change, SA_ONSTACK | SA_RESTART);
}

// MARK: Starting

void qkv_guard_set_reset(const char *reset, size_t length) {
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    if (length <= sizeof guard.reset) {
        memcpy(guard.reset, reset, length);
        guard.reset_length = length;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
}

static void open_descriptors(void) {
    if (guard.terminal < 0) guard.terminal = qkv_open_terminal();
    if (guard.notices[0] < 0 && pipe(guard.notices) == 0) {
        for (int end = 0; end < 2; end++) {
            fcntl(guard.notices[end], F_SETFL, O_NONBLOCK);
            fcntl(guard.notices[end], F_SETFD, FD_CLOEXEC);
        }
    }
    if (guard.error_text < 0 && qkv_is_same_terminal(STDERR_FILENO)) {
        guard.error_text = qkv_nameless_file();
        if (guard.error_text >= 0) guard.error_before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    }
}

enum qkv_start_result qkv_guard_start(const char *reset, size_t length) {
    static int has_exit_handler;
    open_descriptors();
    if (guard.terminal < 0 || guard.notices[0] < 0) return QKV_NO_MEMORY;
    qkv_guard_set_reset(reset, length);
    install_handlers();
    if (!has_exit_handler) has_exit_handler = atexit(qkv_guard_give_back) == 0;
    qkv_guard_retake();
    return QKV_STARTED;
}

void qkv_terminal_size(int *columns, int *rows) {
    struct winsize size = {0, 0, 0, 0};
    if (ioctl(guard.terminal >= 0 ? guard.terminal : STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        size.ws_col = size.ws_row = 0;
    *columns = size.ws_col;
    *rows = size.ws_row;
}
