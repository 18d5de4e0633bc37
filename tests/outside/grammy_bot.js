// A stranger's bot in grammY, as its own pages would have it. What is expected of it stands in visit.py.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from "grammy";

const { BOT_TOKEN, TELEGRAM_API, FIRST, SECOND, NOBODY } = process.env;
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API } });
const escaped = (text) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);

bot.command("start", async (ctx) => {
  await ctx.api.setMyCommands([{ command: "start", description: "Say hello" }]);
  const name = escaped(`${ctx.from.first_name} ${ctx.from.last_name}`);
  const keyboard = new Keyboard().text("Menu").text("Album").resized();
  await ctx.reply(`Welcome, <b>${name}</b>!`, { parse_mode: "HTML", reply_markup: keyboard });
});

bot.command("lost", async (ctx) => {
  try {
    await ctx.api.sendMessage(Number(NOBODY), "Anybody?");
  } catch (refused) {
    if (!(refused instanceof GrammyError)) throw refused;
    await ctx.reply(`Nobody there: ${refused.description}`);
  }
});

bot.hears("Menu", (ctx) =>
  ctx.replyWithPhoto(new InputFile(FIRST), {
    caption: "Coffee, 3.50",
    reply_markup: new InlineKeyboard().text("Buy", "buy").text("Later", "no"),
    reply_parameters: { message_id: ctx.msgId },
  }));

bot.hears("Album", async (ctx) =>
  ctx.replyWithMediaGroup([
    InputMediaBuilder.photo(new InputFile(FIRST), { caption: "first" }),
    InputMediaBuilder.photo(new InputFile(await readFile(SECOND), "second.png"), { caption: "second" }),
  ]));

bot.callbackQuery("buy", async (ctx) => {
  await ctx.answerCallbackQuery(`Thank you, ${ctx.from.first_name}!`);
  await ctx.editMessageCaption({ caption: "Coffee, bought" });
});

bot.on(":photo", async (ctx) => {
  const said = await ctx.reply("Looking ...");
  const file = await ctx.getFile();
  const response = await fetch(`${TELEGRAM_API}/file/bot${BOT_TOKEN}/${file.file_path}`);
  const content = Buffer.from(await response.arrayBuffer());
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const words = `Your picture: ${content.length} bytes, ${digest}`;
  await ctx.api.editMessageText(ctx.chatId, said.message_id, words);
});

process.once("SIGTERM", () => bot.stop());
await bot.start();
