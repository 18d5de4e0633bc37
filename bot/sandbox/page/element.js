/** Elements made in one expression. Text always goes in as text, never as HTML. */

/** element("button", {class: "x", onclick: f, aria-label: "..."}, "text", child, null) */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export const button = (label, onclick, properties = {}) =>
  element("button", { type: "button", onclick, ...properties }, label);

/** Replace what stands in `place`, keeping the keyboard user on the button of the same name. */
export function redraw(place, change, fallback) {
  const held = place.contains(document.activeElement) ? document.activeElement.textContent : null;
  const fresh = change() ?? place;
  if (held === null) return;
  const twin = [...fresh.querySelectorAll("button, a")].find((one) => one.textContent === held);
  (twin ?? fallback)?.focus({ preventScroll: true });
}
