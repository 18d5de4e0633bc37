/** What a person chooses in dialogs: a group, people, a file. It doesn't know what becomes of the choice. */

import { state } from "./api.js";
import { element } from "./element.js";
import { fullName } from "./scan.js";
import { field, form } from "./toast.js";

const tick = (label, properties) => element("label", { class: "tick" }, element("input", properties), label);

/** Groups that are alive and have this person in them. */
export const groupsOf = (id) =>
  state().chats.filter((chat) => chat.type !== "private" && !chat.upgraded_to && chat.members.includes(id));

/** Answer a `request_chat` button: {group} or {title, type}, null when the dialog was closed. */
export async function chooseGroup(owner, { text, request_chat: wanted }) {
  const rows = groupsOf(owner.id).map((chat, at) =>
    tick(chat.title, { type: "radio", name: "group", value: chat.id, checked: at === 0 }));
  const data = await form(text, [
    element("p", { class: "asks" }, wanted.bot_administrator_rights ? "The bot becomes administrator there." : "The bot learns which one it is."),
    element("fieldset", {}, element("legend", {}, "Which group?"), rows,
      tick("A new group", { type: "radio", name: "group", value: "", checked: rows.length === 0 })),
    field("Title of the new group", "title", { value: "Staff", maxlength: 128 }),
    tick("Make the new one a supergroup", { type: "checkbox", name: "supergroup" }),
  ], "Choose");
  if (!data) return null;
  if (data.get("group")) return { group: Number(data.get("group")) };
  return { title: data.get("title"), type: data.has("supergroup") ? "supergroup" : "group" };
}

/** Answer a `request_users` button: {people}, null when the dialog was closed. */
export async function choosePeople({ text, request_users: wanted }) {
  const most = wanted.max_quantity ?? 1;
  const data = await form(text, [element("fieldset", {},
    element("legend", {}, most === 1 ? "One of these people" : `Up to ${most} of these people`), pick(state().people, most === 1))], "Choose");
  return data && { people: data.getAll("people").map(Number) };
}

/** Choose one of these people: their id, null when the dialog was closed. */
export async function chooseOne(title, people, yes) {
  const data = await form(title, [element("fieldset", {}, pick(people, true))], yes);
  return data?.has("people") ? Number(data.get("people")) : null;
}

const pick = (people, alone) => people.map((one) =>
  tick(fullName(one), { type: alone ? "radio" : "checkbox", name: "people", value: one.id }));

/** A file of this machine: {name, base64}, null when none was chosen. */
export function chooseFile(accept) {
  return new Promise((resolve) => {
    const input = element("input", { type: "file", accept });
    input.addEventListener("cancel", () => resolve(null));
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return resolve(null);
      const bytes = new Uint8Array(await file.arrayBuffer());
      let binary = "";
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return resolve({ name: file.name, base64: btoa(binary) });
    });
    input.click();
  });
}
