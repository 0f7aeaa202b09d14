import { type Prepare, stageOf } from "./stage.ts";

type BarePage = { items: Record<string, unknown>[]; meta: { nextToken: string | null } };

const rowHeight = 36;
const overscan = 14;
const highest = 30_000_000;
const pagesHeld = 4;

/** The least that shows the same rows: no framework, text alone, a few pages held, the next one asked for at the end. */
export const prepare: Prepare = (root) => {
  const held = new Map<number, { start: number; items: Record<string, unknown>[] }>();
  let [count, pages, next] = [0, 0, ""];
  let isAsking = false;
  const box = root.appendChild(document.createElement("div"));
  box.style.cssText = "height:100dvh;overflow:auto";
  const list = box.appendChild(document.createElement("div"));
  list.style.position = "relative";
  const drawn = new Map<number, HTMLElement>();

  function rowAt(place: number): Record<string, unknown> | undefined {
    for (const page of held.values()) {
      const row = page.items[place - page.start];
      if (row) return row;
    }
    return undefined;
  }

  /** How far the list goes for a pixel of the bar. */
  function scale(): number {
    const [height, view] = [Math.min(count * rowHeight, highest), box.clientHeight];
    return height > view ? (count * rowHeight - view) / (height - view) : 1;
  }

  function draw(): void {
    list.style.height = `${Math.min(count * rowHeight, highest)}px`;
    const view = box.clientHeight;
    const top = box.scrollTop * scale();
    const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
    const end = Math.min(count, Math.ceil((top + view) / rowHeight) + overscan);
    for (const [place, element] of drawn) {
      if (place >= first && place < end) continue;
      element.remove();
      drawn.delete(place);
    }
    for (let place = first; place < end; place += 1) {
      const known = drawn.get(place);
      const y = place * rowHeight - top + box.scrollTop;
      const element = known ?? document.createElement("div");
      element.style.transform = `translateY(${y}px)`;
      if (known) continue;
      element.className = "bare-row";
      element.style.cssText +=
        ";position:absolute;left:0;right:0;height:36px;display:grid;grid-template-columns:repeat(6,1fr)";
      for (const value of Object.values(rowAt(place) ?? {})) {
        const cell = document.createElement("span");
        cell.textContent = String(value);
        element.append(cell);
      }
      list.append(element);
      drawn.set(place, element);
    }
    if (end > count - overscan - 30 && next !== "" && !isAsking) void load();
  }

  async function load(): Promise<void> {
    isAsking = true;
    const path = next === "" ? "/api/query" : `/api/query?pageToken=${encodeURIComponent(next)}`;
    const response = await fetch(path, next === "" ? { method: "POST", body: "{}" } : {});
    const page: BarePage = await response.json();
    held.set(pages, { start: count, items: page.items });
    held.delete(pages - pagesHeld);
    pages += 1;
    const top = box.scrollTop * scale();
    count += page.items.length;
    next = page.meta.nextToken ?? "";
    isAsking = false;
    // The rows in sight stay there when the list grows, also where it is higher than a browser lets it be.
    if (count * rowHeight > highest) box.scrollTop = top / scale();
    draw();
  }

  box.addEventListener("scroll", draw, { passive: true });
  return stageOf(".bare-row", { start: () => void load(), box: () => box, count: () => count });
};
