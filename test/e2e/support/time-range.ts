import type { Locator, Page } from "@playwright/test";

/** The time range and its zone. */
export class TimeRange {
  readonly zone: Locator;

  constructor(
    private readonly page: Page,
    private readonly button: Locator,
  ) {
    this.zone = page.getByRole("combobox", { name: "Time zone" });
  }

  async choosePreset(name: string): Promise<void> {
    await this.button.click();
    await this.page.getByRole("group", { name: "Preset ranges" }).getByRole("button", { name, exact: true }).click();
  }

  /** Picks two days, given as `YYYY-MM-DD`, in the calendar, and applies them. */
  async chooseDays(from: string, to: string): Promise<void> {
    await this.button.click();
    for (const day of [from, to]) await this.calendarDay(day);
    await this.page.getByRole("button", { name: "Apply", exact: true }).click();
  }

  private async calendarDay(day: string): Promise<void> {
    const calendar = this.page.getByRole("form", { name: "From and to" });
    const words = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
    const button = calendar.getByRole("button", {
      name: new Date(day).toLocaleDateString("en-GB", words),
      exact: true,
    });
    // The calendar opens at the last day of the range; the days looked for are at most a month before it.
    // It is loaded when it is opened: a day that is not there yet must not be taken for one of another month.
    await calendar
      .getByRole("button", { name: /^\d{1,2} \w+ \d{4}$/ })
      .first()
      .waitFor();
    if ((await button.count()) === 0) await calendar.getByRole("button").first().click();
    await button.click();
  }

  async chooseZone(typed: string, option: RegExp): Promise<void> {
    await this.button.click();
    await this.zone.click();
    await this.zone.fill(typed);
    await this.page.getByRole("option", { name: option }).click();
    await this.page.keyboard.press("Escape");
  }

  async compare(): Promise<void> {
    await this.button.click();
    await this.page.getByRole("switch", { name: "Compare with previous period" }).click();
    await this.page.keyboard.press("Escape");
  }
}
