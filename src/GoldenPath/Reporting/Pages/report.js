// Comfort only: without it everything is on the page and can be opened.
"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Copying. Where a page may not use the clipboard, the text is selected for the reader.
for (const button of all("button.copy")) {
  const text = button.parentElement.querySelector("pre");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      if (!document.execCommand("copy")) {
        button.textContent = "Selected";
        return;
      }
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}

// Frames: what is searched for opens, what does not fit goes.
for (const form of all("form.filter")) {
  const rows = all("ol.frames > li").map(row => ({ row, text: row.textContent.toLowerCase(), ...row.dataset }));
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const text = wanted.text.trim().toLowerCase();
    let shown = 0;
    for (const one of rows) {
      const fits = one.text.includes(text) && ["user", "frame", "way"].every(name => !wanted[name] || one[name] === wanted[name]);
      one.row.hidden = !fits;
      one.row.firstElementChild.open = fits && text !== "";
      shown += fits;
    }
    form.querySelector("output").value = `${shown} of ${rows.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
}

// The lanes of the picture: with the arrow keys from mark to mark.
for (const lane of all("svg.picture .lane")) {
  const marks = all(".mark", lane);
  let at = -1;
  const show = next => {
    marks[at]?.classList.remove("on");
    at = next;
    marks[at]?.classList.add("on");
    lane.classList.toggle("read", at >= 0);
    if (at >= 0) {
      lane.setAttribute("aria-label", marks[at].querySelector(".tip").textContent);
    }
  };
  lane.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && marks.length > 0) {
      event.preventDefault();
      show((at + step + marks.length) % marks.length);
    }
  });
  lane.addEventListener("focus", () => show(0));
  lane.addEventListener("blur", () => show(-1));
}

// A link to a line opens what it lies in.
const reveal = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) {
    for (let around = target; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") {
        around.open = true;
      }
    }
    const own = target.querySelector("details");
    if (own) {
      own.open = true;
    }
    target.scrollIntoView({ block: "center" });
  }
};
addEventListener("hashchange", reveal);
reveal();

// On paper nothing can be opened.
let closed = [];
addEventListener("beforeprint", () => {
  closed = all("details:not([open])");
  closed.forEach(one => { one.open = true; });
});
addEventListener("afterprint", () => closed.forEach(one => { one.open = false; }));
