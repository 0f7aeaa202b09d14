import fc from "fast-check";
import { expect, test } from "vitest";
import { readToken, writeToken } from "../../../server/dialect/tokens.ts";

test("what a token says is read again, whatever the API's own token is", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(),
      fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }),
      (plan, query, token) => {
        const text = writeToken({ plan, query, token });
        expect(text).toMatch(/^[\w.-]+$/);
        expect(readToken(text)).toEqual({ plan, query, token });
      },
    ),
  );
});

test("any other text is no token of Earshot's own, and costs nothing", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readToken(text)).toBeUndefined();
      readToken(`earshot.${text}`);
    }),
  );
  expect(readToken(`earshot.${Buffer.from('["a",-1,null]').toString("base64url")}`)).toBeUndefined();
});
