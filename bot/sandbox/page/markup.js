/** A message's words from the server's `html`, walked against a whitelist. No other HTML enters the page. */

const KEPT = new Set(["B", "I", "U", "S", "CODE", "PRE", "BLOCKQUOTE", "TG-SPOILER", "BR", "SPAN", "A"]);

function safe(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE"].includes(node.tagName)) return "";
  const address = node.tagName === "A" ? node.getAttribute("href") ?? "" : "";
  const isLink = /^https?:\/\//i.test(address);
  const keep = KEPT.has(node.tagName) && (node.tagName !== "A" || isLink);
  const copy = keep ? document.createElement(node.tagName) : document.createDocumentFragment();
  if (isLink) Object.assign(copy, { href: address, target: "_blank", rel: "noopener noreferrer" });
  if (node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) Object.assign(copy, { className: "tg-spoiler", tabIndex: 0 });
  copy.append(...[...node.childNodes].map(safe));
  return copy;
}

/** The words as nodes, ready to append. */
export function words(html) {
  const page = new DOMParser().parseFromString(html, "text/html"); // inert: runs and loads nothing
  return [...page.body.childNodes].map(safe);
}
