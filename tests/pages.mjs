// What Chromium and axe-core say of pages.  Reads a list of files as JSON from
// standard input and answers with one JSON object; run by pages_in_browser.py.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.env.BROWSER_TOOLS + "/"));
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;

const VIEWS = [
  { name: "light, wide", colorScheme: "light", width: 1280 },
  { name: "dark, 320 pixels", colorScheme: "dark", width: 320 },
  { name: "print", colorScheme: "light", width: 1000, media: "print" },
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MOST_TABS = 60;

const violations = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    TAGS,
  );
  return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 160)}`);
};

// Text that can only be read by scrolling sideways, outside regions made for that.
const sideways = (page) =>
  page.evaluate(() => {
    const root = document.scrollingElement;
    return root.scrollWidth > root.clientWidth + 1 ? root.scrollWidth : 0;
  });

// Regions that scroll and cannot be reached by the keyboard.
const unreachable = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
      .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0)
      .map((e) => e.outerHTML.slice(0, 120)),
  );

// What the tab key reaches, and where the focus cannot be seen.
const walked = async (page) => {
  const reached = [];
  const unseen = [];
  for (let step = 0; step < MOST_TABS; step += 1) {
    await page.keyboard.press("Tab");
    const held = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const look = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const lined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
      const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
      return { what: e.outerHTML.slice(0, 120), seen: lined && shown };
    });
    if (held === null) break;
    reached.push(held.what);
    if (!held.seen) unseen.push(held.what);
  }
  return { reached, unseen };
};

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const files = JSON.parse(Buffer.concat(chunks).toString());
const browser = await chromium.launch({
  executablePath: process.env.BROWSER,
  args: ["--no-sandbox", "--disable-gpu"],
});
const told = {};
try {
  const look = async (file) => {
    told[file] = { violations: [], sideways: [], unreachable: [], requests: [], errors: [] };
    for (const view of VIEWS) {
      const page = await browser.newPage({
        colorScheme: view.colorScheme,
        viewport: { width: view.width, height: 800 },
        reducedMotion: "reduce",
      });
      page.on("request", (r) => r.url().startsWith("file:") || told[file].requests.push(r.url()));
      page.on("pageerror", (e) => told[file].errors.push(String(e)));
      await page.goto(pathToFileURL(file).href);
      if (view.media) await page.emulateMedia({ media: view.media });
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      const found = await violations(page);
      told[file].violations.push(...found.map((v) => `${view.name}: ${v}`));
      const wide = view.media ? 0 : await sideways(page);
      if (wide) told[file].sideways.push(`${view.name}: ${wide} pixels`);
      told[file].unreachable.push(...(view.media ? [] : await unreachable(page)));
      if (view.name === "light, wide") Object.assign(told[file], await walked(page));
      await page.close();
    }
  };
  await Promise.all(files.map(look));
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(told));
