import type { ConsoleMessage, Page } from "@playwright/test";

/** What the page complained about. A spec that provokes a failure says with `allow` which words it expects. */
export class ConsoleWatch {
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** For what the browser itself says of a provoked failure, e.g. `Failed to load resource: … 429`. */
  allow(words: RegExp): void {
    this.allowed.push(words);
  }

  watch(page: Page): void {
    page.on("console", (message: ConsoleMessage) => {
      const level = message.type();
      if (level !== "error" && level !== "warning") return;
      this.complaints.push(`${level}: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.complaints.push(`uncaught: ${error.stack ?? error.message}`));
  }

  unexpected(): string[] {
    return this.complaints.filter((text) => !this.allowed.some((words) => words.test(text)));
  }
}
