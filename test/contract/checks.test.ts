import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCount, checkFile, isWithin, mayBeEstimates } from "../../contract/checks.ts";
import { checkVerdicts, type ExportCheck, isDoubtful } from "../../contract/export-check.ts";

const count = fc.nat(200_000);

test("only the same number agrees, and only a large count that is almost the same may be an estimate", () => {
  const property = fc.property(count, count, (found, counted) => {
    const { kind } = checkCount(found, counted);
    const off = Math.abs(found - counted);
    expect(kind === "agrees").toBe(off === 0);
    if (kind === "near") expect([counted >= 1000, off <= counted * 0.02]).toEqual([true, true]);
    if (kind === "short") expect(found).toBeLessThan(counted);
    if (kind === "over") expect(found).toBeGreaterThan(counted);
  });
  fc.assert(property);
  expect(checkCount(999, 1000).kind).toBe("near");
  expect(checkCount(998, 999).kind).toBe("short");
  expect(checkCount(10_000, 12_641)).toEqual({ kind: "short", found: 10_000, counted: 12_641 });
});

test("a file agrees with a count only if it is one of the two, what was left out counted in or not", () => {
  const property = fc.property(count, fc.nat(5), count, count, (found, leftOut, before, after) => {
    const check = checkFile({ found, leftOut, before, after });
    const sizes = [found, found + leftOut];
    expect(check?.kind === "agrees").toBe(sizes.includes(before) || sizes.includes(after));
    expect(check).toMatchObject({ found, counted: after });
  });
  fc.assert(property);
  expect(checkFile({ found: 5, leftOut: 0 })).toBeUndefined();
  expect(checkFile({ found: 5, leftOut: 0, before: 5 })?.kind).toBe("agrees");
  expect(checkFile({ found: 4, leftOut: 1, after: 5 })?.kind).toBe("agrees");
  expect(checkFile({ found: 5, leftOut: 0, before: 4, after: 7 })?.kind).toBe("near");
  expect(checkFile({ found: 3, leftOut: 0, before: 4, after: 7 })?.kind).toBe("short");
});

test("parts that agree with a file make of a small count that is almost the same an estimate, and nothing else", () => {
  const near = fc.tuple(fc.nat(1500), fc.integer({ min: -40, max: 40 }));
  const property = fc.property(near, fc.nat(2), ([found, off], leftOut) => {
    const figures = { found, leftOut, after: Math.max(0, found + off) };
    const [plain, inParts] = [checkFile(figures)?.kind, checkFile({ ...figures, agreesInParts: true })?.kind];
    expect(inParts === "agrees").toBe(plain === "agrees");
    const isDoubted = plain !== "agrees" && mayBeEstimates(found + leftOut, figures.after);
    expect(inParts).toBe(isDoubted ? "near" : plain);
  });
  fc.assert(property);
  expect(checkFile({ found: 318, leftOut: 0, before: 319, after: 319 })?.kind).toBe("short");
  expect(checkFile({ found: 318, leftOut: 0, before: 319, after: 319, agreesInParts: true })?.kind).toBe("near");
  expect(checkFile({ found: 300, leftOut: 0, after: 319, agreesInParts: true })?.kind).toBe("short");
});

test("a rounded count that may be of the file's number tells nothing, also where both are the same", () => {
  const property = fc.property(count, fc.nat(5), fc.integer({ min: -30, max: 30 }), (found, leftOut, off) => {
    const figures = { found, leftOut, after: Math.max(0, found + leftOut + off) };
    const isHidden = Math.abs(figures.after - found - leftOut) <= 5;
    expect(checkFile({ ...figures, roundedTo: 10 })?.kind).toBe(isHidden ? "near" : checkFile(figures)?.kind);
  });
  fc.assert(property);
  expect(checkFile({ found: 26, leftOut: 0, before: 30, after: 30, roundedTo: 10 })?.kind).toBe("near");
  expect(checkFile({ found: 24, leftOut: 0, before: 30, after: 30, roundedTo: 10 })?.kind).toBe("short");
});

test("a window holds its beginning and not its end", () => {
  expect([1, 2, 4, 5].map((ms) => isWithin({ from: 2, to: 5 }, ms))).toEqual([false, true, true, false]);
});

test("what agrees or could not be checked is not doubtful; anything left over is", () => {
  const check: ExportCheck = { count: "C", id: "I", leftOut: 3, astray: 0, clashes: 0, restarted: true };
  expect(isDoubtful(check)).toBe(false);
  for (const verdict of checkVerdicts) {
    expect(isDoubtful({ ...check, verdict })).toBe(verdict !== "agrees" && verdict !== "unchecked");
  }
  expect(isDoubtful({ ...check, verdict: "agrees", astray: 1 })).toBe(true);
  expect(isDoubtful({ ...check, verdict: "agrees", clashes: 1 })).toBe(true);
});
