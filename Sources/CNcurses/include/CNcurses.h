#ifndef QKV_CNCURSES_H
#define QKV_CNCURSES_H

#if !__has_include(<curses.h>)
#error "curses.h is missing: install libncurses-dev"
#endif

#endif
