import { expect, test } from "vitest";
import { fieldOptions } from "../../../client/account/field-options.ts";
import { findFields } from "../../../contract/fields.ts";
import { cube, metadata } from "../../contract/samples.ts";

const listed = metadata(
  cube(
    "Conversation",
    [["Conversations", "count"]],
    ["Id", "Who", ["Took", "Float64"], ["CreatedAt", "time"], ["CreatedAt.day", "time"]],
  ),
);
const options = (role: Parameters<typeof fieldOptions>[0]) => fieldOptions(role, listed, findFields(listed));

test("the fields of a role's type come first: numbers for a duration, texts for an agent, times without their grains", () => {
  expect(options("duration")).toEqual({ likely: ["Took"], others: ["Id", "Who", "CreatedAt", "CreatedAt.day"] });
  expect(options("agent").likely).toEqual(["Id", "Who"]);
  expect(options("customer")).toEqual(options("agent"));
  expect(options("time").likely).toEqual(["CreatedAt"]);
});

test("a count can be any measure, whatever its type is called", () => {
  expect(options("count")).toEqual({ likely: ["Conversations"], others: [] });
});
