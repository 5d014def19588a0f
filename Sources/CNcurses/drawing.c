// ncurses as a painter: it finds out what has to be sent, and writes it into a file in memory.
#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE
#include "CNcurses.h"
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
/// One more row than there is, where ncurses would fill the last cell of the screen by inserting beside it, and go wrong
/// next to a wide character. It needn't where a character in the last column leaves the cursor waiting (`xenl`).
static int extra_rows;
static FILE *output;
/// Whether ncurses writes to the terminal itself: files may not grow here, not even those in memory.
static int writes_itself;
static int colors;

/// Whether the locale is asked for with an encoding that isn't UTF-8, as in `de_DE.ISO-8859-1`, be it installed or not.
static int names_another_encoding(void) {
    const char *variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *locale = getenv(variables[i]);
        if (locale == NULL || *locale == 0) continue;
        const char *point = strchr(locale, '.');
        if (point == NULL) return 0;
        size_t length = strcspn(point + 1, "@");
        return !(length == 5 && strncasecmp(point + 1, "UTF-8", 5) == 0)
            && !(length == 4 && strncasecmp(point + 1, "UTF8", 4) == 0);
    }
    return 0;
}

int qkv_locale_start(void) {
    const char *codeset = setlocale(LC_CTYPE, "") != NULL ? nl_langinfo(CODESET) : "";
    if (strcmp(codeset, "UTF-8") == 0) return 1;
    // Who asked for another encoding has a terminal of that encoding; who asked for none has most likely one of UTF-8.
    int asked_for_none = *codeset == 0 || strcmp(codeset, "ANSI_X3.4-1968") == 0 || strcmp(codeset, "US-ASCII") == 0;
    return asked_for_none && !names_another_encoding()
        && (setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL);
}

/// All that ncurses has written since the last time. The file is emptied.
static const char *take_output(size_t *length) {
    static char *bytes;
    static size_t capacity;
    int file = fileno(output);
    fflush(output);
    *length = 0;
    if (writes_itself) return "";
    off_t count = lseek(file, 0, SEEK_END);
    if (count <= 0) return "";
    if ((size_t)count > capacity) {
        char *larger = realloc(bytes, (size_t)count);
        if (larger == NULL) return "";
        bytes = larger;
        capacity = (size_t)count;
    }
    ssize_t read = pread(file, bytes, (size_t)count, 0);
    if (ftruncate(file, 0) == 0) lseek(file, 0, SEEK_SET);
    if (read > 0) *length = (size_t)read;
    return bytes;
}

// MARK: Starting and stopping

static enum qkv_start_result check_terminal(void) {
    if (!isatty(STDOUT_FILENO)) return QKV_OUTPUT_IS_NO_TERMINAL;
    if (!isatty(STDIN_FILENO)) return QKV_INPUT_IS_NO_TERMINAL;
    const char *name = getenv("TERM");
    int result = 0;
    if (name == NULL || *name == 0 || setupterm(NULL, STDOUT_FILENO, &result) != OK) return QKV_UNKNOWN_TERMINAL;
    char *cup = tigetstr("cup");
    return cup == NULL || cup == (char *)-1 ? QKV_TERMINAL_WITHOUT_CURSOR : QKV_STARTED;
}

static void start_colors(void) {
    colors = 0;
    if (!has_colors() || start_color() != OK) return;
    colors = COLORS;
    // Without it, -1 is no colour; black would be painted over whatever the reader's background is.
    if (use_default_colors() != OK) colors = 0;
}

/// With the size as we know it, not as LINES and COLUMNS claim; `use_env(FALSE)` would refuse entries without a size.
static SCREEN *new_screen(int width, int height) {
    char number[16];
    snprintf(number, sizeof number, "%d", height);
    setenv("LINES", number, 1);
    snprintf(number, sizeof number, "%d", width);
    setenv("COLUMNS", number, 1);
    struct termios modes;
    int has_modes = writes_itself && tcgetattr(STDIN_FILENO, &modes) == 0;
    SCREEN *result = newterm(NULL, output, stdin);
    // The modes are the guard's: ncurses changes them where what it writes to is the terminal.
    if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    return result;
}

/// More than a frame ever takes: every cell of 500×200 with colours of its own.
static const rlim_t frame_size = 16 << 20;

static int files_may_grow(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= frame_size;
}

/// What ncurses writes to: a file in memory, or the terminal where that may not grow.
static FILE *open_output(void) {
    writes_itself = !files_may_grow();
    int file = writes_itself ? dup(STDOUT_FILENO) : qkv_nameless_file();
    return file >= 0 ? fdopen(file, writes_itself ? "w" : "r+") : NULL;
}

enum qkv_start_result qkv_curses_start(int width, int height) {
    enum qkv_start_result result = check_terminal();
    if (result != QKV_STARTED) return result;
    output = open_output();
    if (output == NULL) return QKV_NO_MEMORY;
    screen = new_screen(width, height);
    if (screen == NULL) {
        fclose(output);
        output = NULL;
        return QKV_UNKNOWN_TERMINAL;
    }
    nonl();
    typeahead(-1);
    scrollok(stdscr, FALSE);
    idlok(stdscr, FALSE);
    start_colors();
    extra_rows = tigetflag("am") > 0 && tigetflag("xenl") > 0;
    qkv_curses_resize(width, height);
    return QKV_STARTED;
}

/// Ends ncurses' own view of the screen. What it has to say about the terminal and its modes is the guard's to say.
static void end_quietly(void) {
    int file = fileno(output);
    int kept = writes_itself ? fcntl(file, F_DUPFD_CLOEXEC, 3) : -1;
    int nothing = kept >= 0 ? open("/dev/null", O_WRONLY | O_CLOEXEC) : -1;
    if (nothing >= 0) dup2(nothing, file);
    endwin();
    fflush(output);
    if (nothing >= 0) dup2(kept, file), close(nothing);
    if (kept >= 0) close(kept);
}

void qkv_curses_stop(void) {
    if (screen == NULL) return;
    end_quietly();
    delscreen(screen);
    screen = NULL;
    fclose(output);
    output = NULL;
}

void qkv_curses_pause(void) {
    end_quietly();
    size_t length;
    take_output(&length);
}

void qkv_curses_resize(int width, int height) {
    resizeterm(height + extra_rows, width);
    // What stood in that row when the screen was taller would be drawn over the last one.
    if (extra_rows > 0) mvwhline(stdscr, height, 0, ' ', width);
}

// MARK: Colours

int qkv_colors(void) { return colors; }
int qkv_color_pairs(void) { return COLOR_PAIRS; }

static int has_string(const char *name) {
    char *text = tigetstr(name);
    return text != NULL && text != (char *)-1;
}

static int offers_direct_color(void) {
    return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || has_string("RGB");
}

int qkv_has_direct_color(void) { return offers_direct_color() && colors >= 1 << 24; }

int qkv_describe_terminal(struct qkv_terminal_description *description) {
    int result = 0;
    const char *name = getenv("TERM");
    if (name == NULL || *name == 0 || setupterm(NULL, STDOUT_FILENO, &result) != OK) return 0;
    int count = tigetnum("colors");
    // As ncurses has it: colours count where they can be set and taken back.
    int is_usable = count > 0 && tigetnum("pairs") > 0 && (has_string("setaf") || has_string("setf"))
        && (has_string("op") || has_string("oc"));
    description->can_place_cursor = has_string("cup");
    description->colors = is_usable ? count : 0;
    description->has_direct_color = offers_direct_color() && description->colors >= 1 << 24;
    del_curterm(cur_term);
    return 1;
}

void qkv_set_pair(int pair, int foreground, int background) {
    init_extended_pair(pair, foreground, background);
}

// MARK: Cells

void qkv_put(int x, int y, const uint32_t *scalars, int count, int attributes, int pair) {
    wchar_t text[CCHARW_MAX + 1];
    if (count > CCHARW_MAX) count = CCHARW_MAX;
    for (int index = 0; index < count; index++) text[index] = (wchar_t)scalars[index];
    text[count] = 0;
    attr_t marks = A_NORMAL;
    if (attributes & QKV_BOLD) marks |= A_BOLD;
    if (attributes & QKV_UNDERLINE) marks |= A_UNDERLINE;
    if (attributes & QKV_REVERSE) marks |= A_REVERSE;
    if (attributes & QKV_DIM) marks |= A_DIM;
    cchar_t cell;
    // The short pair is ignored where the pointer is given.
    if (setcchar(&cell, text, marks, 0, &pair) == OK) mvwadd_wch(stdscr, y, x, &cell);
}

static int cursor_x = -1, cursor_y;

void qkv_set_cursor(int x, int y) {
    cursor_x = x;
    cursor_y = y;
}

void qkv_clear(void) {
    clearok(curscr, TRUE);
}

const char *qkv_refresh(size_t *length) {
    curs_set(cursor_x >= 0);
    // Never left behind the last cell, where there is no row.
    wmove(stdscr, cursor_x >= 0 ? cursor_y : 0, cursor_x >= 0 ? cursor_x : 0);
    wnoutrefresh(stdscr);
    struct termios modes;
    int has_modes = writes_itself && tcgetattr(STDIN_FILENO, &modes) == 0;
    doupdate();
    // After a pause it sets modes of its own.
    if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    return take_output(length);
}

// MARK: Undoing

/// Appends a capability without its padding, `$<5>`, which only `tputs` understands.
static void append(char *bytes, size_t capacity, const char *capability) {
    if (capability == NULL || capability == (char *)-1) return;
    size_t length = strlen(bytes);
    for (const char *next = capability; *next != 0 && length + 1 < capacity; next++) {
        if (next[0] == '$' && next[1] == '<') {
            const char *end = strchr(next, '>');
            if (end != NULL) {
                next = end;
                continue;
            }
        }
        bytes[length++] = *next;
    }
    bytes[length] = 0;
}

const char *qkv_reset_bytes(int height, size_t *length) {
    static char bytes[900];
    bytes[0] = 0;
    const char *cup = tigetstr("cup");
    int is_ansi = cup != NULL && cup != (char *)-1 && strncmp(cup, "\033[", 2) == 0;
    if (is_ansi) append(bytes, sizeof bytes, "\033[?2004l\033[?1006l\033[?1002l\033[?1000l\033[?1l");
    // ncurses sets the region that scrolls; in some terminals it outlives the alternate screen.
    if (is_ansi && tigetstr("csr") != NULL) append(bytes, sizeof bytes, "\033[r");
    append(bytes, sizeof bytes, tigetstr("sgr0"));
    append(bytes, sizeof bytes, tigetstr("op"));
    append(bytes, sizeof bytes, tigetstr("rmkx"));
    append(bytes, sizeof bytes, tigetstr("cnorm"));
    const char *leave = tigetstr("rmcup");
    if (leave != NULL && leave != (char *)-1) {
        append(bytes, sizeof bytes, leave);
    } else {
        // No other screen to go back to: the shell goes on below.
        append(bytes, sizeof bytes, tiparm(cup, height - 1, 0));
        append(bytes, sizeof bytes, tigetstr("el"));
        append(bytes, sizeof bytes, "\r\n");
    }
    *length = strlen(bytes);
    return bytes;
}
