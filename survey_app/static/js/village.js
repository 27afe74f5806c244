// Reads aloud what the village said; figures in a closed table stay silent.

import { speech } from "./speak.js";

speech(() => [...document.querySelectorAll(".told :is(h1, h2, p, .plain-bars span, .plain-bars b)")].filter((node) => !node.closest("details, .share")));
