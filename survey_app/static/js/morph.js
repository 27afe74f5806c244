// Put a newer page in the place of an older one, part by part: what stays the same is not touched,
// so a bar grows instead of flickering and nobody loses focus, scroll or what was typed.

const KEPT = new Set(["input", "textarea", "select"]);

export function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName || (from.id ?? "") !== (to.id ?? "")) {
    from.replaceWith(document.importNode(to, true));
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  attributes(from, to);
  if (from.localName === "textarea" || from.isEqualNode(to)) return;
  const old = [...from.childNodes], fresh = [...to.childNodes];
  fresh.forEach((node, place) => {
    if (old[place]) morph(old[place], node);
    else from.append(document.importNode(node, true));
  });
  old.slice(fresh.length).forEach((node) => node.remove());
}

function attributes(from, to) {
  const typed = KEPT.has(from.localName) && from.type !== "hidden";
  for (const { name, value } of [...to.attributes]) {
    if (typed && (name === "value" || name === "checked")) continue;
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && name !== "open") from.removeAttribute(name);
}
