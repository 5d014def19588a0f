// The least that an ncurses program does: take the terminal, draw a line, wait for a key.
#include <curses.h>
#include <locale.h>

int main(void) {
  setlocale(LC_CTYPE, "");
  initscr();
  raw();
  noecho();
  mvaddstr(0, 0, "hello, world");
  refresh();
  getch();
  endwin();
  return 0;
}
