/** The sandbox's /sim address: one call, and the picture of everything. It knows nothing of the page. */

/** Ask the sandbox. Throws an Error whose message is a sentence for people. */
export async function call(path, body, method = body === undefined ? "GET" : "POST") {
  const request = { method, headers: { "Content-Type": "application/json" } };
  if (body !== undefined) request.body = JSON.stringify(body);
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Error("The sandbox does not answer. Is it still running?");
  }
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(content.error || `The sandbox refused this (${answer.status}).`);
  return content;
}

let current = null;
let draw = () => {};
let reach = () => {};
let last = Promise.resolve();
let waiting = null;

export const state = () => current;
export const person = (id) => current.people.find((one) => one.id === id);

/** Fetch everything and draw it; out of reach, the page says so in its own place. Calls that come meanwhile share one more fetch, begun after they came. */
export function refresh() {
  waiting ??= last.then(async () => {
    waiting = null;
    const fresh = await call("/sim/state").catch(() => null);
    reach(fresh !== null);
    if (!fresh) return;
    current = fresh;
    draw(current);
  });
  last = waiting.catch(console.error);
  return waiting;
}

/** Draw after every change from now on; tell whether the sandbox is within reach. */
export function follow(onState, onReach) {
  draw = onState;
  reach = onReach;
  listen();
}

function listen() {
  const events = new EventSource("/sim/events");
  events.onopen = refresh;
  events.onmessage = refresh;
  events.onerror = () => {
    reach(false);
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000); // else the browser tries again by itself
  };
}
