import time
from threading import Event, Thread


class Job:
    """Work in a separate thread, without Streamlit commands."""

    def __init__(self, total):
        self.total, self.done, self.result = total, 0, 0
        self._cancel = Event()
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def running(self):
        return self._thread.is_alive()

    @property
    def cancelled(self):
        return self._cancel.is_set()

    def cancel(self):
        self._cancel.set()
        self._thread.join()

    def _work(self):
        for number in range(self.total):
            if self._cancel.is_set():
                return
            time.sleep(0.2)  # your work
            self.result += number
            self.done += 1
