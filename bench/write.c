/* Writes the files of a pack, and nothing else: the least that any renderer of the same bytes needs.
 * usage: write PACK DIR
 * A pack is a sequence of entries: "d PATH\n" for a folder, "f SIZE PATH\n" and SIZE bytes for a file. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(const char *what) {
  perror(what);
  exit(1);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("usage: write PACK DIR\n", stderr);
    return 2;
  }
  int pack = open(argv[1], O_RDONLY);
  struct stat st;
  if (pack < 0 || fstat(pack, &st) != 0) fail(argv[1]);
  char *p = mmap(NULL, (size_t)st.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, pack, 0);
  if (p == MAP_FAILED) fail(argv[1]);
  char *end = p + st.st_size;
  if (mkdir(argv[2], 0777) != 0 || chdir(argv[2]) != 0) fail(argv[2]);
  while (p < end) {
    char *newline = memchr(p, '\n', (size_t)(end - p));
    if (newline == NULL) fail("pack");
    *newline = '\0';
    if (*p == 'd') {
      if (mkdir(p + 2, 0777) != 0) fail(p + 2);
      p = newline + 1;
      continue;
    }
    char *path;
    size_t size = strtoul(p + 2, &path, 10);
    path++;
    p = newline + 1;
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file < 0 || write(file, p, size) != (ssize_t)size || close(file) != 0) fail(path);
    p += size;
  }
  return 0;
}
