// Shared by the C files only.
#ifndef QKV_INTERNAL_H
#define QKV_INTERNAL_H

/// A file without a name: in memory where the system has such, else one that is already unlinked. -1 where neither works.
int qkv_nameless_file(void);

#endif
