import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { TwilioError } from "./errors.ts";

export type Credentials = { accountSid: string; apiKey: string; apiSecret: string };

/** Credentials of the form that Twilio's have, new at each start. */
export function makeCredentials(): Credentials {
  return {
    accountSid: `AC${randomBytes(16).toString("hex")}`,
    apiKey: `SK${randomBytes(16).toString("hex")}`,
    apiSecret: randomBytes(24).toString("base64url"),
  };
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Lets in who sends the API key and its secret by HTTP Basic. */
export function requireCredentials({ apiKey, apiSecret }: Credentials): RequestHandler {
  const expected = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`;
  return (req, res, next) => {
    if (same(req.get("authorization") ?? "", expected)) return next();
    res.set("WWW-Authenticate", 'Basic realm="Twilio API"');
    throw new TwilioError(401, "Authenticate");
  };
}
