/** One message. It only tells what was clicked; the chat decides what that does. */

import { element, button } from "./element.js";
import { inlineKeyboard } from "./keyboard.js";
import { words } from "./markup.js";
import { botLink } from "./scan.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const fileAddress = (file) => `/sim/files/${encodeURIComponent(file.file_id)}`;
const name = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

/** What a message is in a few words, for quotes. */
export function gist(message) {
  if (message.text ?? message.caption) return message.text ?? message.caption;
  const kinds = ["photo", "document", "sticker", "voice", "contact", "location"];
  return kinds.find((kind) => kind in message) ?? "message";
}

/** The place a picture will take, so that nothing jumps when it arrives. */
function size({ width, height }) {
  const shrink = Math.min(1, 300 / Math.max(width, height));
  return width && height ? { width: Math.round(width * shrink), height: Math.round(height * shrink) } : { width: 300 };
}

function picture(file, alt, on) {
  const image = element("img", { src: fileAddress(file), alt, ...size(file) });
  return element("button", { type: "button", class: "picture", "aria-label": `${alt}: who scans this?`,
    onclick: (event) => on.picture(event.currentTarget, fileAddress(file)) }, image);
}

function content(message, on) {
  const parts = [];
  if (message.photo) parts.push(picture(message.photo.at(-1), "Picture", on));
  const file = message.document;
  if (file?.mime_type?.startsWith("image/")) parts.push(picture(file, file.file_name ?? "Picture", on));
  if (file) parts.push(element("a", { class: "file", href: fileAddress(file), download: file.file_name ?? "file" },
    `📄 ${file.file_name ?? "file"}`));
  if (message.sticker) parts.push(element("p", { class: "sticker" }, message.sticker.emoji ?? "🖼️"));
  if (message.voice) parts.push(element("p", {}, `🎤 Voice message, ${message.voice.duration ?? 0} s`));
  if (message.contact) parts.push(element("p", {}, `👤 ${name(message.contact)} ${message.contact.phone_number}`));
  if (message.location) parts.push(element("p", {}, `📍 ${message.location.latitude}, ${message.location.longitude}`));
  if (message.html) parts.push(element("div", { class: "words", dir: "auto" }, words(message.html)));
  return parts;
}

function left({ from, left_chat_member: gone }) {
  return from?.id === gone.id ? `${name(gone)} left` : `${name(gone)} was removed by ${name(from)}`;
}

function service(message) {
  if (message.new_chat_members) return `${message.new_chat_members.map(name).join(", ")} joined`;
  if (message.left_chat_member) return left(message);
  if (message.chat_shared) return `Chosen: ${message.chat_shared.title ?? "a group"}`;
  if (message.users_shared) return `Chosen: ${message.users_shared.users.map((one) => one.first_name ?? one.user_id).join(", ")}`;
  if (message.new_chat_title) return `The group is now called ${message.new_chat_title}`;
  if (message.pinned_message) return `Pinned: ${gist(message.pinned_message)}`;
  if (message.group_chat_created || message.supergroup_chat_created) return "The group was made";
  if (message.migrate_to_chat_id) return "The group became a supergroup";
  if (message.migrate_from_chat_id) return "The group was a basic group before";
  return null;
}

function followLinks(bubble, on) {
  for (const link of bubble.querySelectorAll(".words a")) {
    if (!botLink(link.href)) continue;
    const more = button("▾", () => on.openAs(link, link.href), { class: "open-as", "aria-label": "Open this link as…", title: "Open as…" });
    link.after(more);
    link.addEventListener("click", (event) => { event.preventDefault(); on.open(link.href); });
    link.addEventListener("contextmenu", (event) => { event.preventDefault(); on.openAs(link, link.href); });
  }
}

const author = ({ sender_chat: chat, from }) => chat?.title ?? name(from);
const origin = (one) => one.sender_user ? name(one.sender_user) : one.sender_user_name ?? "somebody";

/** Draw a message for one viewer; `on` = {picture, tap, open, openAs, reply}. */
export function drawMessage(message, viewer, on) {
  const plain = service(message);
  if (plain) return element("div", { class: "service" }, plain);
  const own = message.from?.id === viewer;
  const group = message.chat.type !== "private";
  const quoted = message.reply_to_message;
  const bubble = element("div", { class: "bubble" },
    element("b", { class: group && !own ? "who" : "aloud" }, author(message)),
    message.forward_origin ? element("small", { class: "forwarded" }, `Forwarded from ${origin(message.forward_origin)}`) : null,
    quoted ? element("q", { class: "quote" }, gist(quoted).slice(0, 80)) : null,
    content(message, on),
    element("span", { class: "time" }, message.silent ? "🔕 " : "", message.edited ? "edited " : "", clock.format(message.date * 1000)),
    button("↩", () => on.reply(message), { class: "reply-to", "aria-label": "Reply to this message", title: "Reply" }));
  followLinks(bubble, on);
  const grid = message.reply_markup?.inline_keyboard;
  return element("div", { class: own ? "own" : "theirs", "data-message": message.message_id, "data-chat": message.chat.id }, bubble,
    grid?.length ? inlineKeyboard(grid, (spec, row, column, key) => on.tap(message, spec, row, column, key)) : null);
}
