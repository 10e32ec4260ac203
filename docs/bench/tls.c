/*
 * A room full of members over TLS or plain TCP, for what TLS costs the server: memory per member, CPU
 * per delivery. One thread, OpenSSL.
 *
 *   cc -O2 -o tls docs/bench/tls.c -lssl -lcrypto
 *   ./tls tls|plain HOST PORT MEMBERS MESSAGES RATE PID
 *
 * MEMBERS join; then one sends MESSAGES lines of 64 bytes, RATE a second, or, when RATE is 0, with at most
 * 64 on their way. PID is the server's, for its CPU. With MESSAGES 0 it stays until its input ends.
 */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { WINDOW = 64, SIZE = 64, BUFFER = 1 << 16 };

struct member {
  int fd;
  SSL *ssl;
  int at_start; /* of a line */
  int is_post;  /* the line that is being read */
  long posts;
  int admitted;
};

static void die(const char *what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

/* Seconds of CPU that a process has had. */
static double cpu(int pid) {
  char path[64], line[1024];
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  FILE *f = fopen(path, "r");
  if (!f || !fgets(line, sizeof line, f)) die(path);
  fclose(f);
  unsigned long user, system;
  if (sscanf(strrchr(line, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
    die(path);
  return (double)(user + system) / sysconf(_SC_CLK_TCK);
}

static int member_write(struct member *m, const char *bytes, int length) {
  return m->ssl ? SSL_write(m->ssl, bytes, length) : write(m->fd, bytes, length);
}

/* Reads what there is and counts the posts in it; returns how many more there are. */
static long take(struct member *m) {
  static char buffer[BUFFER];
  long before = m->posts;
  for (;;) {
    int n = m->ssl ? SSL_read(m->ssl, buffer, BUFFER) : read(m->fd, buffer, BUFFER);
    if (n <= 0) {
      int again = m->ssl ? SSL_get_error(m->ssl, n) == SSL_ERROR_WANT_READ : errno == EAGAIN && n < 0;
      if (!again) {
        fprintf(stderr, "a member was disconnected\n");
        exit(3);
      }
      return m->posts - before;
    }
    for (char *p = buffer, *end = buffer + n; p < end;) {
      if (m->at_start) {
        m->is_post = *p == '[';
        m->at_start = 0;
      }
      char *line_end = memchr(p, '\n', end - p);
      if (!line_end) break;
      m->posts += m->is_post;
      m->admitted += !m->is_post;
      m->at_start = 1;
      p = line_end + 1;
    }
  }
}

static void join(struct member *m, SSL_CTX *tls, const struct sockaddr *to, socklen_t length, int number) {
  m->fd = socket(to->sa_family, SOCK_STREAM, 0);
  int on = 1;
  if (m->fd < 0 || connect(m->fd, to, length) < 0) die("connect");
  setsockopt(m->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (tls) {
    m->ssl = SSL_new(tls);
    SSL_set_fd(m->ssl, m->fd);
    if (SSL_connect(m->ssl) != 1) {
      ERR_print_errors_fp(stderr);
      exit(1);
    }
  }
  char name[32];
  int n = snprintf(name, sizeof name, "p%dm%d\n", getpid(), number);
  if (member_write(m, name, n) != n) die("write");
  fcntl(m->fd, F_SETFL, O_NONBLOCK);
  m->at_start = 1;
}

int main(int argc, char **argv) {
  if (argc != 8) {
    fprintf(stderr, "usage: tls tls|plain HOST PORT MEMBERS MESSAGES RATE PID\n");
    return 2;
  }
  int members = atoi(argv[4]), pid = atoi(argv[7]);
  long messages = atol(argv[5]);
  double rate = atof(argv[6]);
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *to;
  if (getaddrinfo(argv[2], argv[3], &hints, &to)) die("getaddrinfo");
  SSL_CTX *tls = strcmp(argv[1], "tls") ? NULL : SSL_CTX_new(TLS_client_method());
  int poll = epoll_create1(0);
  struct member *all = calloc(members, sizeof *all);
  double start = now(), cpu_before = cpu(pid);
  int in = 0;
  for (int i = 0; i < members; i++) {
    join(&all[i], tls, to->ai_addr, to->ai_addrlen, i);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &all[i]};
    epoll_ctl(poll, EPOLL_CTL_ADD, all[i].fd, &event);
  }
  struct epoll_event events[256];
  while (in < members) { /* each gets a greeting and a list */
    int n = epoll_wait(poll, events, 256, 10000);
    for (int i = 0; i < n; i++) {
      struct member *m = events[i].data.ptr;
      int before = m->admitted >= 2;
      take(m);
      in += !before && m->admitted >= 2;
    }
    if (n == 0) die("not all got in");
  }
  printf("joined %d in %.2f s, %.3f ms of CPU each\n", members, now() - start,
         (cpu(pid) - cpu_before) * 1e3 / members);
  fflush(stdout);
  if (messages == 0) {
    while (getchar() != EOF) {
    }
    return 0;
  }
  usleep(500000);
  char line[SIZE + 1];
  memset(line, 'x', SIZE);
  line[SIZE] = '\n';
  long sent = 0, delivered = 0, expected = messages * (members - 1);
  start = now();
  cpu_before = cpu(pid);
  while (delivered < expected) {
    while (sent < messages
           && (rate > 0 ? now() - start >= sent / rate : sent - delivered / (members - 1) < WINDOW)) {
      if (member_write(&all[0], line, SIZE + 1) != SIZE + 1) break;
      sent++;
    }
    int n = epoll_wait(poll, events, 256, rate > 0 ? 1 : 10000);
    if (n == 0 && rate == 0) {
      fprintf(stderr, "only %ld of %ld were delivered\n", delivered, expected);
      return 3;
    }
    for (int i = 0; i < n; i++) delivered += take(events[i].data.ptr);
  }
  double took = now() - start;
  printf("%s: %ld deliveries in %.2f s, %.0f/s, %.3f us of server CPU each\n", argv[1], delivered, took,
         delivered / took, (cpu(pid) - cpu_before) * 1e6 / delivered);
  return 0;
}
