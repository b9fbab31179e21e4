"""Chromium without a window, driven over the pipe that its debugging protocol offers.

The protocol is JSON messages that end in a NUL; nothing need be installed but the browser.
https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb"),
)
_PATIENCE = 30.0
_KEYS = {"Enter": (13, "\r"), "Escape": (27, ""), "Tab": (9, "")}

Json = dict[str, Any]


def find() -> str | None:
    """The path of a Chromium that can be driven, None where there is none."""
    if sys.platform == "win32":  # hands no pipes to children by number
        return None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Chromium:
    """A browser process with a profile of its own."""

    def __init__(self, path: str, profile: Path) -> None:
        command_in, self._to = os.pipe()
        self._from, command_out = os.pipe()

        def as_three_and_four() -> None:
            os.dup2(command_in, 3)
            os.dup2(command_out, 4)

        self._process = subprocess.Popen(
            [path, *FLAGS, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=as_three_and_four,
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(command_in)
        os.close(command_out)
        self._buffer = b""
        self._number = 0
        self.events: list[Json] = []

    def call(self, method: str, session: str = "", **parameters: Any) -> Json:
        """Send a command and return its result; events that come meanwhile are kept."""
        self._number += 1
        message: Json = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") != self._number:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            else:
                return dict(answer["result"])

    def _receive(self) -> Json:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._from], [], [], _PATIENCE)
            data = os.read(self._from, 1 << 16) if ready else b""
            if not data:
                raise TimeoutError("the browser does not answer")
            self._buffer += data
        message, self._buffer = self._buffer.split(b"\0", 1)
        return dict(json.loads(message))

    def page(self) -> Page:
        return Page(self)

    def close(self) -> None:
        os.close(self._to)
        os.close(self._from)
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Page:
    """A tab. `errors` and `requests` are what happened in it since it was opened."""

    def __init__(self, browser: Chromium) -> None:
        self.browser = browser
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> Json:
        return self.browser.call(method, self.session, **parameters)

    def open(self, path: Path, ready: str = "document.readyState === 'complete'") -> None:
        self.call("Page.navigate", url=path.as_uri())
        self.wait(f"location.href !== 'about:blank' && {ready}")

    def close(self) -> None:
        self.browser.call("Target.closeTarget", targetId=self.target)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, as JSON has it."""
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
            allowUnsafeEvalBlockedByCSP=False,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(
                answer["exceptionDetails"]["exception"].get("description", "error in the page")
            )
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self.evaluate(condition):
            if time.monotonic() > deadline:
                raise TimeoutError(f"never true: {condition}")
            time.sleep(0.02)

    def click(self, selector: str) -> None:
        """A click of the mouse on the middle of the first piece of an element, scrolled into view once the
        page has come to rest."""
        place = self.evaluate(
            f"""(async () => {{
              const element = document.querySelector({json.dumps(selector)});
              for (let frame = 0; frame < 6; frame++) {{
                element.scrollIntoView({{block: "center"}});
                await new Promise(requestAnimationFrame);
              }}
              const box = element.getClientRects()[0];
              return [box.x + box.width / 2, box.y + box.height / 2];
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1
            )

    def press(self, key: str) -> None:
        code, text = _KEYS[key] if key in _KEYS else (ord(key.upper()), key)
        for kind in ("keyDown", "keyUp"):
            shown = {"text": text} if text and kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **shown)

    def type(self, text: str) -> None:
        """Text into the control that has the focus, in place of what it holds."""
        self.evaluate("document.activeElement.select && document.activeElement.select()")
        self.call("Input.insertText", text=text)

    def choose(self, selector: str, value: str) -> None:
        self.evaluate(
            f"""(() => {{
              const select = document.querySelector({json.dumps(selector)});
              select.value = {json.dumps(value)};
              select.dispatchEvent(new Event("change", {{bubbles: true}}));
            }})()"""
        )

    def is_in_view(self, selector: str) -> bool:
        """Whether an element, and not something above it, is what stands at its place on the screen."""
        return bool(
            self.evaluate(
                f"""(() => {{
                  const element = document.querySelector({json.dumps(selector)});
                  const box = element && element.getClientRects()[0];
                  if (!box) return false;
                  const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  return found !== null && element.contains(found);
                }})()"""
            )
        )

    def sees(self, selector: str) -> None:
        """Waits until an element is in view; TimeoutError where it never is."""
        deadline = time.monotonic() + _PATIENCE / 6
        while not self.is_in_view(selector):
            if time.monotonic() > deadline:
                raise TimeoutError(f"never in view: {selector}")
            time.sleep(0.02)

    def screen(
        self, width: int, height: int, *, dark: bool = False, media: str = "", phone: bool = False
    ) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=2 if phone else 1, mobile=phone,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def screenshot(self, path: Path) -> None:
        """A picture of the screen; .png, or .webp, which is smaller."""
        kind = {"format": "webp", "quality": 80} if path.suffix == ".webp" else {"format": "png"}
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", **kind)["data"]))

    def pdf(self) -> bytes:
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True)["data"])

    def downloads_to(self, folder: Path) -> None:
        self.browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))

    @property
    def requests(self) -> list[str]:
        """The addresses that the page asked for."""
        return [each["params"]["request"]["url"] for each in self._events("Network.requestWillBeSent")]

    @property
    def errors(self) -> list[str]:
        """What the page threw, logged as an error or was refused by its policy."""
        thrown = [str(each["params"]) for each in self._events("Runtime.exceptionThrown")]
        logged = [each["params"]["entry"] for each in self._events("Log.entryAdded")]
        called = [each["params"] for each in self._events("Runtime.consoleAPICalled")]
        return [
            *thrown,
            *(entry["text"] for entry in logged if entry["level"] == "error"),
            *(str(each["args"]) for each in called if each["type"] == "error"),
        ]

    def _events(self, method: str) -> list[Json]:
        self.evaluate("0")  # what was sent before has arrived
        mine = [each for each in self.browser.events if each.get("sessionId") == self.session]
        return [each for each in mine if each.get("method") == method]
