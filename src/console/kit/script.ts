import { sha256 } from "../../model/values/hash.ts";

/**
 * The only script of the console, for what forms do while they are typed in. Everything works without it. It sends the form
 * as its buttons do, and of the page that answers takes what is marked as a preview: an answer replaces a preview, never an
 * input. One request is under way at a time; of a draft that is saved, the next save names the version that the last one made.
 */
export const consoleScript = `
const form = document.querySelector("form[data-form]");
const state = form?.querySelector("[data-save-state]");
const says = state ? JSON.parse(state.dataset.saveState) : {};
const saves = form?.hasAttribute("data-autosave");
const shows = document.querySelector("[data-preview]") !== null;
// What is kept up to date by itself needs no button.
if (form) for (const each of document.querySelectorAll(".preview > button")) each.hidden = true;
let typed = form?.hasAttribute("data-unsaved") ? 1 : 0;
let sent = typed, kept = 0, under = null, leaving = false, timer;
const later = () => (clearTimeout(timer), (timer = setTimeout(send, 600)));
// What is shown is of what was typed before, until there is an answer.
const working = (is) => document.querySelectorAll("[data-preview]").forEach((each) => (each.ariaBusy = String(is)));

function send() {
  if (!under && !leaving && sent !== typed) under = request().then(() => {
    under = null;
    if (sent === typed) working(false);
    else later();
  });
}

async function request() {
  const number = sent = typed;
  const body = new URLSearchParams(new FormData(form));
  body.set("do", saves ? "save" : "preview");
  if (saves) state.textContent = says.saving;
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "follow" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (number === typed || saves) show(page);
    if (saves && answer.ok) kept = number;
    if (saves) state.textContent = answer.ok ? says.saved : says.failed;
  } catch {
    if (saves) state.textContent = says.failed;
  }
}

function show(page) {
  for (const old of document.querySelectorAll("[data-preview]")) {
    const fresh = page.querySelector('[data-preview="' + old.dataset.preview + '"]');
    // What is the same is not read out again.
    if (!fresh || fresh.innerHTML === old.innerHTML || old.contains(document.activeElement)) continue;
    const open = [...old.querySelectorAll("details[open] > summary")].map((each) => each.textContent);
    old.replaceChildren(...fresh.childNodes);
    for (const each of old.querySelectorAll("details > summary")) each.parentElement.open ||= open.includes(each.textContent);
  }
  const [mine, theirs] = [document, page].map((each) => each.querySelector('form[data-form] input[name="version"]'));
  if (saves && mine && theirs && !page.querySelector(".errors")) mine.value = theirs.value;
}

form?.addEventListener("input", () => {
  typed += 1;
  if (shows) working(true);
  if (saves || shows) later();
});
form?.addEventListener("submit", async (event) => {
  leaving = event.submitter?.formTarget !== "_blank";
  if (form.dataset.busy) {
    state.textContent = form.dataset.busy;
    state.dataset.busy = "";
  }
  if (!under || !saves) return;
  // What is being saved is to be known before the button saves once more.
  event.preventDefault();
  await under;
  form.requestSubmit(event.submitter);
});
// What is under way is asked for anew until it is not, or nobody looks.
async function watch() {
  while (document.querySelector("[data-live]")) {
    await new Promise((done) => setTimeout(done, 4000));
    try {
      const answer = document.hidden ? null : await fetch(location.href);
      if (answer?.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {}
  }
}
watch();
addEventListener("beforeunload", (event) => {
  if (!leaving && kept !== typed) event.preventDefault();
});
// A button that is pressed twice in a row acts once: the answer to the second would be all there is to read.
let pressed;
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (pressed && pressed === event.submitter) return event.preventDefault();
  pressed = event.submitter;
  setTimeout(() => (pressed = null), 5000);
});
addEventListener("pageshow", () => {
  leaving = false;
  pressed = null;
  delete state?.dataset.busy;
});
for (const current of document.querySelectorAll('nav [aria-current="page"]')) {
  const row = current.closest("ul");
  row.scrollLeft += current.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - current.offsetWidth) / 2;
}
`.trim();

/** Named by its content: whoever has it may keep it for ever. */
export const consoleScriptPath = `/assets/console-${sha256(consoleScript).slice(0, 12)}.js`;
