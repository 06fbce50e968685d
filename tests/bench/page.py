"""Opens pages in headless Chromium: console, keyboard, filter, search, accessibility, time to open, pictures.

    python tests/bench/page.py PAGE.html... --axe axe.min.js --pictures FOLDER --browser /usr/bin/chromium

Needs `pip install playwright`, a Chromium, and axe.min.js of the npm package axe-core.
"""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

WIDE = {"viewport": {"width": 1000, "height": 1100}}
LOOKS: dict[str, dict[str, Any]] = {
    "light": WIDE,
    "dark": {**WIDE, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
}


def opened(browser: Browser, path: Path, said: list[str], **look: Any) -> Page:
    page = browser.new_context(**look).new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.resolve().as_uri())
    page.wait_for_selector(".live")
    return page


def by_keyboard(page: Page) -> None:
    """Sentences, boxes and search, without a mouse."""
    page.locator("#documents").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className").startswith("s")
    assert page.locator(".panel").inner_text()
    box, every = page.locator(".only input").first, page.locator(".s").count()
    if box.count():
        box.focus()
        page.keyboard.press("Space")
        assert 0 < page.locator(".s.off").count() < every
        page.keyboard.press("Space")
    assert page.locator(".s.off").count() == 0
    search = page.locator("input[type=search]")
    search.fill("the")
    search.press("Enter")
    page.wait_for_timeout(300)
    assert page.locator(".s.found").count() > 0


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("pages", nargs="+", type=Path)
    arguments.add_argument("--axe", type=Path)
    arguments.add_argument("--pictures", type=Path)
    arguments.add_argument("--browser", default="/usr/bin/chromium")
    given = arguments.parse_args()
    bad = 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=given.browser, args=["--no-sandbox"])
        for path in given.pages:
            for name, look in LOOKS.items():
                said: list[str] = []
                begun = time.monotonic()
                page = opened(browser, path, said, **look)
                took = time.monotonic() - begun
                if given.pictures:
                    page.screenshot(path=given.pictures / f"{path.stem}-{name}.png")
                by_keyboard(page)
                found = []
                if given.axe:
                    plain = opened(browser, path, [], bypass_csp=True, **look)
                    plain.evaluate(given.axe.read_text("utf-8"))
                    report = plain.evaluate("axe.run(document, {resultTypes: ['violations']})")
                    found = [(one["id"], one["impact"], len(one["nodes"])) for one in report["violations"]]
                print(f"{path.name} {name}: open in {took:.2f} s, console {said}, axe {found}")
                bad += bool(said or found)
            if given.pictures:
                page = opened(browser, path, [], **WIDE)
                page.emulate_media(media="print")
                page.screenshot(path=given.pictures / f"{path.stem}-print.png")
        browser.close()
    return bad


if __name__ == "__main__":
    sys.exit(main())
