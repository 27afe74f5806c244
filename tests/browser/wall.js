// What the last row cannot read: words that are too small, cut off, or lie on others, on every leaf.
([least, half]) => {
  const wall = document.getElementById("main"), found = new Set();
  const leaves = Math.max(1, ...[...wall.querySelectorAll(".pages")].filter((one) => one.offsetParent).map((one) => one.children.length));
  const cutting = (element) => {
    while (element !== document.body && getComputedStyle(element).overflowY === "visible") element = element.parentElement;
    return element.getBoundingClientRect();
  };
  const look = () => {
    const seen = [], words = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const node = words.currentNode, element = node.parentElement, said = node.data.trim().slice(0, 30);
      if (!said || element.closest(".unseen, .plane-list, title")) continue;
      const zoom = element instanceof SVGElement ? element.getScreenCTM().a : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * zoom, frame = cutting(element), range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2, away = middle + 0.2 * size < frame.top || middle - 0.2 * size > frame.bottom;
        if (!box.width || away || box.left >= frame.right || box.right <= frame.left) continue;
        const mine = { node, said, left: box.left, right: box.right, top: middle - half * size, bottom: middle + half * size };
        if (size < least * innerHeight) found.add(`${said}: ${(100 * size / innerHeight).toFixed(2)} %`);
        if (mine.left < frame.left - 2 || mine.right > frame.right + 2 || mine.top < frame.top - 2 || mine.bottom > frame.bottom + 2) found.add(`${said}: cut off`);
        for (const other of seen)
          if (other.node !== node && other.left < mine.right - 2 && mine.left < other.right - 2 && other.top < mine.bottom - 2 && mine.top < other.bottom - 2)
            found.add(`${said} lies on ${other.said}`);
        seen.push(mine);
      }
    }
  };
  for (let leaf = 0; leaf < leaves; leaf++) {
    document.documentElement.style.setProperty("--leaf", leaf);
    look();
  }
  return [...found];
}
