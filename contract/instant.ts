import * as z from "zod/mini";

/** `2026-03-11T12:00:00.123456789Z`: no more digits than an instant can have, so that whatever is taken can be shown. */
const longest = 30;

/** An instant in UTC, as ISO 8601 with a `Z` and at most nine digits of a second. */
export const instantSchema = z.iso.datetime().check(z.maxLength(longest));
