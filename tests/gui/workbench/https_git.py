#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serves a repository by https to those who know the password: https_git.py REPOSITORY PEM.
Prints its port."""

import base64
import gzip
import http.server
import ssl
import subprocess
import sys

KEY = "Basic " + base64.b64encode(b"me:secret").decode()


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, kind, body):
        if self.headers.get("Authorization") != KEY:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="kiln"')
            self.send_header("Content-Length", "0")
            return self.end_headers()
        self.send_response(200)
        self.send_header("Content-Type", f"application/x-git-upload-pack-{kind}")
        content = body()
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    @staticmethod
    def upload_pack(*options, question=b""):
        return subprocess.run(["git", "upload-pack", "--stateless-rpc", *options, sys.argv[1]],
                              input=question, stdout=subprocess.PIPE, check=True).stdout

    def do_GET(self):
        self.answer("advertisement", lambda: b"001e# service=git-upload-pack\n0000" +
                    self.upload_pack("--advertise-refs"))

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            question = gzip.decompress(question)
        self.answer("result", lambda: self.upload_pack(question=question))

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2])
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
