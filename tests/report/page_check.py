"""Opens the report of a trial in headless Chromium and reads it as a reader would.

    page_check.py PROGRAM TRIAL

Fails where Chromium is missing, logs an error to the console or asks the network for anything, where a filter
does not filter, or where the verdicts on the page are not those of "check --format json".
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]


class Browser:
    """Chromium over its debugging pipe: messages are JSON, each ended by a zero byte."""

    def __init__(self, folder):
        program = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
        if not program:
            sys.exit("chromium is missing: scripts/install-deps test")
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()
        # Chromium reads file descriptor 3 and writes 4.
        shell = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, program, *FLAGS, f"--user-data-dir={folder}", "--remote-debugging-pipe", "about:blank"],
            pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.last, self.session, self.events, self.rest = 0, None, [], b""
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(domain + ".enable")

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.into, 1 << 20)
            if not piece:
                sys.exit("chromium ended early")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while (answer := self.read()).get("id") != self.last:
            self.events.append(answer)
        if "error" in answer:
            sys.exit(f"{method}: {answer['error']}")
        return answer["result"]

    def open(self, url):
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            sys.exit(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def close(self):
        self.call("Browser.close")
        self.process.wait(timeout=20)


def complaints(browser, url):
    """Console errors, exceptions, and requests for anything but the page."""
    found = []
    for event in browser.events:
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown" or method == "Log.entryAdded":
            found.append(params)
        if method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            found.append(params)
        if method == "Network.requestWillBeSent" and params["request"]["url"] != url:
            found.append(params["request"]["url"])
    return found


def shown_rows(browser):
    return browser.value(
        "[...document.querySelectorAll('table[data-filters] tbody tr:not(.section)')]"
        ".filter(row => row.getClientRects().length > 0).length")


def choose(browser, name, value):
    browser.value(f"""{{ const select = document.querySelector('.filters [name={json.dumps(name)}]');
        select.value = {json.dumps(value)}; select.dispatchEvent(new Event('input', {{bubbles: true}})); }}""")


def check_page(browser, url, checked):
    browser.open(url)
    summary, findings = checked["summary"], checked["findings"]
    problems = complaints(browser, url)
    assert not problems, problems
    text = browser.value("document.body.innerText")
    for verdict, count in summary.items():
        words = browser.value("[...document.querySelectorAll('.tally li')].map(li => li.innerText)"
                              f".find(text => text.includes({json.dumps(verdict)}))")
        assert words.split()[0] == str(count) and verdict in words, words
    assert text.count("discrepant") >= summary["discrepant"], "a discrepancy is missing from the text"
    assert shown_rows(browser) == len(findings)
    for verdict, count in summary.items():
        if count == 0:
            continue
        choose(browser, "Verdict", verdict)
        assert shown_rows(browser) == count, (verdict, shown_rows(browser), count)
        assert f"{count} of {len(findings)} shown" in browser.value("document.querySelector('.filters output').value")
    choose(browser, "Verdict", "")
    for name, member in (("Source", "source"), ("Place", "where")):
        wanted = findings[0][member]
        choose(browser, name, wanted)
        assert shown_rows(browser) == sum(f[member] == wanted for f in findings), wanted
        choose(browser, name, "")
    browser.value("document.querySelector('.tally a[data-value=discrepant]').click()")
    assert shown_rows(browser) == summary["discrepant"]
    # A link to a row that the filter hides brings it back.
    hidden = next(f["id"] for f in findings if f["verdict"] == "reproduced")
    browser.value(f"new Promise(done => {{ addEventListener('hashchange', () => setTimeout(done, 50)); location.hash = '{hidden}' }})")
    assert shown_rows(browser) == len(findings)
    assert browser.value("document.documentElement.lang") == "en"
    broken = browser.value("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
                           ".filter(id => !document.getElementById(id))")
    assert not broken, f"links that lead nowhere: {broken[:5]}"
    twice = browser.value("(ids => ids.filter((id, i) => ids.indexOf(id) !== i))"
                          "([...document.querySelectorAll('[id]')].map(e => e.id))")
    assert not twice, f"ids that occur twice: {twice[:5]}"


def check_phone(browser, url):
    browser.call("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=1, mobile=True)
    browser.open(url)
    wide = browser.value("document.documentElement.scrollWidth")
    assert wide <= 390, f"the page is {wide} wide on a phone of 390"
    browser.call("Emulation.clearDeviceMetricsOverride")


def check_without_script(browser, url, checked):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(url)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert browser.value("document.querySelector('.filters') === null")
    assert shown_rows(browser) == len(checked["findings"])


def run(program, *arguments):
    result = subprocess.run([program, *arguments], capture_output=True, text=True,
                            env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert result.returncode in (0, 1) and not result.stderr, result.stderr
    return result.stdout


def main():
    program, *trials = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(os.path.join(folder, "profile"))
        for trial in trials:
            page = pathlib.Path(folder, "report.html")
            run(program, "report", trial, "-o", str(page))
            checked = json.loads(run(program, "check", trial, "--format", "json"))
            check_page(browser, page.as_uri(), checked)
            check_phone(browser, page.as_uri())
            check_without_script(browser, page.as_uri(), checked)
        browser.close()


if __name__ == "__main__":
    main()
