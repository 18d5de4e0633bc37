/** One person's phone: name, note, chats. It doesn't know the other phones. */

import { call, refresh } from "./api.js";
import { Chat } from "./chat.js";
import { element, button, redraw } from "./element.js";
import { groupMenu, groupsToJoin } from "./group.js";
import { menu } from "./menu.js";
import { fullName } from "./scan.js";
import { attempt } from "./toast.js";

export class Phone {
  #chats = new Map();
  #seen = new Map(); // chat id -> newest message that was in view
  #tabs = "";
  #face = "";

  constructor(id) {
    this.id = id;
    this.shown = id; // the private chat has the person's id
    this.head = element("header", { class: "person" });
    this.tabs = element("nav", { class: "chats", "aria-label": "Chats" });
    this.root = element("section", { class: "phone", "data-person": id }, this.head, this.tabs);
  }

  /** Draw this person's part of the state. `inView` says whether the phone can be seen now. */
  draw(state, owner, inView) {
    this.#drawHead(owner);
    const mine = state.chats.filter((chat) => chat.type === "private" ? chat.id === owner.id
      : chat.members.includes(owner.id) && !chat.upgraded_to);
    if (!mine.some((chat) => chat.id === owner.id)) mine.unshift({ id: owner.id, type: "private" });
    for (const chat of mine) this.#drawChat(chat, state, owner);
    for (const [id, chat] of this.#chats) {
      if (mine.some((one) => one.id === id)) continue;
      chat.root.remove();
      this.#chats.delete(id);
      if (this.shown === id) this.shown = state.chats.find((one) => one.id === id)?.upgraded_to || owner.id;
    }
    for (const [id, chat] of this.#chats) chat.root.hidden = id !== this.shown;
    if (inView) this.#seen.set(this.shown, this.#chats.get(this.shown).newest);
    this.#drawTabs(mine.map((chat) => [chat.id, chat.type === "private" ? state.bot.name : chat.title]),
      owner, mine.find((chat) => chat.id === this.shown));
  }

  #drawChat(chat, state, owner) {
    let view = this.#chats.get(chat.id);
    if (!view) {
      view = new Chat(owner, chat.id);
      this.#chats.set(chat.id, view);
      this.root.append(view.root);
      this.#seen.set(chat.id, state.messages[chat.id]?.at(-1)?.message_id ?? 0);
    }
    // What was said before a group became a supergroup is shown above it, as Telegram's apps do.
    const before = state.chats.filter((one) => one.upgraded_to === chat.id).flatMap((one) => state.messages[one.id] ?? []);
    view.draw(chat, [...before, ...(state.messages[chat.id] ?? [])], owner, chat.type === "private" ? state.bot.name : chat.title);
  }

  /** Chats with something that was not in view yet. */
  news() {
    return [...this.#chats].filter(([id, chat]) => chat.newest > (this.#seen.get(id) ?? 0)).map(([id]) => id);
  }

  show(chat = this.shown) {
    if (this.#chats.has(chat)) this.shown = chat;
    for (const [id, view] of this.#chats) view.root.hidden = id !== this.shown;
    this.#chats.get(this.shown)?.toEnd();
  }

  focus() {
    this.#chats.get(this.shown)?.focus();
  }

  #drawHead(owner) {
    const face = JSON.stringify([owner.first_name, owner.last_name, owner.note, owner.blocked, owner.username]);
    if (face === this.#face) return;
    this.#face = face;
    this.root.setAttribute("aria-label", `${fullName(owner)}${owner.note ? `, ${owner.note}` : ""}`);
    const post = (path) => attempt(() => call(path, { person: owner.id })).then(refresh);
    const choices = () => [owner.blocked ? ["Unblock the bot", () => post("/sim/unblock")] : ["Block the bot", () => post("/sim/block")], ...groupsToJoin(owner)];
    const more = button("⋯", () => menu(more, `${fullName(owner)} · ${owner.username ? `@${owner.username}` : owner.id}`, choices()),
      { "aria-label": `More about ${fullName(owner)}` });
    redraw(this.head, () => this.head.replaceChildren(
      element("span", { class: "face", "aria-hidden": "true" }, [...owner.first_name][0] ?? "?"),
      element("h2", { dir: "auto" }, fullName(owner), owner.note ? element("small", {}, owner.note) : null), more));
  }

  #drawTabs(chats, owner, shown) {
    const news = this.news();
    const json = JSON.stringify([chats, shown, news, owner.first_name]);
    if (json === this.#tabs) return;
    this.#tabs = json;
    this.tabs.hidden = chats.length < 2;
    redraw(this.tabs, () => this.tabs.replaceChildren(...chats.map(([id, title]) =>
      button(title, () => { this.show(id); refresh(); },
        { "aria-current": id === this.shown ? "true" : null, class: news.includes(id) ? "news" : null })),
      ...(!shown || shown.type === "private" ? []
        : [button("⋯", (event) => groupMenu(event.currentTarget, owner, shown), { "aria-label": `More about the group ${shown.title}` })])));
  }
}
