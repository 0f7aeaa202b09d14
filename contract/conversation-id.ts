/** A conversation's id in an address. Twilio documents two forms, so it is not looked at more closely. */
export const conversationIdPattern = /^[A-Za-z0-9_-]{1,100}$/;

/** The id in a cell, which some accounts write as a number (read so that no digit is lost); undefined for none. */
export function idText(cell: unknown): string | undefined {
  if (typeof cell === "number") return Number.isInteger(cell) ? String(cell) : undefined;
  return typeof cell === "string" && cell !== "" ? cell : undefined;
}

/** The SID of a call or a message, by which conversations are listed: `CA…`, `SM…`, `MM…`. */
export const channelIdPattern = /^[A-Z]{2}[0-9a-f]{32}$/;
