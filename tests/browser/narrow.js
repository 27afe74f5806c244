// What does not fit on a narrow or enlarged page: words or controls beyond its edge, or cut off.
() => {
  const found = new Set(), edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > edge + 1) found.add(`the page is ${document.documentElement.scrollWidth - edge} too wide`);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement, said = words.currentNode.data.trim().slice(0, 40);
    const hidden = element.closest(".unseen, script, style, noscript, svg, .scroll, dialog:not([open]), select, .plane-list, .skip");
    if (!said || hidden || !element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    for (const box of range.getClientRects())
      if (box.width > 1 && (box.left < -1 || box.right > edge + 1)) found.add(`${said}: beyond the edge`);
    for (let frame = element; frame && frame !== document.body; frame = frame.parentElement)
      if (getComputedStyle(frame).overflowX === "hidden" && frame.scrollWidth > frame.clientWidth + 1 && !frame.closest(".small-wall")) found.add(`${said}: cut off`);
  }
  return [...found];
}
