"""The bot's numbers as Prometheus reads them: sums without names and ids, made when they are asked for.

Not here: the counting (counts.py) and the serving (http_server.py). Imported only when METRICS is on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from bot.counts import BODY_BOUNDS, Counts
from bot.health_report import HealthReport

GAUGES = {
    "updates_waiting": "Updates that are not handled yet",
    "updates_age_seconds": "How long the oldest of them has waited",
    "deliveries_waiting": "Messages that are not sent yet",
    "deliveries_age_seconds": "How long the oldest of them is overdue",
    "poll_age_seconds": "Since Telegram last answered",
    "webhook_age_seconds": "Since Telegram last posted an update",
    "pauses": "Things that wait because Telegram asked us to",
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """All numbers, at the moment of the question."""

    counts: Counts
    report: HealthReport

    async def __call__(self) -> tuple[bytes, str]:
        """The text, and its type."""
        registry = CollectorRegistry(auto_describe=False)
        ProcessCollector(registry=registry)
        registry.register(_Snapshot(self.counts, await self.report()))
        return generate_latest(registry), CONTENT_TYPE_LATEST


@dataclass(frozen=True, slots=True, eq=False)
class _Snapshot(Collector):
    counts: Counts
    report: Mapping[str, Any]

    def collect(self) -> Iterator[Metric]:
        counts = self.counts
        yield _sums("cup_updates", "Updates by what became of them", "outcome", counts.updates)
        yield _sums("cup_deliveries", "Messages by what became of them", "state", counts.deliveries)
        yield _sums(
            "cup_operations", "Changes of balances; a confirmation is a visit", "kind", counts.operations
        )
        yield _sums("cup_refusals", "What could not be done, by its kind", "kind", counts.refusals)
        yield _body_seconds(counts)
        yield GaugeMetricFamily("cup_well", "1 when all is well", value=float(self.report["well"]))
        for name, words in GAUGES.items():
            if self.report[name] is not None:
                yield GaugeMetricFamily(f"cup_{name}", words, value=float(self.report[name]))


def _sums(name: str, words: str, label: str, counted: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(name, words, labels=[label])
    for value, count in sorted(counted.items()):
        family.add_metric([value], count)
    return family


def _body_seconds(counts: Counts) -> Metric:
    words = "How long transaction bodies took"
    bounds = [*map(str, BODY_BOUNDS), "+Inf"]
    buckets = list(zip(bounds, map(float, accumulate(counts.bodies)), strict=True))
    return HistogramMetricFamily("cup_body_seconds", words, buckets=buckets, sum_value=counts.body_seconds)
