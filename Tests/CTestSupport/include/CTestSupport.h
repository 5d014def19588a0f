// What the tests need of C: programs started in pipes and terminals, and what the C library knows.
#ifndef QKV_CTESTSUPPORT_H
#define QKV_CTESTSUPPORT_H

#include <stdint.h>
#include <sys/types.h>

/// A running program. Descriptors that there are none of are -1.
struct qkvtest_program {
    pid_t pid;
    int input, output, error;
    /// Our side of its terminal, and its side, kept open so that its modes can be read after the program has gone.
    int terminal, line;
};

/// Starts a program with pipes for its standard descriptors. `posix_spawn` and not `Foundation.Process`, whose
/// `waitUntilExit` hangs on a program that leaves a server behind. All other descriptors are closed, no signal is blocked
/// or ignored, and it leads a process group of its own. Returns 0 or an error number.
int qkvtest_start_piped(struct qkvtest_program *program, const char *path, char *const arguments[],
                        char *const environment[], const char *folder);

/// Starts a program in a new terminal of a size, as the leader of its session. Standard error goes to the terminal, or to
/// a pipe where `separate_error` is not 0.
int qkvtest_start_in_terminal(struct qkvtest_program *program, const char *path, char *const arguments[],
                              char *const environment[], const char *folder, int columns, int rows,
                              int separate_error);

/// Reads what there is, waiting for it at most so long: the number of bytes, 0 at the end, -1 when the time is up.
ssize_t qkvtest_read(int descriptor, uint8_t *bytes, size_t capacity, int milliseconds);

/// Writes at most so long: the number of bytes written. A reader that has gone raises no SIGPIPE.
ssize_t qkvtest_write(int descriptor, const uint8_t *bytes, size_t count, int milliseconds);

/// Waits at most so long for the program to end or stop: 1 and its status as of `waitpid`, else 0.
int qkvtest_wait(pid_t pid, int milliseconds, int *status);

/// `WIFEXITED` and its like are macros, which Swift doesn't import: the exit code, or -1.
int qkvtest_exit_code(int status);
/// The signal that ended it, or 0.
int qkvtest_ending_signal(int status);
/// The signal that stopped it, or 0.
int qkvtest_stopping_signal(int status);

/// The modes of a terminal as bytes that can be compared: flags, speeds, control characters. Returns their number, or -1.
ssize_t qkvtest_modes(int descriptor, uint8_t *bytes, size_t capacity);

/// The modes of a terminal that no program has touched.
ssize_t qkvtest_modes_of_a_new_terminal(uint8_t *bytes, size_t capacity);

int qkvtest_set_size(int descriptor, int columns, int rows);

/// The processor time that a process has used, in milliseconds; -1 where it can't be told.
int64_t qkvtest_processor_time(pid_t pid);

/// Sets how large the files may grow that this process and the programs it starts write, for tests of a full disk.
int qkvtest_limit_file_size(int64_t bytes);

/// A new empty folder; its path is written to `path`. Returns 0 or an error number.
int qkvtest_make_folder(char *path, size_t capacity);
/// Removes a folder with all that is in it.
void qkvtest_remove_folder(const char *path);

/// `wcwidth` in the locale C.UTF-8, whatever the locale of the process: Glibc's module doesn't import it.
/// -1 for what isn't printable, -2 where the system has no such locale.
int qkvtest_column_width(uint32_t scalar);

#endif
