/** The sandbox's clock in the top bar: shows it and moves it on. It never moves by itself further than the server's. */

import { call, refresh } from "./api.js";
import { element, button } from "./element.js";
import { attempt } from "./toast.js";

const STEPS = [["+1 min", 60, "1 minute"], ["+10 min", 600, "10 minutes"], ["+15 min", 900, "15 minutes"], ["+1 day", 86400, "1 day"]];
const format = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

let base = null; // what the server said, and this page's own stopwatch then
let since = 0;

export function setClock(now) {
  base = Date.parse(now);
  since = performance.now();
  tick();
}

function tick() {
  if (base === null) return;
  const now = new Date(base + performance.now() - since);
  const shown = document.querySelector(".clock time");
  shown.dateTime = now.toISOString();
  shown.textContent = format.format(now);
}

export function makeClock(place) {
  const move = (seconds) => attempt(async () => {
    const { now } = await call("/sim/clock", { advance_seconds: seconds });
    setClock(now);
    await refresh();
  });
  place.append(element("time", { title: "The sandbox's time, in this browser's zone" }),
    ...STEPS.map(([label, seconds, words]) =>
      button(label, () => move(seconds), { "aria-label": `Move the clock on by ${words}`, title: `Move the clock on by ${words}` })));
  setInterval(tick, 1000);
}
