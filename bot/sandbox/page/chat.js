/** One chat as one person sees it: messages, keyboards, text box. It doesn't know the other chats. */

import { call, refresh } from "./api.js";
import { chooseFile, chooseGroup, choosePeople } from "./choose.js";
import { element, button, redraw } from "./element.js";
import { named, replyKeyboard } from "./keyboard.js";
import { drawMessage, gist } from "./message.js";
import { menu } from "./menu.js";
import { botLink, openAs, openLink, scanPicture } from "./scan.js";
import { alertBox, attempt, field, form, toast } from "./toast.js";

const NEAR = 60; // pixels from the end that still count as reading the newest
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

export class Chat {
  #drawn = new Map(); // message id -> {json, item}
  #keyboard = "";
  #reply = null;
  #atEnd = true; // reading the newest: then new messages scroll into view
  #height = 0;
  #asked = 0; // the message whose forced reply was already offered
  newest = 0;

  constructor(owner, id) {
    this.owner = owner;
    this.id = id;
    this.list = element("div", { class: "messages", role: "log", "aria-live": "off", tabindex: 0, onscroll: () => this.#scrolled() });
    new ResizeObserver(() => this.#resized()).observe(this.list);
    this.down = button("↓ Newer messages", () => this.toEnd(), { class: "down", hidden: true });
    this.toasts = element("div", { class: "toasts", role: "status" });
    this.quote = element("div", { class: "replying", hidden: true });
    this.input = element("textarea", { rows: 1, "aria-label": `Message from ${owner.first_name}`, placeholder: "Message",
      onkeydown: (event) => this.#typed(event), oninput: () => this.#grow() });
    this.compose = element("form", { class: "compose", onsubmit: (event) => { event.preventDefault(); this.#send(); } },
      button("+", (event) => this.#attach(event.currentTarget), { "aria-label": "Send something else", title: "Send something else" }),
      button("/", (event) => this.#commands(event.currentTarget), { "aria-label": "Commands of the bot", title: "Commands of the bot" }),
      this.input, element("button", { class: "primary", "aria-label": "Send", title: "Send (Enter)" }, "➤"));
    this.start = button("START", () => this.#start(), { class: "start", hidden: true });
    this.unblock = button("UNBLOCK", () => this.#post("/sim/unblock", {}), { class: "start", hidden: true });
    this.keys = element("div", { class: "reply-keys", role: "group", "aria-label": "Keyboard of the bot" });
    this.root = element("div", { class: "chat" }, this.list, this.toasts, this.down, this.quote,
      this.start, this.unblock, this.compose, this.keys);
  }

  draw(chat, messages, owner, title) {
    this.owner = owner;
    this.list.setAttribute("aria-label", `Messages of ${owner.first_name} with ${title}`);
    this.#drawKeys(chat.reply_keyboard, messages);
    this.#drawFoot(chat.type === "private");
    this.#drawMessages(messages);
    if (this.#atEnd) this.toEnd();
    else if (messages.at(-1)?.message_id > this.newest) this.down.hidden = false;
    this.newest = messages.at(-1)?.message_id ?? 0;
    setTimeout(() => this.list.setAttribute("aria-live", "polite")); // what was there before isn't read aloud
  }

  toEnd() {
    this.#atEnd = true;
    this.list.scrollTop = this.list.scrollHeight;
    this.down.hidden = true;
  }

  focus() {
    (this.start.hidden ? this.input : this.start).focus({ preventScroll: true });
  }

  #resized() {
    this.#height = this.list.clientHeight;
    if (this.#atEnd) this.toEnd();
  }

  #scrolled() {
    if (this.list.clientHeight !== this.#height) return; // not the person's doing: a keyboard came or went
    this.#atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR;
    if (this.#atEnd) this.down.hidden = true;
  }

  #drawMessages(messages) {
    const seen = new Set();
    let before = "";
    let place = this.list.firstElementChild;
    const put = (key, json, make) => {
      seen.add(key);
      const old = this.#drawn.get(key);
      let item = old?.item;
      if (old?.json !== json) {
        item = make();
        if (old?.item === place) place = item;
        if (old) redraw(old.item, () => { old.item.replaceWith(item); return item; }, this.list);
        this.#drawn.set(key, { json, item });
      }
      if (item === place) place = place.nextElementSibling;
      else this.list.insertBefore(item, place);
    };
    for (const message of messages.filter((one) => !one.deleted)) {
      const date = day.format(message.date * 1000);
      if (date !== before) put(`day ${message.message_id}`, date, () => element("div", { class: "service" }, date));
      before = date;
      put(message.message_id, JSON.stringify(message), () => drawMessage(message, this.owner.id, this.#deeds));
    }
    for (const [key, { item }] of this.#drawn) {
      if (seen.has(key)) continue;
      item.remove();
      this.#drawn.delete(key);
    }
  }

  #drawKeys(markup, messages) {
    const json = JSON.stringify(markup ?? null);
    if (json !== this.#keyboard) {
      this.#keyboard = json;
      const rows = replyKeyboard(markup?.keyboard ?? [], (spec) => this.#press(spec));
      redraw(this.keys, () => this.keys.replaceChildren(...rows), this.input);
      this.input.placeholder = markup?.input_field_placeholder || "Message";
    }
    const last = messages.findLast((one) => one.from?.is_bot && !one.deleted);
    if (!markup?.force_reply || !last || last.message_id === this.#asked) return;
    this.#asked = last.message_id;
    this.#replyTo(last);
  }

  #drawFoot(isPrivate) {
    const { started, blocked } = this.owner;
    const pending = this.owner.pending_start ?? null;
    const focused = this.root.contains(document.activeElement) && document.activeElement;
    this.unblock.hidden = !(isPrivate && blocked);
    this.start.hidden = !(isPrivate && !blocked && (!started || pending !== null));
    this.start.title = pending ? `Sends /start ${pending}` : "Sends /start";
    this.compose.hidden = this.keys.hidden = isPrivate && (blocked || !started);
    if (focused && (focused === this.start || focused === this.unblock) && focused.hidden) this.focus();
  }

  #deeds = {
    picture: (place, address) => {
      const message = Number(place.closest("[data-message]").dataset.message);
      scanPicture(place, address, this.owner.id, Number(place.closest("[data-chat]").dataset.chat), message);
    },
    tap: (message, spec, row, column, place) => this.#tap(message, spec, row, column, place),
    open: (link) => openLink(this.owner.id, link),
    openAs,
    reply: (message) => { this.#replyTo(message); this.input.focus(); },
  };

  async #tap(message, spec, row, column, place) {
    if (spec.url) return this.#follow(spec.url, place);
    if (spec.copy_text) {
      return attempt(async () => {
        await navigator.clipboard.writeText(spec.copy_text.text);
        toast(this.toasts, "Copied.");
      }, this.toasts);
    }
    if (!spec.callback_data) return toast(this.toasts, "This kind of button works only in Telegram itself.", "wrong");
    place.setAttribute("aria-busy", "true");
    const button = named(message.reply_markup.inline_keyboard, spec, row, column);
    const tapped = { person: this.owner.id, chat: message.chat.id, message: message.message_id, ...button };
    const answer = await attempt(() => call("/sim/tap", tapped), this.toasts);
    place.removeAttribute("aria-busy");
    await refresh();
    if (answer && !answer.toast) toast(this.toasts, "The bot has not answered this tap.", "wrong");
    else if (answer?.toast.url) this.#follow(answer.toast.url, place);
    else if (answer?.toast.text && answer.toast.show_alert) alertBox(`For ${this.owner.first_name}`, answer.toast.text);
    else if (answer?.toast.text) toast(this.toasts, answer.toast.text);
  }

  async #press(spec) {
    const body = { chat: this.id, label: spec.text };
    if (!spec.request_chat && !spec.request_users) return this.#post("/sim/press", body);
    const chosen = spec.request_chat ? await chooseGroup(this.owner, spec) : await choosePeople(spec);
    return chosen && this.#post(spec.request_chat ? "/sim/pick_chat" : "/sim/pick_people", { ...body, ...chosen });
  }

  async #commands(place) {
    const asked = { person: this.owner.id, chat: this.id };
    const answer = await attempt(() => call("/sim/menu", asked), this.toasts);
    if (!answer) return;
    if (!answer.commands.length) return toast(this.toasts, "The bot has set no commands for this chat.");
    menu(place, "Commands of the bot", answer.commands.map((one) =>
      [`/${one.command}`, () => this.#send({ text: `/${one.command}` }), one.description]));
  }

  #follow(address, place) {
    if (botLink(address)) openLink(this.owner.id, address);
    else menu(place, "This leads out of the sandbox", [[`Open ${address}`, () => open(address, "_blank", "noopener")]]);
  }

  async #post(path, body) {
    const done = await attempt(() => call(path, { person: this.owner.id, ...body }), this.toasts);
    await refresh();
    if (done) this.toEnd();
    return done;
  }

  #start() {
    return this.#post("/sim/start", {});
  }

  async #send(content = null) {
    const text = this.input.value.trim();
    if (!content && !text) return;
    const reply = this.#reply ? { reply_to: this.#reply.message_id } : {};
    if (!content) this.input.value = "";
    this.#replyTo(null);
    this.#grow();
    const done = await this.#post("/sim/send", { chat: this.id, ...(content ?? { text }), ...reply });
    if (!done && !content && !this.input.value) this.input.value = text; // what was typed isn't lost
  }

  #typed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, 130)}px`;
  }

  #replyTo(message) {
    this.#reply = message;
    this.quote.hidden = !message;
    this.quote.replaceChildren(...(message ? [element("q", {}, gist(message).slice(0, 80)),
      button("×", () => this.#replyTo(null), { "aria-label": "Don't reply to it" })] : []));
  }

  #attach(place) {
    menu(place, "Send…", [
      ["A sticker", () => this.#send({ sticker: "☕" })],
      ["A voice message", () => this.#send({ voice: 3 })],
      ["A picture…", () => this.#sendFile("image/*", (file) => ({ photo_base64: file.base64 }))],
      ["A file…", () => this.#sendFile("", (file) => ({ document_base64: file.base64, file_name: file.name }))],
      ["Where I am", () => this.#send({ location: { latitude: 59.437, longitude: 24.7536 } })],
      ["Own phone number", () => this.#send({ contact: { phone_number: "+15555550100", first_name: this.owner.first_name, user_id: this.owner.id } })],
      ["Open a link…", () => this.#askLink()],
    ]);
  }

  async #sendFile(accept, content) {
    const file = await chooseFile(accept);
    if (file) await this.#send(content(file));
  }

  async #askLink() {
    const data = await form("Open a link", [field("The link", "link", { type: "url", required: true })], "Open");
    if (data) await openLink(this.owner.id, data.get("link"));
  }
}
