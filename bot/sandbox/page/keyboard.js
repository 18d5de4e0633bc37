/** Keyboards: the buttons under a message and those under the text box. They only tell what was pressed. */

import { element, button } from "./element.js";

const STYLES = new Set(["success", "danger", "primary", "link"]);

function key(spec, press) {
  const disabled = Boolean(spec.disabled);
  const sign = spec.url || spec.web_app || spec.login_url ? " ↗" : spec.copy_text ? " ⧉" : spec.request_chat || spec.request_users ? " …" : "";
  return button(spec.text + sign, (event) => !disabled && press(event.currentTarget), {
    class: `key ${STYLES.has(spec.style) ? spec.style : ""}`,
    "aria-disabled": disabled ? "true" : null,
  });
}

function rows(grid, press) {
  return grid.map((row, r) =>
    element("div", { class: "keys" }, row.map((spec, c) => key(spec, (place) => press(spec, r, c, place)))));
}

/** The rows under a message; `press(button, row, column, element)`. */
export const inlineKeyboard = (grid, press) => element("div", { class: "inline" }, rows(grid, press));

/** The rows under the text box; `press(button)`. */
export const replyKeyboard = (grid, press) =>
  rows(grid.map((row) => row.map((one) => (typeof one === "string" ? { text: one } : one))), (spec) => press(spec));

/** How /sim/tap is told which button: by its label, by its place only where labels repeat (a redraw may have moved it). */
export function named(grid, spec, row, column) {
  const twins = grid.flat().filter((one) => one.text === spec.text);
  return twins.length === 1 ? { label: spec.text } : { row, column };
}
