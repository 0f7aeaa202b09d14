import { expect, test } from "vitest";
import { accountFields, type KnownOfFields } from "../../contract/account-fields.ts";
import { cube, metadata } from "./samples.ts";

const listed = metadata(
  cube(
    "Conversation",
    ["Count"],
    ["Id", "Sentiment", ["CreatedAt", "time"], ["bucket_1", "time"], ["bucket_2", "time"]],
  ),
);
const nothing: KnownOfFields = { fields: {}, chosen: {}, refused: [], grains: [] };

test("a role whose field is refused is missing, and says which field it would be", () => {
  expect(accountFields(listed, nothing)).not.toHaveProperty("refused");
  const { roles, missing, refused } = accountFields(listed, { ...nothing, refused: ["Sentiment", "bucket_1"] });
  expect(roles.sentiment).toBeUndefined();
  expect(missing).toContain("sentiment");
  expect(refused).toEqual({ sentiment: "Sentiment" });
});

test("grains that were found are grains of their time, where both are listed", () => {
  const found = [
    { field: "bucket_1", grain: "hour" as const, of: "CreatedAt" },
    { field: "bucket_2", grain: "day" as const, of: "StartedAt" },
    { field: "bucket_3", grain: "month" as const, of: "CreatedAt" },
  ];
  const { roles, grains } = accountFields(listed, { ...nothing, grains: found });
  expect(roles.time).toMatchObject({ field: "CreatedAt", shown: "CreatedAt", grains: { hour: "bucket_1" } });
  expect(roles.time?.grains).not.toHaveProperty("month");
  expect([...grains.keys()]).toEqual(["bucket_1"]);
});
