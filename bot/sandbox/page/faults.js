/** The drawer that makes Telegram misbehave on purpose. It doesn't know what a fault does, only its name. */

import { call, refresh } from "./api.js";
import { element, button } from "./element.js";
import { attempt, field } from "./toast.js";

/** kind -> [words, fields that it takes] */
const KINDS = {
  too_many_requests: ["429: too many requests", ["method", "times", "chat", "retry_after"]],
  forbidden: ["403: the person blocked the bot", ["method", "times", "chat"]],
  token_revoked: ["401: the token was revoked", ["method", "times", "chat"]],
  server_error: ["5xx: Telegram has trouble", ["method", "times", "chat"]],
  hang: ["The answer hangs", ["method", "times", "chat", "seconds"]],
  no_pictures: ["The chat takes no pictures", ["method", "times", "chat"]],
  answer_lost: ["Delivered, but the answer is lost", ["method", "times", "chat"]],
  duplicate_update: ["The same update twice", ["times"]],
  new_id_for_same_tap: ["The same tap under a new update id", ["times"]],
  shuffle_updates: ["Updates out of order", ["times"]],
  unreadable_update: ["An update that can't be read", ["times"]],
  payload_lost: ["START without its payload", ["times"]],
  clock_offset: ["Telegram's clock is off", ["seconds"]],
};
const NUMBERS = { times: ["How many times", 1], retry_after: ["Wait, in seconds", 3], seconds: ["Seconds", 5] };

let active;
let chats;

export function makeFaults(drawer, opener) {
  active = element("ul", { "aria-label": "Active faults" });
  chats = element("select", { name: "chat" });
  const kind = element("select", { name: "kind" }, Object.entries(KINDS).map(([value, [words]]) => element("option", { value }, words)));
  const inputs = {
    method: field("Only this method (empty: any)", "method", { placeholder: "sendMessage" }),
    chat: element("label", {}, "Only this chat", chats),
    ...Object.fromEntries(Object.entries(NUMBERS).map(([name, [label, value]]) => [name, field(label, name, { type: "number", value })])),
  };
  const form = element("form", { onsubmit: (event) => { event.preventDefault(); send(new FormData(form)); } },
    element("label", {}, "Fault", kind), Object.values(inputs), element("button", { class: "primary" }, "Make it happen"));
  const fit = () => {
    for (const [name, label] of Object.entries(inputs)) {
      label.hidden = !KINDS[kind.value][1].includes(name);
      label.querySelector("input, select").disabled = label.hidden;
    }
  };
  const toggle = (shut) => {
    drawer.hidden = shut;
    drawer.style.top = `${opener.closest("header").getBoundingClientRect().bottom}px`; // the button that shuts it stays in reach
    opener.setAttribute("aria-expanded", String(!shut));
    (shut ? opener : kind).focus();
  };
  kind.addEventListener("change", fit);
  opener.addEventListener("click", () => toggle(!drawer.hidden));
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && toggle(true));
  drawer.append(element("h2", {}, "Faults"), element("p", {}, "What Telegram does to bots on a bad day. The bot must cope."),
    form, element("h3", {}, "Active now"), active, button("Clear all", () => change(undefined, "DELETE")), " ", button("Close", () => toggle(true)));
  fit();
}

function send(data) {
  const filled = [...data].filter(([, value]) => value !== "");
  return change(Object.fromEntries(filled.map(([name, value]) => [name, ["kind", "method"].includes(name) ? value : Number(value)])));
}

const change = (body, method) => attempt(async () => {
  await call("/sim/faults", body, method);
  await refresh();
});

/** Show what is active and offer the chats there are. */
export function drawFaults(state, opener, named) {
  const list = listed(state.faults);
  opener.textContent = list.length ? `Faults (${list.length})` : "Faults";
  active.replaceChildren(...(list.length ? list : ["none"]).map((words) => element("li", {}, words)));
  const chosen = chats.value;
  chats.replaceChildren(element("option", { value: "" }, "any"),
    ...state.chats.map((chat) => element("option", { value: chat.id }, named(chat))));
  chats.value = chosen;
}

/** The server's faults in words, one line each. */
function listed(faults) {
  const all = Object.entries(faults).flatMap(([kind, armed]) => armed.map((one) => ({ kind, ...one })));
  return all.map(({ kind, ...rest }) => [KINDS[kind]?.[0] ?? kind,
    ...Object.entries(rest).filter(([, value]) => value !== null).map(([name, value]) => `${name.replace("_", " ")} ${value}`)].join(", "));
}
