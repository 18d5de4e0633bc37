/** What a person can do with a group: the menu beside its tab. What is written there is in chat.js. */

import { call, person, refresh, state } from "./api.js";
import { chooseOne, groupsOf } from "./choose.js";
import { menu } from "./menu.js";
import { attempt } from "./toast.js";

const STANDING = { administrator: "the bot is administrator", member: "the bot is a member" };

async function post(path, body) {
  await attempt(() => call(`/sim/${path}`, body));
  await refresh();
}

/** Show the menu of a group as one of its members has it. */
export function groupMenu(anchor, owner, chat) {
  const leads = chat.creator === owner.id || chat.administrators.includes(owner.id);
  const here = { person: owner.id, chat: chat.id };
  const bot = (status) => () => post("bot_status", { ...here, status });
  const isIn = chat.bot_status in STANDING;
  const choices = [];
  if (!isIn) choices.push(["Add the bot", bot("member")]);
  if (leads && chat.bot_status !== "administrator") choices.push([isIn ? "Make the bot administrator" : "Add the bot as administrator", bot("administrator")]);
  if (leads && chat.bot_status === "administrator") choices.push(["Take the bot's rights away", bot("member")]);
  if (leads && isIn) choices.push(["Remove the bot", bot("left")]);
  choices.push(["Add somebody…", () => add(owner, chat)]);
  if (leads && chat.members.length > 1) choices.push(["Remove somebody…", () => remove(owner, chat)], ["Make somebody administrator…", () => promote(owner, chat)]);
  if (leads && chat.type === "group") choices.push(["Make it a supergroup", () => post("upgrade_group", here), "It gets a new id."]);
  choices.push(["Leave the group", () => post("leave_group", here)]);
  const privacy = state().bot.privacy;
  choices.push([privacy ? "Turn the bot's privacy mode off" : "Turn the bot's privacy mode on", () => post("privacy", { on: !privacy }),
    "At BotFather, for all groups; noticed when the bot is added anew."]);
  menu(anchor, `${chat.title} · ${STANDING[chat.bot_status] ?? "the bot is not in it"}`, choices);
}

/** Choices for a person's own menu: the groups that they are not in. */
export function groupsToJoin(owner) {
  const mine = new Set(groupsOf(owner.id).map((chat) => chat.id));
  const others = state().chats.filter((chat) => chat.type !== "private" && !chat.upgraded_to && !mine.has(chat.id));
  return others.map((chat) => [`Join the group ${chat.title}`, () => post("join_group", { person: owner.id, chat: chat.id })]);
}

async function add(owner, chat) {
  const chosen = await chooseOne(`Add to ${chat.title}`, state().people.filter((one) => !chat.members.includes(one.id)), "Add");
  if (chosen !== null) await post("join_group", { person: chosen, chat: chat.id, by: owner.id });
}

async function remove(owner, chat) {
  const chosen = await chooseOne(`Remove from ${chat.title}`, others(owner, chat), "Remove");
  if (chosen !== null) await post("leave_group", { person: chosen, chat: chat.id, by: owner.id });
}

async function promote(owner, chat) {
  const chosen = await chooseOne(`Administrator of ${chat.title}`, others(owner, chat), "Promote");
  if (chosen !== null) await post("promote", { person: owner.id, chat: chat.id, member: chosen });
}

const others = (owner, chat) => chat.members.filter((id) => id !== owner.id).map(person);
