/** What is said for some seconds after a tap, and the dialogs that wait for an answer. */

import { element, button } from "./element.js";

const SECONDS = 6;

/** Say a sentence in a place's `.toasts` for some seconds. */
export function toast(place, text, kind = "") {
  const said = element("p", { class: `toast ${kind}` }, text);
  place.append(said);
  setTimeout(() => said.remove(), (SECONDS + text.length / 25) * 1000);
}

export const say = (text, kind = "") => toast(document.querySelector(".page-toasts"), text, kind);

/** Do something with the sandbox; what goes wrong is said as a sentence. */
export async function attempt(work, place = document.querySelector(".page-toasts")) {
  try {
    return await work();
  } catch (error) {
    toast(place, error.message, "wrong");
    return undefined;
  }
}

/** A dialog that is closed by OK, as Telegram shows an alert. */
export function alertBox(title, text) {
  return form(title, [element("p", { class: "alert-text" }, text)], "OK", null);
}

/** A dialog with fields. Resolves to its FormData, or null when it is closed. */
export function form(title, fields, yes, no = "Cancel") {
  return new Promise((resolve) => {
    const box = element("dialog", { "aria-label": title });
    const body = element("form", { method: "dialog" }, element("h2", {}, title), fields,
      element("div", { class: "answers" },
        no && button(no, () => box.close("")), element("button", { value: "yes", class: "primary" }, yes)));
    box.append(body);
    box.addEventListener("close", () => {
      resolve(box.returnValue === "yes" ? new FormData(body) : null);
      box.remove();
    });
    document.body.append(box);
    box.showModal();
  });
}

/** A labelled input for `form`. */
export function field(label, name, properties = {}) {
  return element("label", {}, label, element("input", { name, autocomplete: "off", ...properties }));
}
