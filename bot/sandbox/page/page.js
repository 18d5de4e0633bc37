/** The sandbox's page: puts phones, people, clock and faults together. It holds no rule of the cafe. */

import { follow, person, refresh, state } from "./api.js";
import { makeClock, setClock } from "./clock.js";
import { element, button, redraw } from "./element.js";
import { drawFaults, makeFaults } from "./faults.js";
import { Phone } from "./phone.js";
import { addGroup, addPerson, fullName, whenChosen, whoOpens } from "./scan.js";

const one = (selector) => document.querySelector(selector);
const phones = new Map();
const narrow = matchMedia("(max-width: 760px)");
let active = null; // the person whose phone a narrow screen shows
let pills = "";

function draw(now) {
  setClock(now.now);
  one(".offline span").hidden = !now.start_again;
  one(".offline code").textContent = now.start_again;
  document.title = `${now.bot.name}: sandbox`;
  drawFaults(now, one("#faults-button"), (chat) => chat.type === "private" ? fullName(person(chat.id) ?? { first_name: chat.id }) : chat.title);
  if (!person(active)) active = now.people[0]?.id ?? null;
  for (const owner of now.people) {
    if (!phones.has(owner.id)) {
      phones.set(owner.id, new Phone(owner.id));
      one(".phones").append(phones.get(owner.id).root);
    }
    phones.get(owner.id).draw(now, owner, !narrow.matches || owner.id === active);
  }
  for (const [id, phone] of phones) {
    if (person(id)) continue;
    phone.root.remove();
    phones.delete(id);
  }
  drawPeople(now.people);
}

function drawPeople(people) {
  const rows = people.map((owner) => [owner.id, fullName(owner), owner.note, phones.get(owner.id).news().length > 0]);
  const json = JSON.stringify([rows, active]);
  if (json === pills) return;
  pills = json;
  for (const [id, phone] of phones) phone.root.classList.toggle("active", id === active);
  redraw(one(".people"), () => one(".people").replaceChildren(...rows.map(([id, name, note, news]) =>
    button(name, () => show(id), { "aria-current": id === active ? "true" : null, class: news ? "news" : null, title: note || null }))));
}

/** Bring a person's phone into view and mark it for a moment. */
function show(id, chat) {
  const phone = phones.get(id);
  if (!phone) return;
  active = id;
  drawPeople(state().people);
  phone.show(chat);
  phone.root.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
  phone.root.classList.add("called");
  phone.root.addEventListener("animationend", () => phone.root.classList.remove("called"), { once: true });
  phone.focus();
  refresh();
}

makeClock(one(".clock"));
makeFaults(one("#faults"), one("#faults-button"));
one("#add-person").addEventListener("click", addPerson);
one("#add-group").addEventListener("click", addGroup);
whenChosen(show);
narrow.addEventListener("change", () => phones.get(active)?.show());

let asked = !new URLSearchParams(location.search).has("start");
follow((now) => {
  draw(now);
  if (asked) return;
  asked = true;
  whoOpens(location.href);
}, (reached) => { one(".offline").hidden = reached; });
