// The few names of ncurses and of the system that Swift can't use as they are, under names of our own.
//
// Swift imports neither macros with parameters or casts (`A_BOLD`, `getmaxyx`) nor variadic functions, and takes the
// library's global variables (`stdscr`, `COLORS`) for a breach of concurrency. What Swift can call directly isn't here.
#ifndef QKV_CNCURSES_H
#define QKV_CNCURSES_H

#if !__has_include(<curses.h>)
#error "curses.h is missing: install libncurses-dev"
#endif

#include <stddef.h>
#include <stdint.h>

// MARK: Text

/// Sets the character type of the locale, and nothing else of it, so that numbers keep their point. A locale that knows
/// only ASCII gives way to C.UTF-8, without which ncurses drops every wide character in silence.
/// Returns 1 where UTF-8 can be written, else 0.
int qkv_locale_start(void);

// MARK: The guard (guard.c)

enum qkv_start_result {
    QKV_STARTED = 0,
    /// Standard input or standard output is no terminal.
    QKV_INPUT_IS_NO_TERMINAL,
    QKV_OUTPUT_IS_NO_TERMINAL,
    /// TERM names a terminal that terminfo doesn't have.
    QKV_UNKNOWN_TERMINAL,
    /// A terminal that can't place its cursor (`cup`) starts and then prints garbage.
    QKV_TERMINAL_WITHOUT_CURSOR,
    QKV_NO_MEMORY,
};

/// Puts the terminal into raw mode and promises to give it back on every way out: the end of the program, a crash, a
/// signal. ncurses restores on SIGINT and SIGTERM only, and not the modes that we switch on; Swift's backtracer would hold
/// a crashed program at a prompt inside the alternate screen.
///
/// `reset` are the bytes that undo what the terminal was told, computed beforehand, since nothing can be when it matters.
enum qkv_start_result qkv_guard_start(const char *reset, size_t length);

/// Replaces the reset bytes, when the size has changed.
void qkv_guard_set_reset(const char *reset, size_t length);

/// Gives the terminal back: reset bytes, modes, and what was written to standard error meanwhile. Safe in a signal handler.
void qkv_guard_give_back(void);

/// Takes the terminal again after `qkv_guard_give_back`.
void qkv_guard_retake(void);

/// Stops the process group as Ctrl-Z does, and returns when it goes on.
void qkv_guard_stop_group(void);

/// A descriptor to poll; each byte read from it is the number of a signal: SIGWINCH, SIGTSTP, SIGCONT, or one that asks the
/// program to end (SIGHUP, SIGINT, SIGTERM). -1 before the start.
int qkv_guard_notices(void);

/// The signal that asked the program to end, 0 where none has. From then on it has two seconds to do so by itself.
int qkv_guard_ending(void);

/// As if this signal had come: the terminal hung up, or doesn't read any more.
void qkv_guard_expect_end(int signal);

/// Writes to the terminal, for at most so long and not after a signal that asks for the end. 0 where not all was taken: a
/// terminal that stopped reading must not hold the program.
int qkv_guard_send(const char *bytes, size_t count, int milliseconds);

/// The size of the terminal as the system tells it (TIOCGWINSZ is a macro with a cast): 0 by 0 where it doesn't.
void qkv_terminal_size(int *columns, int *rows);

// MARK: Drawing (drawing.c)

/// Starts ncurses for the terminal named by TERM. It draws into memory: its own writing to a terminal neither ends on a
/// terminal that stopped reading nor can be told to.
enum qkv_start_result qkv_curses_start(int columns, int rows);

/// Ends ncurses. It has no say about the terminal's state: that is the guard's.
void qkv_curses_stop(void);

/// The next `qkv_refresh` takes the screen again, as others have used it meanwhile, and draws everything.
void qkv_curses_pause(void);

void qkv_curses_resize(int columns, int rows);

/// `COLORS` and `COLOR_PAIRS` are variables: how many colours terminfo offers, 0 where none, and how many pairs of them.
int qkv_colors(void);
int qkv_color_pairs(void);

/// Whether colours are red, green and blue themselves (terminfo's RGB) rather than places in a palette.
int qkv_has_direct_color(void);

/// What terminfo says of the terminal that TERM names, whether or not there is one: 0 where it knows none of that name.
/// Not while ncurses runs.
struct qkv_terminal_description {
    int can_place_cursor;
    int colors;
    int has_direct_color;
};
int qkv_describe_terminal(struct qkv_terminal_description *description);

/// Defines a pair; -1 is the terminal's own colour. Pairs beyond 255 need the extended call, and the user's palette is
/// never changed.
void qkv_set_pair(int pair, int foreground, int background);

enum {
    QKV_BOLD = 1,
    QKV_UNDERLINE = 2,
    QKV_REVERSE = 4,
    QKV_DIM = 8,
};

/// Puts one character with its marks into a cell; `setcchar` takes a pair above 255 only through a pointer to void.
void qkv_put(int x, int y, const uint32_t *scalars, int count, int attributes, int pair);

/// Shows the cursor there; hides it where x is negative.
void qkv_set_cursor(int x, int y);

/// The next `qkv_refresh` draws everything.
void qkv_clear(void);

/// What has to be sent for the terminal to show what was put. The bytes stay until the next call.
const char *qkv_refresh(size_t *length);

/// The bytes that undo all that this program may have told the terminal. They stay until the next call.
const char *qkv_reset_bytes(int rows, size_t *length);

#endif
