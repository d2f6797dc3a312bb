"""What a reader does with the block of a snippet."""

from playwright.sync_api import expect

START = 60_000  # milliseconds, for Python in WebAssembly on a busy machine


class Block:
    """A snippet's block on a page, and its apps."""

    def __init__(self, page, snippet):
        """Find it on the open page of its topic."""
        self.page = page
        self.element = page.locator(f".live[data-snippet='{snippet}']")

    def click(self, name):
        """Click a button, or the tab that runs the app."""
        if name == "Run" and not self.element.locator(".live-run").is_visible():
            self.element.locator("label[for$='-run']").click()
        else:
            self.button(name).click()

    def button(self, name):
        """Return a button of the block; the buttons of apps are in frames."""
        return self.element.get_by_role("button", name=name, exact=True)

    def wait(self, step="ready"):
        """Wait until the app that was started last is ready, or at another step."""
        expect(self.element).to_have_attribute("data-live", step, timeout=START)
        return self

    def start(self):
        """Run the app and wait until it is ready."""
        self.click("Run")
        return self.wait()

    def works(self):
        """Use the app, a counter."""
        self.wait()
        self.press("Start")
        self.shows("0")

    def app(self, number=0):
        """Return the frame of a session."""
        return self.element.frame_locator("iframe").nth(number)

    def shows(self, text, number=0):
        """Wait until an app shows a text."""
        expect(self.app(number).get_by_test_id("stText").get_by_text(text, exact=True)).to_be_visible(timeout=10_000)

    def press(self, label, number=0):
        """Click a button of an app."""
        self.app(number).get_by_role("button", name=label, exact=True).click()

    def says(self, text):
        """Wait until the block shows an error."""
        expect(self.element.locator(".live-fault").first).to_contain_text(text, timeout=START)

    @property
    def editor(self):
        """The field for code."""
        return self.element.get_by_role("textbox", name="Code of")

    def tab(self):
        """Show the Run tab as a key does, which runs nothing."""
        self.element.locator("input[id$='-run']").evaluate("tab => tab.click()")

    def type(self, code):
        """Replace the code in the editor, which is opened if it isn't."""
        self.tab()
        if not self.element.locator(".live-editing").is_visible():
            self.click("Edit")
        self.editor.fill(code)

    def run(self, code):
        """Replace the code, and run it in the app if there is one."""
        self.type(code)
        self.editor.press("Control+Enter")
