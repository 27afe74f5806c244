// Dots on a phone: say how many are left, and keep the rest from being ticked. The server counts too.

function count(section) {
  const boxes = [...section.querySelectorAll("input[type=checkbox]")];
  const chosen = boxes.filter((box) => box.checked).length;
  const picked = [...section.querySelectorAll("select")].reduce((sum, one) => sum + Number(one.value), 0);
  const left = Number(section.dataset.dots) - chosen - picked;
  for (const box of boxes) box.disabled = left <= 0 && !box.checked;
  const pot = section.querySelector(".pot");
  if (!pot) return;
  const words = left === 1 ? pot.dataset.last : left > 0 ? pot.dataset.left : pot.dataset.none;
  pot.textContent = words.replace("{n}", left);
}

document.addEventListener("change", (event) => {
  const section = event.target.closest?.("[data-dots]");
  if (section) count(section);
});
