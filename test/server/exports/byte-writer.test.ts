import fc from "fast-check";
import { expect, test } from "vitest";
import { byteWriter } from "../../../server/exports/formats/cells/byte-writer.ts";

const parts = fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.integer({ min: 0, max: 127 })));

test("a sheet holds all that was written, at whatever size it has to grow", () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 16 }), (written, size) => {
      const sheet = byteWriter(size);
      for (const part of written) {
        if (typeof part === "string") sheet.text(part);
        else sheet.byte(part);
      }
      const whole = Buffer.concat(written.map((part) => Buffer.from(typeof part === "string" ? part : [part])));
      expect(sheet.take().equals(whole)).toBe(true);
      expect(sheet.take().length).toBe(0);
    }),
  );
});
