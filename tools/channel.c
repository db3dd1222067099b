#define _GNU_SOURCE /* MSG_CMSG_CLOEXEC */
#include "tools/channel.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

/* Room for one descriptor, aligned as CMSG_FIRSTHDR wants it. */
union control {
    struct cmsghdr head;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static void attach(struct msghdr *message, union control *control, int file) {
    memset(control, 0, sizeof *control);
    message->msg_control = control->bytes;
    message->msg_controllen = sizeof control->bytes;
    struct cmsghdr *head = CMSG_FIRSTHDR(message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof file);
    memcpy(CMSG_DATA(head), &file, sizeof file);
}

/* The descriptor goes with the first bytes; the others follow plainly. */
bool channel_send(int socket, const void *bytes, size_t len, int file) {
    union control control;
    size_t sent = 0;
    while (sent < len) {
        struct iovec piece = {(char *)bytes + sent, len - sent};
        struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
        if (file >= 0 && sent == 0)
            attach(&message, &control, file);
        ssize_t count = sendmsg(socket, &message, MSG_NOSIGNAL);
        if (count > 0)
            sent += (size_t)count;
        else if (count == 0 || errno != EINTR)
            return false;
    }
    return true;
}

static int detach(struct msghdr *message) {
    struct cmsghdr *head = CMSG_FIRSTHDR(message);
    int file = -1;
    if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS &&
        head->cmsg_len == CMSG_LEN(sizeof file))
        memcpy(&file, CMSG_DATA(head), sizeof file);
    return file;
}

bool channel_receive(int socket, void *bytes, size_t len, int *file) {
    size_t got = 0;
    *file = -1;
    while (got < len) {
        union control control;
        struct iovec piece = {(char *)bytes + got, len - got};
        struct msghdr message = {.msg_iov = &piece,
                                 .msg_iovlen = 1,
                                 .msg_control = control.bytes,
                                 .msg_controllen = sizeof control.bytes};
        ssize_t count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        got += (size_t)count;
        int came = detach(&message);
        if (came >= 0)
            *file = came;
    }
    return true;
}

ssize_t channel_take(int socket, void *bytes, size_t room) {
    ssize_t count = recv(socket, bytes, room, MSG_DONTWAIT);
    if (count >= 0)
        return count;
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? -1 : 0;
}
