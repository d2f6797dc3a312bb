"""What `make lighthouse` makes of Lighthouse's reports."""

import json

import pytest

from livedocs.qa import lighthouse
from livedocs.qa.lighthouse import Report


def report(performance=1, seo=1, sent=1000, shift=0, benchmark=2000):
    """Return a report as Lighthouse writes it, as far as it is read."""
    link = {"type": "node", "selector": "nav > a", "snippet": '<a href="..">'}
    audits = {
        "link-text": {"score": seo, "title": "Links say", "displayValue": "1 link", "details": {"items": [link, link]}},
        "total-blocking-time": {"score": performance, "title": "Blocked", "numericValue": 120.4},
        "largest-contentful-paint": {"score": 1, "title": "Painted", "numericValue": 1500.2},
        "cumulative-layout-shift": {"score": 1, "title": "Moved", "numericValue": shift},
        "cls-culprits-insight": {"score": 0, "title": "Culprits", "details": {"items": [{"items": [{"node": link}]}]}},
        "network-requests": {
            "details": {
                "items": [
                    {"url": "http://127.0.0.1/", "transferSize": sent},
                    {"url": "data:,", "transferSize": 9},
                ]
            }
        },
    }
    parts = {"performance": "total-blocking-time", "seo": "link-text"}
    categories = {
        name: {"score": 1, "auditRefs": [{"id": parts[name], "weight": 1}] if name in parts else []}
        for name in lighthouse.GOALS
    }
    categories["performance"]["score"], categories["seo"]["score"] = performance, seo
    read = {"categories": categories, "audits": audits, "environment": {"benchmarkIndex": benchmark}}
    return Report("urls/", json.loads(json.dumps(read)))


def test_line_of_a_page_that_meets_all_goals(capsys):
    assert lighthouse.show([report(performance=0.98)])

    assert capsys.readouterr().out.splitlines()[1:] == [
        "urls/                   98   100   100   100      1 kB  CLS 0.000  LCP  1500 ms  TBT  120 ms"
    ]


@pytest.mark.parametrize(
    ("given", "missed", "causes"),
    [
        ({"performance": 0.97}, "performance", ["total-blocking-time: Blocked"]),
        ({"seo": 0.9}, "seo", ['link-text: 1 link; nav > a <a href="..">']),
        ({"sent": 300_001}, "bytes", []),
        ({"shift": 0.0004}, "layout shift", ['cls-culprits-insight: Culprits; nav > a <a href="..">']),
    ],
)
def test_page_that_misses_a_goal_and_why(capsys, given, missed, causes):
    assert not lighthouse.show([report(**given), report()])

    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]

    assert lines[2:-1] == [f"missed: {missed}", *causes]


def test_slow_machine_is_named(capsys):
    lighthouse.show([report(benchmark=261.4), report()])

    assert "slow or busy (benchmarkIndex 261)" in capsys.readouterr().out


def test_page_that_is_only_slow_is_judged_three_times(monkeypatch):
    reports = [report(performance=score) for score in (0.9, 0.99, 0.97)]
    monkeypatch.setattr(lighthouse, "_run", lambda _address, _page: reports.pop(0))

    assert lighthouse.judge("http://127.0.0.1/", "urls/").scores["performance"] == 97


def test_page_that_misses_more_is_judged_once(monkeypatch):
    reports = [report(performance=0.9, seo=0.9)]
    monkeypatch.setattr(lighthouse, "_run", lambda _address, _page: reports.pop(0))

    assert lighthouse.judge("http://127.0.0.1/", "urls/").scores["performance"] == 90
