/** Who scans a picture, who opens a link: the questions about people. It doesn't draw chats. */

import { call, person, refresh, state } from "./api.js";
import { element, button } from "./element.js";
import { menu } from "./menu.js";
import { attempt, field, form } from "./toast.js";

let show = () => {};

/** The page tells here how a person's phone is brought into view. */
export const whenChosen = (callback) => { show = callback; };

export const fullName = (one) => [one.first_name, one.last_name].filter(Boolean).join(" ");

/** Is this a deep link of our bot (https://.../<bot>?start=...)? */
export function botLink(address) {
  if (!URL.canParse(address)) return false;
  const link = new URL(address);
  const last = link.pathname.split("/").filter(Boolean).at(-1) ?? "";
  return link.searchParams.has("start") && last.toLowerCase() === state().bot.username.toLowerCase();
}

/** Ask for a new person's particulars and make them. Null when nobody was made. */
export async function addPerson() {
  const data = await form("Add a person", [
    field("First name", "first_name", { required: true, maxlength: 64 }),
    field("Last name", "last_name", { maxlength: 64 }),
    field("Username", "username", { pattern: "[A-Za-z0-9_]{5,32}", title: "5 to 32 letters, digits or underscores" }),
    field("Language of the phone", "language_code", { value: "en", list: "languages" }),
    element("datalist", { id: "languages" }, ["en", "de", "es", "et", "fr", "it", "pt-br", "ru", "uk"].map((code) => element("option", { value: code }))),
    field("Note for you", "note", { placeholder: "a customer in a hurry" }),
  ], "Add");
  if (!data) return null;
  const filled = Object.fromEntries([...data].map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
  const made = await attempt(() => call("/sim/people", filled));
  await refresh();
  if (made) show(made.id);
  return made ?? null;
}

/** Ask for a group of people with the bot and make it. */
export async function addGroup() {
  const boxes = state().people.map((one) =>
    element("label", { class: "tick" }, element("input", { type: "checkbox", name: "members", value: one.id }), fullName(one)));
  const data = await form("Add a group", [
    field("Title", "title", { required: true, value: "Staff", maxlength: 128 }),
    element("fieldset", {}, element("legend", {}, "Members besides the bot"), boxes),
    element("label", { class: "tick" }, element("input", { type: "checkbox", name: "administrator", checked: true }), "The bot is administrator"),
  ], "Add");
  if (!data) return;
  const members = data.getAll("members").map(Number);
  await attempt(() => call("/sim/groups",
    { title: data.get("title"), members, bot: data.has("administrator") ? "administrator" : "member" }));
  await refresh();
}

/** People as choices for a menu; a new person is always one of them. */
function choices(people, choose) {
  const known = people.map((one) => [fullName(one), () => choose(one.id), one.note]);
  return [...known, ["A new person…", async () => { const made = await addPerson(); if (made) await choose(made.id); }]];
}

async function bring(id, work) {
  const done = await attempt(work);
  await refresh();
  if (done) show(id, id);
}

export const openLink = (id, link) => bring(id, () => call("/sim/open_link", { person: id, link }));

export const openAs = (anchor, link) =>
  menu(anchor, "Open this link as…", choices(state().people, (id) => openLink(id, link)));

/** A picture was clicked in `viewer`'s chat: who points a camera at it? */
export function scanPicture(anchor, address, viewer, chat, message) {
  const others = state().people.filter((one) => one.id !== viewer);
  menu(anchor, "Who scans this?", [
    ...choices(others, (id) => bring(id, () => call("/sim/scan", { person: id, chat, message }))),
    ["Show the picture large", () => form("Picture", [element("img", { src: address, alt: "The picture, large" })], "Close", null)],
  ]);
}

/** The page was opened at a deep link, as a phone's camera would: ask who holds the phone. */
export async function whoOpens(link) {
  let chosen = null;
  const rows = state().people.map((one) => element("button", { class: "choice", value: "yes", name: "who",
    "data-note": one.note || null, onclick: () => { chosen = one.id; } }, fullName(one)));
  const fresh = element("button", { class: "choice", value: "yes", onclick: () => { chosen = "new"; } }, "A new person…");
  await form("Who opens this link?", [...rows, fresh], "Nobody", null);
  history.replaceState(null, "", "/");
  if (chosen === "new") chosen = (await addPerson())?.id ?? null;
  if (chosen !== null && person(chosen)) await openLink(chosen, link);
}
