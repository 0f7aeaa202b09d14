import { expect, type Locator, type Page } from "@playwright/test";

/** The filters above the charts. */
export class Filters {
  constructor(private readonly page: Page) {}

  button(role: string): Locator {
    return this.page.getByRole("group", { name: "Filters" }).getByRole("button", { name: new RegExp(`^${role}`) });
  }

  /** The values, or the range, of one field. */
  facet(role: string): Locator {
    return this.page.getByRole("region", { name: `${role} filter` });
  }

  value(role: string, value: string): Locator {
    return this.facet(role).getByRole("checkbox", { name: value, exact: true });
  }

  /** The counts beside the values of an open field, by the values' names. */
  async counts(role: string): Promise<Map<string, number>> {
    const lines = await this.facet(role)
      .getByRole("checkbox")
      .evaluateAll((boxes) =>
        boxes.map((box): [string, string] => {
          const text = (name: string) =>
            (box.getAttribute(name) ?? "")
              .split(" ")
              .map((id) => document.getElementById(id)?.title || document.getElementById(id)?.textContent);
          return [text("aria-labelledby")[0] ?? "", text("aria-describedby")[0] ?? ""];
        }),
      );
    return new Map(lines.map(([value, count]) => [value, Number(count.replace(/\D/g, ""))]));
  }

  /** Opens what is at the end of the line: other fields, and the filters that it has no room for. */
  async openOthers(): Promise<void> {
    await this.page.getByRole("button", { name: /^Add filter/ }).click();
  }

  /** Opens a filter, wherever it is. */
  async open(role: string): Promise<void> {
    const kept = this.page.getByRole("dialog").getByRole("list", { name: "Filters" });
    const inOthers = kept.getByRole("button", { name: new RegExp(`^${role}`) });
    const add = this.page.getByRole("button", { name: /^Add filter/ });
    // For which buttons the line has room is known once it is measured, after it is drawn.
    await expect(async () => {
      if (await this.button(role).isVisible()) return;
      const isOpen =
        (await this.page.getByRole("dialog").isVisible()) || (await add.getAttribute("aria-expanded")) === "true";
      if (!isOpen) await add.click({ timeout: 5000 });
      await expect(inOthers).toBeVisible({ timeout: 5000 });
    }).toPass();
    await ((await this.button(role).isVisible()) ? this.button(role) : inOthers).click();
  }

  async choose(role: string, value: string): Promise<void> {
    await this.open(role);
    await this.value(role, value).click();
    await this.page.keyboard.press("Escape");
  }

  /** Opens a field that has no button of its own. */
  async add(field: string): Promise<void> {
    await this.openOthers();
    await this.page.getByRole("searchbox", { name: "Search fields" }).fill(field);
    await this.page
      .getByRole("list", { name: "Filter by another field" })
      .getByRole("button", { name: field })
      .first()
      .click();
  }

  /** The button of a filter that narrows the view, by all that it says. */
  chosen(text: string): Locator {
    return this.page.getByRole("button", { name: text, exact: true });
  }

  /** Takes a filter off, by all that its button says. */
  async remove(text: string): Promise<void> {
    await this.page.getByRole("button", { name: `Remove ${text}`, exact: true }).click();
  }
}
