// A disk that fails: LD_PRELOAD for anything that writes through libc.
//
// Everything written under PL_DIR is remembered until it is synced. At a power cut what was not synced is taken back (or a random
// part of it: torn, reordered), together with created, renamed and removed names that no sync of their folder made durable; then
// the process is gone. Also: EIO at a sync, a full disk, and slow syncs.
//
//   PL_DIR    the folder to watch (files with -shm in their name are not: they do not outlive a machine)
//   PL_GRAVE  an existing folder on the same file system, for names that were removed or replaced
//   PL_ARM    a file that arms the faults while it exists; lines `key value`, read once each time it appears:
//               crash_at n  fail_sync_at n  enospc_at n  (the n-th write or sync after arming; enospc lasts while armed)
//               keep p      percent of the unsynced writes that reached the disk all the same   seed s
//               slow_ms m   each sync takes this much longer
//               read_eio 1  read_hang 1   what was opened for reading alone gives an error, or no answer, while armed; who writes goes on
//
// The core of it (remember, take back) is the shim in the reliability notes of this product; names, tearing and arming were added.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define SECTOR 512

enum kind { WRITE, TRUNCATE, CREATE, UNLINK, RENAME };

typedef struct op {
    enum kind kind;
    int fd;
    dev_t dev;
    ino_t ino;
    off_t off, oldsize;
    size_t n, oldn;
    char *old, *path, *path2, *grave;
    int kept;
    struct op *next;
} op;

static op *head;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *dir, *arm, *grave;
static long writes, syncs, buried, crash_at, fail_sync_at, enospc_at, slow_ms;
static int keep, armed, up, read_eio, read_hang;
static __thread int inside, reads_only;

static ssize_t (*r_write)(int, const void *, size_t);
static ssize_t (*r_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*r_read)(int, void *, size_t);
static ssize_t (*r_pread)(int, void *, size_t, off_t);
static ssize_t (*r_writev)(int, const struct iovec *, int);
static ssize_t (*r_pwritev)(int, const struct iovec *, int, off_t);
static int (*r_ftruncate)(int, off_t);
static int (*r_fallocate)(int, off_t, off_t);
static int (*r_fsync)(int), (*r_fdatasync)(int);
static int (*r_open)(const char *, int, ...), (*r_openat)(int, const char *, int, ...);
static int (*r_unlink)(const char *), (*r_rename)(const char *, const char *);

static void start(void) {
    if (up) return;
    up = 1;
    r_write = dlsym(RTLD_NEXT, "write");
    r_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    r_read = dlsym(RTLD_NEXT, "read");
    r_pread = dlsym(RTLD_NEXT, "pread64");
    r_writev = dlsym(RTLD_NEXT, "writev");
    r_pwritev = dlsym(RTLD_NEXT, "pwritev64");
    r_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    r_fallocate = dlsym(RTLD_NEXT, "posix_fallocate64");
    r_fsync = dlsym(RTLD_NEXT, "fsync");
    r_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    r_open = dlsym(RTLD_NEXT, "open64");
    r_openat = dlsym(RTLD_NEXT, "openat64");
    r_unlink = dlsym(RTLD_NEXT, "unlink");
    r_rename = dlsym(RTLD_NEXT, "rename");
    dir = getenv("PL_DIR");
    arm = getenv("PL_ARM");
    grave = getenv("PL_GRAVE");
}
__attribute__((constructor)) static void init(void) { start(); }

static int under(const char *path) {
    size_t n = dir ? strlen(dir) : 0;
    return n && path && !strncmp(path, dir, n) && path[n] == '/' && !strstr(path + n, "-shm");
}

static int watched(int fd) {
    char link[64], path[PATH_MAX];
    start();
    if (!dir || inside) return 0;
    int saved = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    errno = saved;
    if (n < 0) return 0;
    path[n] = 0;
    return under(path) || !strcmp(path, dir);
}

static char *absolute(int at, const char *path) {
    char base[PATH_MAX], link[64], full[2 * PATH_MAX];
    if (path[0] == '/') return strdup(path);
    if (at == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) return strdup(path);
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t n = readlink(link, base, sizeof base - 1);
        if (n < 0) return strdup(path);
        base[n] = 0;
    }
    snprintf(full, sizeof full, "%s/%s", base, path);
    return strdup(full);
}

// Reads the arming file when it appears; forgets the faults when it goes. Called with the lock held.
static void look(void) {
    if (!arm) return;
    if (access(arm, F_OK) != 0) {
        armed = read_eio = read_hang = 0;
        crash_at = fail_sync_at = enospc_at = slow_ms = 0;
        return;
    }
    if (armed) return;
    armed = 1;
    writes = syncs = 0;
    inside = 1;
    FILE *f = fopen(arm, "r");
    char key[32];
    long value;
    while (f && fscanf(f, "%31s %ld", key, &value) == 2) {
        if (!strcmp(key, "crash_at")) crash_at = value;
        if (!strcmp(key, "fail_sync_at")) fail_sync_at = value;
        if (!strcmp(key, "enospc_at")) enospc_at = value;
        if (!strcmp(key, "slow_ms")) slow_ms = value;
        if (!strcmp(key, "read_eio")) read_eio = (int)value;
        if (!strcmp(key, "read_hang")) read_hang = (int)value;
        if (!strcmp(key, "keep")) keep = (int)value;
        if (!strcmp(key, "seed")) srand((unsigned)value);
    }
    if (f) fclose(f);
    inside = 0;
}

// Whether something of this file that was kept lies beyond `end`: then the gap reads as zeros, else the file is shorter.
static int kept_beyond(op *o, off_t end) {
    for (op *p = head; p; p = p->next)
        if (p->kind == WRITE && p->kept && p->ino == o->ino && p->dev == o->dev && p->off + (off_t)p->n > end) return 1;
    return 0;
}

static void take_back(op *o) {
    struct stat st;
    static const char zeros[SECTOR];
    switch (o->kind) {
    case WRITE: {
        size_t from = o->kept == 2 ? SECTOR * (size_t)(rand() % (int)(o->n / SECTOR + 1)) : 0; // torn: the first sectors arrived
        if (from < o->oldn) r_pwrite(o->fd, o->old + from, o->oldn - from, o->off + (off_t)from);
        size_t hole = from > o->oldn ? from : o->oldn;
        if (hole >= o->n) break;
        off_t end = o->off + (off_t)hole;
        if (!kept_beyond(o, end) && end >= o->oldsize) {
            if (fstat(o->fd, &st) == 0 && st.st_size > end) r_ftruncate(o->fd, end);
        } else {
            for (size_t at = hole; at < o->n; at += SECTOR)
                r_pwrite(o->fd, zeros, o->n - at < SECTOR ? o->n - at : SECTOR, o->off + (off_t)at);
        }
        break;
    }
    case TRUNCATE:
        if (fstat(o->fd, &st) == 0 && st.st_size < o->oldsize) r_ftruncate(o->fd, o->oldsize);
        if (o->oldn) r_pwrite(o->fd, o->old, o->oldn, o->off);
        break;
    case CREATE:
        r_unlink(o->path);
        break;
    case UNLINK:
        if (access(o->path, F_OK) != 0) r_rename(o->grave, o->path);
        break;
    case RENAME:
        r_rename(o->path2, o->path);
        if (o->grave) r_rename(o->grave, o->path2);
        break;
    }
}

static void power_cut(void) {
    inside = 1;
    long all = 0, lost = 0;
    for (op *o = head; o; o = o->next) {
        o->kept = keep && rand() % 100 < keep;
        if (!o->kept && keep && o->kind == WRITE && rand() % 4 == 0) o->kept = 2;
    }
    // Names follow one order: once one is lost, all that were made after it are lost too.
    int lost_name = 0;
    op *names[4096];
    int count = 0;
    for (op *o = head; o && count < 4096; o = o->next)
        if (o->kind >= CREATE) names[count++] = o;
    while (count--) {
        if (lost_name) names[count]->kept = 0;
        if (!names[count]->kept) lost_name = 1;
    }
    for (op *o = head; o; o = o->next, all++)
        if (o->kept != 1) {
            take_back(o);
            lost++;
        }
    dprintf(2, "POWERCUT writes=%ld syncs=%ld unsynced=%ld lost=%ld\n", writes, syncs, all, lost);
    _exit(137);
}

static op *note(enum kind kind) {
    op *o = calloc(1, sizeof *o);
    o->kind = kind;
    o->fd = -1;
    o->next = head;
    head = o;
    return o;
}

static void note_bytes(enum kind kind, int fd, off_t off, size_t n) {
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) return;
    op *o = note(kind);
    char link[64];
    o->dev = st.st_dev;
    o->ino = st.st_ino;
    o->off = off;
    o->n = n;
    o->oldsize = st.st_size;
    // A write-only descriptor can not be read back: open the file once more for that.
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    o->fd = r_open(link, O_RDWR | O_CLOEXEC);
    if (o->fd < 0) o->fd = dup(fd);
    o->old = malloc(n ? n : 1);
    ssize_t k = r_pread(o->fd, o->old, n, off);
    o->oldn = k > 0 ? (size_t)k : 0;
}

static void forget(op **at) {
    op *o = *at;
    *at = o->next;
    if (o->fd >= 0) close(o->fd);
    if (o->grave) r_unlink(o->grave);
    free(o->old);
    free(o->path);
    free(o->path2);
    free(o->grave);
    free(o);
}

// Before bytes change: counts, faults, remembers. 0 = go on.
static int before(enum kind kind, int fd, off_t off, size_t n) {
    look();
    writes++;
    if (armed && crash_at && writes == crash_at) power_cut();
    if (armed && enospc_at && writes >= enospc_at && kind == WRITE) {
        errno = ENOSPC;
        return -1;
    }
    note_bytes(kind, fd, off, n);
    return 0;
}

static off_t position(int fd) {
    int flags = fcntl(fd, F_GETFL);
    struct stat st;
    if (flags >= 0 && (flags & O_APPEND) && fstat(fd, &st) == 0) return st.st_size;
    return lseek(fd, 0, SEEK_CUR);
}

static size_t total(const struct iovec *v, int n) {
    size_t sum = 0;
    for (int i = 0; i < n; i++) sum += v[i].iov_len;
    return sum;
}

#define GUARDED(type, fd, kind, off, n, call)                 \
    do {                                                      \
        if (!watched(fd)) return call;                        \
        pthread_mutex_lock(&lock);                            \
        type result = before(kind, fd, off, n) ? -1 : (call); \
        int saved = errno;                                    \
        pthread_mutex_unlock(&lock);                          \
        errno = saved;                                        \
        return result;                                        \
    } while (0)

ssize_t write(int fd, const void *b, size_t n) { GUARDED(ssize_t, fd, WRITE, position(fd), n, r_write(fd, b, n)); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t off) { GUARDED(ssize_t, fd, WRITE, off, n, r_pwrite(fd, b, n, off)); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t off) { return pwrite64(fd, b, n, off); }
ssize_t writev(int fd, const struct iovec *v, int c) { GUARDED(ssize_t, fd, WRITE, position(fd), total(v, c), r_writev(fd, v, c)); }
ssize_t pwritev64(int fd, const struct iovec *v, int c, off64_t off) { GUARDED(ssize_t, fd, WRITE, off, total(v, c), r_pwritev(fd, v, c, off)); }
ssize_t pwritev(int fd, const struct iovec *v, int c, off_t off) { return pwritev64(fd, v, c, off); }

static int cut(int fd, off_t size) {
    struct stat st;
    size_t lost = fstat(fd, &st) == 0 && st.st_size > size ? (size_t)(st.st_size - size) : 0;
    GUARDED(int, fd, TRUNCATE, size, lost, r_ftruncate(fd, size));
}
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }
int ftruncate(int fd, off_t size) { return cut(fd, size); }

int posix_fallocate64(int fd, off64_t off, off64_t n) {
    if (!watched(fd)) return r_fallocate(fd, off, n);
    pthread_mutex_lock(&lock);
    int result = before(WRITE, fd, off, 0) ? ENOSPC : r_fallocate(fd, off, n);
    pthread_mutex_unlock(&lock);
    return result;
}
int posix_fallocate(int fd, off_t off, off_t n) { return posix_fallocate64(fd, off, n); }

// Of a thread that opened the database for reading alone. A connection that writes is another thread, and goes on.
static int unreadable(int fd) {
    while (reads_only && watched(fd)) {
        pthread_mutex_lock(&lock);
        look();
        int eio = read_eio, hang = read_hang;
        pthread_mutex_unlock(&lock);
        if (eio) {
            errno = EIO;
            return 1;
        }
        if (!hang) return 0;
        struct timespec t = {0, 20 * 1000000};
        nanosleep(&t, NULL);
    }
    return 0;
}
ssize_t read(int fd, void *b, size_t n) { start(); return unreadable(fd) ? -1 : r_read(fd, b, n); }
ssize_t pread64(int fd, void *b, size_t n, off64_t off) { start(); return unreadable(fd) ? -1 : r_pread(fd, b, n, off); }
ssize_t pread(int fd, void *b, size_t n, off_t off) { return pread64(fd, b, n, off); }

static int parent_is(const char *path, const char *folder) {
    size_t n = strlen(folder);
    const char *slash = strrchr(path, '/');
    return slash && (size_t)(slash - path) == n && !strncmp(path, folder, n);
}

static int sync_with(int fd, int (*real)(int)) {
    struct stat st;
    if (!watched(fd) || fstat(fd, &st) != 0) return real(fd);
    pthread_mutex_lock(&lock);
    look();
    syncs++;
    if (armed && fail_sync_at && syncs >= fail_sync_at) {
        pthread_mutex_unlock(&lock);
        errno = EIO;
        return -1;
    }
    if (armed && slow_ms) {
        struct timespec t = {slow_ms / 1000, (slow_ms % 1000) * 1000000};
        // Others may write meanwhile, as they may on a slow disk; what they write stays unsynced only if it is noted later.
        pthread_mutex_unlock(&lock);
        nanosleep(&t, NULL);
        pthread_mutex_lock(&lock);
    }
    char link[64], folder[PATH_MAX] = "";
    if (S_ISDIR(st.st_mode)) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(link, folder, sizeof folder - 1);
        folder[n < 0 ? 0 : n] = 0;
    }
    int result = real(fd);
    int saved = errno;
    for (op **at = &head; result == 0 && *at;) {
        op *o = *at;
        int durable = o->kind < CREATE ? o->ino == st.st_ino && o->dev == st.st_dev
                                       : folder[0] && parent_is(o->path, folder);
        if (durable) forget(at);
        else at = &o->next;
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
    return result;
}
int fsync(int fd) { start(); return sync_with(fd, r_fsync); }
int fdatasync(int fd) { start(); return sync_with(fd, r_fdatasync); }

static int is_database(const char *path) {
    static const char ending[] = ".sqlite";
    size_t n = strlen(path), m = sizeof ending - 1;
    return n >= m && !strcmp(path + n - m, ending);
}

static int open_at(int at, const char *path, int flags, mode_t mode) {
    start();
    if (inside || !dir) return r_openat(at, path, flags, mode);
    char *full = absolute(at, path);
    int fresh = (flags & O_CREAT) && under(full) && access(full, F_OK) != 0;
    pthread_mutex_lock(&lock);
    if (under(full) && (flags & O_TRUNC) && !fresh) {
        int fd = r_open(full, O_RDWR | O_CLOEXEC);
        struct stat st;
        if (fd >= 0 && fstat(fd, &st) == 0) note_bytes(TRUNCATE, fd, 0, (size_t)st.st_size);
        if (fd >= 0) close(fd);
    }
    int fd = r_openat(at, path, flags, mode);
    int saved = errno;
    if (fd >= 0 && fresh) note(CREATE)->path = strdup(full);
    if (fd >= 0 && (flags & O_ACCMODE) == O_RDONLY && under(full) && is_database(full)) reads_only = 1;
    pthread_mutex_unlock(&lock);
    free(full);
    errno = saved;
    return fd;
}
#define MODE                                         \
    mode_t mode = 0;                                 \
    if (flags & (O_CREAT | __O_TMPFILE)) {           \
        va_list list;                                \
        va_start(list, flags);                       \
        mode = va_arg(list, mode_t);                 \
        va_end(list);                                \
    }
int open(const char *p, int flags, ...) { MODE return open_at(AT_FDCWD, p, flags, mode); }
int open64(const char *p, int flags, ...) { MODE return open_at(AT_FDCWD, p, flags | O_LARGEFILE, mode); }
int openat(int at, const char *p, int flags, ...) { MODE return open_at(at, p, flags, mode); }
int openat64(int at, const char *p, int flags, ...) { MODE return open_at(at, p, flags | O_LARGEFILE, mode); }

// A second name outside the watched folder keeps what a removed or replaced name pointed to.
static char *bury(const char *path) {
    char name[PATH_MAX];
    if (!grave || access(path, F_OK) != 0) return NULL;
    snprintf(name, sizeof name, "%s/%d-%ld", grave, getpid(), buried++);
    return link(path, name) == 0 ? strdup(name) : NULL;
}

int unlink(const char *path) {
    start();
    char *full = absolute(AT_FDCWD, path);
    if (inside || !under(full)) {
        free(full);
        return r_unlink(path);
    }
    pthread_mutex_lock(&lock);
    char *kept = bury(full);
    int result = r_unlink(path), saved = errno;
    if (result == 0 && kept) {
        op *o = note(UNLINK);
        o->path = full;
        o->grave = kept;
    } else {
        free(full);
        free(kept);
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
    return result;
}

int rename(const char *from, const char *to) {
    start();
    char *a = absolute(AT_FDCWD, from), *b = absolute(AT_FDCWD, to);
    if (inside || !under(b)) {
        free(a);
        free(b);
        return r_rename(from, to);
    }
    pthread_mutex_lock(&lock);
    char *kept = bury(b);
    int result = r_rename(from, to), saved = errno;
    if (result == 0) {
        op *o = note(RENAME);
        o->path = a;
        o->path2 = b;
        o->grave = kept;
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
    return result;
}
