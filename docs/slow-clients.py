#!/usr/bin/env python3
"""Keeps many half-sent requests open and measures how long others wait meanwhile. For a system of your own only.

    docs/slow-clients.py http://localhost:8080 stranger|login|json|upload|headers [number of them, 250]

The logins are the demonstration's. Over https:// the certificate is not looked at.
"""
import base64, socket, ssl, sys, time, urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

base = sys.argv[1].rstrip("/")
kind = sys.argv[2]
many = int(sys.argv[3]) if len(sys.argv) > 3 else 250
url = urlsplit(base)
tls = ssl._create_unverified_context() if url.scheme == "https" else None
port = url.port or (443 if tls else 80)
basic = "Basic " + base64.b64encode(b"admin:demo").decode()
form = "application/x-www-form-urlencoded"
address, headers, beginning = {
    "stranger": ("/api/concerns", {"Content-Type": form}, "a=1"),
    "login": ("/camunda/api/admin/auth/user/default/login/tasklist", {"Content-Type": form}, "user"),
    "json": ("/api/concerns", {"Content-Type": "application/json", "Authorization": basic}, '{"title":'),
    "upload": ("/api/roster", {"Content-Type": "multipart/form-data; boundary=b", "Authorization": basic}, "--b\r\n"),
    "headers": ("/api/concerns", None, "X-Slow: "),
}[kind]


def half():
    connection = socket.create_connection((url.hostname, port), 60)
    if tls:
        connection = tls.wrap_socket(connection, server_hostname=url.hostname)
    text = f"POST {url.path}{address} HTTP/1.1\r\nHost: {url.netloc}\r\n"
    if headers is not None:
        text += "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "Content-Length: 1000\r\n\r\n"
    connection.sendall((text + beginning).encode())
    return connection


def ask(path, **wanted):
    begun = time.monotonic()
    request = urllib.request.Request(base + path, **wanted)
    with urllib.request.urlopen(request, timeout=300, context=tls) as answer:
        answer.read()
    return time.monotonic() - begun


def figures(moment):
    asked = [
        ("health", lambda: ask("/actuator/health")),
        ("page", lambda: ask("/camunda/app/tasklist/default/")),
        ("login, read", lambda: ask("/api/calendar/terms", headers={"Authorization": basic})),
        ("login, post", lambda: ask("/engine-rest/task?maxResults=9", data=b"{}", headers={
            "Authorization": basic, "Content-Type": "application/json"})),
    ]
    print(moment, end=":")
    for name, what in asked:
        print(f"  {name} {what():.2f} s", end="", flush=True)
    print()


figures("before")
with ThreadPoolExecutor(50) as pool:
    held = list(pool.map(lambda _: half(), range(many)))
figures(f"{many} half-sent ({kind})")
figures("and again")
for connection in held:
    connection.close()
