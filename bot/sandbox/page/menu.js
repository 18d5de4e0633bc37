/** A small menu beside what was clicked. It doesn't know what its choices do. */

import { element, button } from "./element.js";

/** Show `choices` ([label, action, note?]) beside `anchor`. Esc or a click elsewhere closes it. */
export function menu(anchor, title, choices) {
  const close = () => box.hidePopover();
  const rows = choices.map(([label, action, note]) =>
    button(label, () => { close(); action(); }, note ? { "data-note": note } : {}));
  const box = element("div", { class: "menu", popover: "auto", role: "group", "aria-label": title },
    element("h2", {}, title), rows);
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    rows.at((rows.indexOf(document.activeElement) + step) % rows.length).focus();
  });
  box.addEventListener("toggle", (event) => event.newState === "closed" && box.remove());
  document.body.append(box);
  box.showPopover();
  const at = anchor.getBoundingClientRect();
  const below = at.bottom + box.offsetHeight + 8 < innerHeight;
  box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, below ? at.bottom + 4 : Math.min(at.top, innerHeight - box.offsetHeight - 8))}px`;
  rows[0]?.focus();
}
