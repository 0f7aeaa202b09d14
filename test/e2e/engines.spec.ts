import { z } from "zod";
import type { Engine } from "./support/engines/engine.ts";
import { engines } from "./support/engines/installed.ts";
import { expect, test } from "./support/fixtures.ts";
import { silentlyCut } from "./support/silently-cut.ts";

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
type Box = z.infer<typeof box>;
type Wanted = { css: string; text?: string };

/** Where an element is that has a text in it, once it is there. */
async function boxOf(engine: Engine, wanted: Wanted): Promise<Box> {
  const found = await engine.waitFor(
    box.nullable(),
    ({ css, text = "" }: Wanted) => {
      const element = [...document.querySelectorAll(css)].find((one) => one.textContent?.includes(text));
      const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return width > 0 ? { x, y, width, height } : null;
    },
    wanted,
    (there) => there !== null,
  );
  if (!found) throw new Error(`There is no ${wanted.css}.`);
  return found;
}

async function click(engine: Engine, wanted: Wanted): Promise<void> {
  const { x, y, width, height } = await boxOf(engine, wanted);
  await engine.click(x + width / 2, y + height / 2);
}

/** The ids and channels of the rows, once the list says that they are those of the view. */
function rows(engine: Engine): Promise<string[][]> {
  return engine.waitFor(
    z.array(z.array(z.string())),
    () => {
      const grid = document.querySelector("[role=grid]");
      if (grid?.getAttribute("aria-busy") !== "false") return [];
      const lines = [...grid.querySelectorAll("tbody tr")];
      return lines.map((line) => [...line.querySelectorAll("td")].slice(2, 4).map((cell) => cell.textContent ?? ""));
    },
    null,
    (lines) => lines.length > 10,
  );
}

/** The columns that are looked at: a list usually has no ids. */
const columns = ["DateCreated", "Id", "Channels", "Languages", "OperatorResult.Value", "Status"];
const view = `v=1&range=14d&tz=UTC&${columns.map((field) => `column=${field}`).join("&")}`;

/** Shows or leaves out the ellipsis of ids, and says how many are cut. */
function ellipsis(engine: Engine, how: string): Promise<number> {
  return engine.run(
    z.number(),
    (value: string) => {
      const heads = [...document.querySelectorAll("td[aria-colindex='3'] span > span")];
      for (const head of heads) if (head instanceof HTMLElement) head.style.textOverflow = value;
      return heads.filter((head) => head.scrollWidth > head.clientWidth).length;
    },
    how,
  );
}

for (const { name, start } of engines) {
  // The product can do without them: a run says which are not on this machine.
  if (!start) continue;
  test(`${name} cuts, finds, points, translates and prints as Chromium does`, async ({ product }) => {
    test.slow();
    const engine = await start();
    try {
      await engine.resize(1440, 900);
      await engine.goto(`${product.url}/?${view}`);
      await rows(engine);
      await boxOf(engine, { css: "article [role=application]" });

      await test.step("what is cut says so", async () => {
        // WebKit's pictures come after a while, and those of small elements are empty.
        const settled = async () => {
          let last = "";
          await expect
            .poll(async () => {
              const before = last;
              last = await engine.picture("[data-list]");
              return last.length > 20_000 && last === before;
            })
            .toBe(true);
          return last;
        };
        const whole = await settled();
        expect(await ellipsis(engine, "clip")).toBeGreaterThan(5);
        expect((await settled()) === whole, "an ellipsis is drawn").toBe(false);
        await ellipsis(engine, "");
        expect(await engine.run(z.array(z.string()), silentlyCut, null)).toEqual([]);
      });

      await test.step("a tooltip is beside what is pointed at", async () => {
        await click(engine, { css: "[role=tab]", text: "Analysis" });
        await boxOf(engine, { css: "article [role=list], article ul", text: "Voice" });
        const plot = await boxOf(engine, { css: "article [role=application]" });
        for (const part of [0.2, 0.5, 0.8]) {
          const at = plot.x + plot.width * part;
          await engine.point(at, plot.y + plot.height / 2);
          const isBeside = async () => {
            const { x, width } = await boxOf(engine, { css: "article [role=status]", text: "Conversations" });
            return at < x || at > x + width;
          };
          await expect.poll(isBeside).toBe(true);
        }
        await click(engine, { css: "[role=tab]", text: "Conversations" });
      });

      await test.step("a zone is found by typing", async () => {
        await click(engine, { css: "main button", text: "Time range" });
        await click(engine, { css: "[role=dialog] input[aria-haspopup=listbox]" });
        await engine.type("kolk");
        await boxOf(engine, { css: "[role=option]", text: "Asia/Kolkata" });
        // Escape, for the list and for the panel.
        await engine.type("\uE00C\uE00C");
      });

      await test.step("rows that a translator changed are those of the next filter", async () => {
        await engine.run(
          z.null(),
          () => {
            for (const text of [...document.querySelectorAll("td, h2, article p")].flatMap((one) => [
              ...one.childNodes,
            ])) {
              const font = document.createElement("font");
              font.textContent = "…";
              text.replaceWith(font);
            }
            return null;
          },
          null,
        );
        await click(engine, { css: "article li button", text: "Voice" });
        await boxOf(engine, { css: "[data-in-use]", text: "Voice" });
        const lines = await rows(engine);
        for (const [, channels] of lines) expect(channels).toContain("Voice");
        expect(lines.map(([, channels]) => channels)).toContainEqual(expect.stringMatching(/Voice, |, Voice/));
        await click(engine, { css: "tr[aria-rowindex='4'] td[aria-colindex='3']" });
        await boxOf(engine, { css: "[role=complementary]", text: lines[2]?.[0] ?? "nothing" });
      });

      await test.step("cards beside a wide conversation are as wide as their words", async () => {
        await engine.run(
          z.null(),
          () => {
            localStorage.setItem("earshot-panel", "2000");
            return null;
          },
          null,
        );
        await engine.resize(1200, 900);
        await engine.goto(await engine.run(z.string(), () => location.href, null));
        await rows(engine);
        // The conversation may come after the rows.
        await expect.poll(async () => (await boxOf(engine, { css: "main" })).width).toBeLessThan(700);
        await click(engine, { css: "[role=tab]", text: "Analysis" });
        const { width } = await boxOf(engine, { css: "article", text: "channel" });
        expect(width).toBeGreaterThan(240);
      });

      await test.step("on paper no column is lost", async () => {
        await engine.goto(`${product.url}/?${view}`);
        await rows(engine);
        await engine.run(
          z.null(),
          () => {
            for (const { cssRules } of document.styleSheets)
              for (const rule of cssRules)
                if (rule instanceof CSSMediaRule && rule.media.mediaText === "print") rule.media.mediaText = "all";
            return null;
          },
          null,
        );
        await engine.resize(718, 900);
        const { x, width } = await boxOf(engine, { css: "th", text: "Status" });
        expect(x + width).toBeLessThanOrEqual(718);
      });
      expect(engine.complaints() ?? []).toEqual([]);
    } finally {
      await engine.close();
    }
  });
}
