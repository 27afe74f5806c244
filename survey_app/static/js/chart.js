// Puts an interactive chart where a drawn one stands, once the chart library is there.
// Without it, and on a phone, the drawing and its table say the same.
const frames = [...document.querySelectorAll("[data-plotly]")];
const library = document.querySelector("meta[name=plotly]")?.content;

function draw(frame) {
  const figure = JSON.parse(frame.querySelector("script[type='application/json']").textContent);
  const holder = document.createElement("div");
  holder.className = "interactive";
  frame.querySelector(".drawn").before(holder);
  window.Plotly.newPlot(holder, figure.data, figure.layout, { displayModeBar: false, responsive: true, locale: "nl" })
    .then(() => { frame.querySelector(".drawn").hidden = true; });
}

function load() {
  const script = document.createElement("script");
  script.src = library;
  script.onload = () => frames.forEach(draw);
  document.head.append(script);
}

if (frames.length && library && matchMedia("(min-width: 800px)").matches) {
  const button = document.getElementById("interactive");
  button.hidden = false;
  button.onclick = () => { button.disabled = true; load(); };
}
