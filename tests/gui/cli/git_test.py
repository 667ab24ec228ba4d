#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kiln clone and kiln lib with servers on the loopback address: git's own daemon, https with a
certificate that nobody signed, and one that never answers. git says what should be there."""

import getpass
import http.server
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time

from kiln_program import Kiln, check


def git(folder, *words):
    return subprocess.run(["git", "-C", folder, "-c", "user.name=T", "-c", "user.email=t@localhost",
                           "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", *words],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True).stdout.strip()


def wait_until(holds, what):
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    sys.exit(f"FAILED: waited for {what}")


def make_repository(path):
    path.mkdir(parents=True)
    git(path, "init", "-q", "-b", "main")
    (path / "Makefile.uk").write_text("$(eval $(call addlib_s,libgift,$(CONFIG_LIBGIFT)))\n")
    (path / "Config.uk").write_text("config LIBGIFT\n\tbool \"gift\"\n")
    git(path, "add", "."), git(path, "commit", "-qm", "first")
    git(path, "tag", "v1")
    git(path, "checkout", "-qb", "next")
    (path / "next.c").write_text("int next;\n")
    git(path, "add", "."), git(path, "commit", "-qm", "what comes next")
    git(path, "checkout", "-q", "main")


def set_hooks(source):
    """Hooks of the user's, which git itself runs in every repository, and those that a new one
    gets. They tell when they run."""
    template = FOLDER / "template"
    for name in ("post-checkout", "post-merge", "post-index-change", "reference-transaction",
                 "pre-auto-gc", "post-rewrite", "fsmonitor-watchman"):
        for hook in (FOLDER / "hooks" / name, template / "hooks" / name):
            hook.parent.mkdir(parents=True, exist_ok=True)
            hook.write_text(f"#!/bin/sh\necho {name} >> {FOLDER}/hook-ran\n")
            hook.chmod(0o755)
    config = FOLDER / "home" / ".gitconfig"
    for setting in (f"[core]\n\thooksPath = {FOLDER}/hooks\n",
                    f"[init]\n\ttemplateDir = {template}\n"):
        config.write_text(setting)
        subprocess.run(["git", "clone", "-q", source, FOLDER / "by-git"], check=True)
        check((FOLDER / "hook-ran").exists(), "git runs them: " + setting)
        (FOLDER / "hook-ran").unlink()
        shutil.rmtree(FOLDER / "by-git")
    config.write_text(f"[core]\n\thooksPath = {FOLDER}/hooks\n\tfsmonitor = "
                      f"{FOLDER}/hooks/fsmonitor-watchman\n[init]\n\ttemplateDir = {template}\n")


def no_hook_ran():
    ran = FOLDER / "hook-ran"
    check(not ran.exists(), "a hook ran: " + (ran.read_text() if ran.exists() else ""))


def left_over(parent):
    return sorted(path.name for path in parent.iterdir())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def clones(address, source):
    for version, branch in (("", "main"), ("next", "next"), ("v1", ""), (None, "")):
        revision = git(source, "rev-parse", version or "main")
        wanted = revision if version is None else version
        target = FOLDER / f"clone-{branch}-{wanted or 'shown'}"
        kiln("clone", address, target, *(["--version", wanted] if wanted else []))
        check(git(target, "rev-parse", "HEAD") == revision, f"{wanted}: the revision")
        check(git(target, "status", "--porcelain") == "", "all files are as committed")
        check(git(target, "branch", "--show-current") == branch, f"{wanted}: the branch")
    no_hook_ran()
    output = kiln("clone", address, "--versions")
    check(output.split() == "branch main (shown) branch next tag v1".split(), output)
    before = left_over(FOLDER)
    said = kiln("clone", address, FOLDER / "deep" / "er" / "none", "--version", "nope", status=1)
    check("“nope”" in said and "--versions" in said, said)
    said = kiln("clone", address + "-gone", FOLDER / "none", status=1)
    check("could not be cloned" in said, said)
    said = kiln("clone", address, FOLDER / "clone-main-shown", status=1)
    check("already" in said, said)
    check(left_over(FOLDER) == before, "a failed clone leaves nothing")


def refused():
    for address, what in (("http://127.0.0.1/x.git", "https"), ("ext::sh -c id", "no such"),
                          ("ftp://127.0.0.1/x", "ftp"), ("-upload-pack=id", "no address"),
                          ("https://me:secret@127.0.0.1/x", "password"), ("/nowhere/x", "no such")):
        check(what in kiln("clone", "--", address, FOLDER / "none", status=1), address)
    certificate = FOLDER / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", certificate, "-out",
                    FOLDER / "public.pem"], check=True, stderr=subprocess.DEVNULL)
    with certificate.open("ab") as both:
        both.write((FOLDER / "public.pem").read_bytes())
    asked = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    said = kiln("clone", f"https://localhost:{server.server_port}/x.git", FOLDER / "none", status=1)
    check("certificate" in said and "not valid" in said, said)
    check(not asked and not (FOLDER / "none").exists(), "nothing was asked of that server")
    server.shutdown()


def stopped(source):
    """A server that takes the call and says nothing."""
    parent = FOLDER / "stopped"
    parent.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"git://127.0.0.1:{silent.getsockname()[1]}/x"
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGKILL, -9)):
            process = subprocess.Popen([KILN, "clone", address, parent / "copy"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            connection, _ = silent.accept()
            wait_until(lambda: left_over(parent), "the hidden folder")
            process.send_signal(number)
            process.wait(timeout=30)
            connection.close()
            check(process.returncode == status, f"{number}: status {process.returncode}")
            if number != signal.SIGKILL:
                check(left_over(parent) == [], f"{number} left {left_over(parent)}")
    # What a killed one left is removed by the next.
    kiln("clone", source, parent / "copy")
    check(left_over(parent) == ["copy"], str(left_over(parent)))


def ssh(source):
    """A server of this user's, and a key that only the agent has."""
    folder = FOLDER / "ssh"
    folder.mkdir(mode=0o700)
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name],
                       check=True)
    (folder / "authorized").write_text((folder / "key.pub").read_text())
    port = free_port()
    (folder / "config").write_text(
        f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {folder}/host\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n")
    if os.geteuid() == 0:
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)  # wanted of an administrator's
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", folder / "config"],
                              stderr=(folder / "log").open("w"), start_new_session=True)
    agent = None
    address = f"ssh://{getpass.getuser()}@127.0.0.1:{port}{source}"
    try:
        wait_until(lambda: answers(port), "sshd")
        before = left_over(FOLDER)
        said = kiln("clone", address, FOLDER / "none", status=1)
        check("known_hosts" in said, said)
        home = FOLDER / "home" / ".ssh"
        home.mkdir(mode=0o700)
        public = (folder / "host.pub").read_text().split()
        (home / "known_hosts").write_text(f"[127.0.0.1]:{port} {public[0]} {public[1]}\n")
        os.environ.pop("SSH_AUTH_SOCK", None)
        said = kiln("clone", address, FOLDER / "none", status=1)
        check("ssh-add" in said, said)
        agent = subprocess.Popen(["ssh-agent", "-D", "-a", folder / "agent"],
                                 stdout=subprocess.DEVNULL)
        wait_until((folder / "agent").exists, "ssh-agent")
        os.environ["SSH_AUTH_SOCK"] = str(folder / "agent")
        said = kiln("clone", address, FOLDER / "none", status=1)
        check("ssh-add" in said, "an agent without a key: " + said)
        check(left_over(FOLDER) == before, "a failed clone leaves nothing")
        subprocess.run(["ssh-add", "-q", folder / "key"], check=True)
        kiln("clone", address, FOLDER / "by-ssh", "--version", "next")
        check(git(FOLDER / "by-ssh", "rev-parse", "HEAD") == git(source, "rev-parse", "next"),
              "what ssh brought")
    finally:
        os.environ.pop("SSH_AUTH_SOCK", None)
        for process in (agent, server):
            if process is not None:
                process.terminate()
                process.wait()


def libraries(address, source):
    application = FOLDER / "application"
    kiln("new", application)
    text = (application / "Kraftfile").read_text()
    kiln("lib", "add", application, address, "--version", "next")
    clone = application / ".unikraft" / "libs" / "gift"
    check(git(clone, "rev-parse", "HEAD") == git(source, "rev-parse", "next"), "the version")
    check((application / "Kraftfile").read_text() ==
          text + f"libraries:\n  gift:\n    source: {address}\n    version: next\n",
          (application / "Kraftfile").read_text())
    check(str(clone) in kiln("lib", "list", application), "it is listed")
    check("LIBGIFT=" in kiln("config", application, "--list") or
          "LIBGIFT" in kiln("config", application, "--set", "LIBGIFT=y"), "its options are there")

    (clone / "own.c").write_text("int own;\n")
    state = kiln("lib", "status", application)
    check("0 ahead, 0 behind, 1 changed" in state and "own.c" in state, state)
    check("nothing new" in kiln("lib", "update", application), "nothing is new")
    git(source, "checkout", "-q", "next")
    (source / "next.c").write_text("int next = 1;\n")
    git(source, "commit", "-qam", "one more")
    revision = git(source, "rev-parse", "HEAD")
    said = kiln("lib", "update", application)
    check("1 files" in said and "one more" in said, said)
    check(git(clone, "rev-parse", "HEAD") == revision and (clone / "own.c").exists(),
          "what is new came, what is mine stayed")
    check(git(clone, "status", "--porcelain") == "?? own.c", git(clone, "status", "--porcelain"))
    # Changes of one's own are never overwritten.
    (clone / "next.c").write_text("int mine;\n")
    (source / "next.c").write_text("int next = 2;\n")
    git(source, "commit", "-qam", "two more")
    said = kiln("lib", "update", application, status=1)
    check("git stash" in said and (clone / "next.c").read_text() == "int mine;\n", said)
    git(clone, "commit", "-qam", "mine")
    said = kiln("lib", "update", application, status=1)
    check("git pull" in said and git(clone, "log", "-1", "--format=%s") == "mine", said)
    check("1 ahead, 1 behind" in kiln("lib", "status", application), "both have gone on")

    kiln("lib", "remove", application, "gift")
    check((application / "Kraftfile").read_text() == text and clone.exists(), "only its name went")
    said = kiln("lib", "add", application, "no-such-library", status=1)
    check("catalogue" in said, said)
    said = kiln("lib", "add", application, address, "--name", "../evil", status=1)
    check("name of a library" in said, said)
    listed = kiln("clone", "--list")
    check("lwip" in listed and "https://" in listed, listed)


KILN, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
kiln = Kiln(KILN, FOLDER).said
REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
(FOLDER / "home").mkdir()
os.environ |= {"LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(FOLDER / "config"),
               "XDG_DATA_HOME": str(FOLDER / "data"), "HOME": str(FOLDER / "home"),
               "GIT_CONFIG_NOSYSTEM": "1", "KILN_KERNEL_DIR": str(REPOSITORY / "kernel")}
SOURCE = FOLDER / "served" / "lib-gift"
make_repository(SOURCE)
PORT = free_port()
daemon = subprocess.Popen(["git", "daemon", "--export-all", "--reuseaddr", "--listen=127.0.0.1",
                           f"--port={PORT}", f"--base-path={FOLDER / 'served'}"],
                          stderr=subprocess.DEVNULL, start_new_session=True)
try:
    wait_until(lambda: answers(PORT), "git daemon")
    set_hooks(SOURCE)
    ADDRESS = f"git://127.0.0.1:{PORT}/lib-gift"
    clones(ADDRESS, SOURCE)
    refused()
    stopped(SOURCE)
    ssh(SOURCE)
    libraries(ADDRESS, SOURCE)
    no_hook_ran()
finally:
    os.killpg(daemon.pid, signal.SIGTERM)
    daemon.wait()
print("ok")
