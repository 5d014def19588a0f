#define _GNU_SOURCE
#include "CTestSupport.h"

#include <locale.h>
#include <stddef.h>
#include <wchar.h>

int qkvtest_column_width(uint32_t scalar) {
    static _Thread_local locale_t utf8;
    if (utf8 == (locale_t)0) utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (utf8 == (locale_t)0) return -2;
    locale_t before = uselocale(utf8);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}
