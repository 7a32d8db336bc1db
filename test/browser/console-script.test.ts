import { once } from "node:events";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { consoleScript } from "../../src/console/kit/script.ts";
import { openPage } from "../setup/page.ts";

/** A draft that is saved as it is typed, by its version; answers wait until they are let go. */
async function draft() {
  const state = { text: "", version: 1, saves: [] as string[], refuses: false };
  let gate: Promise<void> = Promise.resolve();
  const page = (text: string) => `<!doctype html><html lang="en"><title>Draft</title><link rel="icon" href="data:,">
    <form method="post" action="/" data-form data-autosave><button name="do" value="save" hidden></button>
    <input type="hidden" name="version" value="${state.version}"><label>Text <input name="text" value="${text}"></label>
    <p data-preview="length">${text.length} letters</p><button name="do" value="save">Save</button>
    <span role="status" data-save-state='{"saving":"Saving","saved":"Saved","failed":"Failed"}'></span></form>
    <script type="module" src="/script.js"></script></html>`;
  const app = new Hono();
  app.get("/script.js", (c) => c.body(consoleScript, 200, { "content-type": "text/javascript" }));
  app.get("/", (c) => c.html(page(state.text)));
  let left = 2;
  app.get("/under-way", (c) => {
    const live = left > 0 ? '<span data-live="">Under way</span>' : "";
    const shown = `<p data-preview="progress">${left} left ${live}</p>`;
    left -= 1;
    return c.html(`<!doctype html><title>Sending</title>${shown}<script type="module" src="/script.js"></script>`);
  });
  app.post("/", async (c) => {
    const { text = "", version } = (await c.req.parseBody()) as Record<string, string>;
    await gate;
    state.saves.push(`${version}: ${text}`);
    if (state.refuses || Number(version) !== state.version)
      return c.html(`<div class="errors">No</div>${page(text)}`, 409);
    state.text = text;
    state.version += 1;
    return c.redirect("/", 303);
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  /** Holds answers back until what it gives is called. */
  const hold = () => {
    let letGo = () => {};
    gate = new Promise((done) => {
      letGo = done;
    });
    return letGo;
  };
  return { state, hold, page: await openPage(base, 800) };
}

test("a draft is saved as it is typed, one save after the other, each naming the version of the one before; what it shows is marked as busy until then", async () => {
  const { state, hold, page } = await draft();
  const text = page.getByLabel("Text");
  const letGo = hold();
  await text.pressSequentially("ab");
  await page.getByText("Saving").waitFor();
  const length = page.locator("[data-preview]");
  expect(await length.getAttribute("aria-busy")).toBe("true");
  // Typed on while the first save is under way: its answer is of another text, and never takes what was typed.
  await text.pressSequentially("cd");
  letGo();
  await page.getByText("4 letters").waitFor();
  await page.getByText("Saved", { exact: true }).waitFor();
  await length.and(page.locator('[aria-busy="false"]')).waitFor();
  expect(await text.inputValue()).toBe("abcd");
  expect(state.saves).toEqual(["1: ab", "2: abcd"]);
});

test("the button waits for a save that is under way, and then saves the version it made", async () => {
  const { state, hold, page } = await draft();
  const letGo = hold();
  await page.getByLabel("Text").pressSequentially("ab");
  await page.getByText("Saving").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  letGo();
  await page.waitForFunction("document.querySelector('input[name=version]').value === '3'");
  expect(state.saves).toEqual(["1: ab", "2: ab"]);
});

test("a save that is refused says so, and leaves what was typed and its version to the button", async () => {
  const { state, page } = await draft();
  state.refuses = true;
  await page.getByLabel("Text").pressSequentially("ab");
  await page.getByText("Failed").waitFor();
  expect(await page.getByLabel("Text").inputValue()).toBe("ab");
  expect(await page.locator("input[name=version]").inputValue()).toBe("1");
});

test("what is under way is asked for anew until it is not", async () => {
  const { page } = await draft();
  await page.clock.install();
  await page.goto(new URL("/under-way", page.url()).href);
  for (const left of [1, 0]) {
    await page.clock.runFor(4000);
    await page.getByText(`${left} left`).waitFor();
  }
  // Were it asked once more, there would be fewer than none.
  await page.clock.runFor(20_000);
  expect(await page.getByText("left").textContent()).toBe("0 left ");
});

test("a button that is pressed twice acts once, and its answer is the first one's", async () => {
  const { state, hold, page } = await draft();
  await page.getByLabel("Text").fill("abc");
  await page.getByText("Saved").waitFor();
  const { x = 0, y = 0 } = (await page.getByRole("button", { name: "Save" }).boundingBox()) ?? {};
  const letGo = hold();
  const sent: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && sent.push(request.method()));
  await page.mouse.click(x + 5, y + 5);
  await expect.poll(() => sent).toEqual(["POST"]);
  await page.mouse.click(x + 5, y + 5);
  letGo();
  await page.waitForFunction("document.querySelector('input[name=version]').value === '3'");
  expect(sent).toEqual(["POST", "GET"]);
  expect(state.saves).toEqual(["1: abc", "2: abc"]);
});
