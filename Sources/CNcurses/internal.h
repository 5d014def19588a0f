// Shared by the C files only.
#ifndef QKV_INTERNAL_H
#define QKV_INTERNAL_H

/// A file without a name: in memory where the system has such, else one that is already unlinked. -1 where neither works.
int qkv_nameless_file(void);

/// Whether a descriptor is the terminal that standard output is.
int qkv_is_same_terminal(int descriptor);

/// The terminal behind standard output under a description of our own that doesn't block; -1 where there is none.
int qkv_open_terminal(void);

#endif
