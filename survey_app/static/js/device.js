// A phone that joined a poll keeps the address of its own ballot: joining again leads back to it.

const { device, ballot } = document.querySelector("[data-device]").dataset;
try {
  const own = localStorage.getItem(device);
  if (ballot) localStorage.setItem(device, ballot);
  else if (own?.startsWith("/v/")) location.replace(own);
} catch { /* a private window keeps nothing: who joins again draws another ballot */ }
