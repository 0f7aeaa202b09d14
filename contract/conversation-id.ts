/** A conversation's id in an address. Twilio documents two forms, so it is not looked at more closely. */
export const conversationIdPattern = /^[A-Za-z0-9_-]{1,100}$/;
