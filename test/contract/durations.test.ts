import { describe, expect, test } from "vitest";
import { durationUnitOf } from "../../contract/durations.ts";

describe("the unit of a duration", () => {
  test.each([
    ["DurationSeconds", undefined, "seconds"],
    ["Conversation.duration_ms", undefined, "milliseconds"],
    ["DurationInMinutes", "", "minutes"],
    ["HandleTimeHrs", null, "hours"],
    ["duration_s", undefined, "seconds"],
    ["Duration", "Duration in seconds", "seconds"],
    ["Duration", "How long it took, in whole seconds.", "seconds"],
    ["Duration", "Length (ms)", "milliseconds"],
    ["DurationSeconds", "Duration in seconds", "seconds"],
  ])("of %s (“%s”) is %s", (name, description, unit) => {
    expect(durationUnitOf(name, description)).toBe(unit);
  });

  test.each([
    ["Duration", undefined],
    ["Duration", "Length of the conversation"],
    ["Duration", "Number of turns in the first 30 seconds of it"],
    // The account says two things.
    ["DurationSeconds", "Duration in milliseconds"],
  ])("of %s (“%s”) is not known, and not guessed", (name, description) => {
    expect(durationUnitOf(name, description)).toBeUndefined();
  });
});
