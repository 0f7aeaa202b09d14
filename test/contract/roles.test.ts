import { describe, expect, test } from "vitest";
import { en } from "../../client/words/en.ts";
import { later } from "../../client/words/en-later.ts";
import type { Role } from "../../contract/roles/role.ts";
import { columnRoles, cubeRoles, perCubeRole, type RoleName, roleNames, roles } from "../../contract/roles.ts";

/** A part of an object less. */
function less<Whole extends object, Part extends keyof Whole>(whole: Whole, part: Part): Omit<Whole, Part> {
  const { [part]: _, ...rest } = whole;
  return rest;
}

describe("a role", () => {
  test("that lacks one of its parts does not compile", () => {
    const { channel } = roles;
    const lacking: Record<keyof Role, Role> = {
      // @ts-expect-error what plays it
      playedBy: less(channel, "playedBy"),
      // @ts-expect-error what kind of value it has
      value: less(channel, "value"),
      // @ts-expect-error whether it has several
      several: less(channel, "several"),
      // @ts-expect-error whether it is in the small cube
      inCube: less(channel, "inCube"),
      // @ts-expect-error whether it is personal
      personal: less(channel, "personal"),
      // @ts-expect-error whether it marks a cube
      marksCube: less(channel, "marksCube"),
      // @ts-expect-error the words of others that it speaks of
      speaksOf: less(channel, "speaksOf"),
      // @ts-expect-error its column
      column: less(channel, "column"),
      // @ts-expect-error its filter
      filter: less(channel, "filter"),
      // @ts-expect-error whether its bare name is of its thing
      dependsOnEntity: less(channel, "dependsOnEntity"),
      // @ts-expect-error the names it is found by
      names: less(channel, "names"),
      // @ts-expect-error the descriptions it is found by
      descriptions: less(channel, "descriptions"),
    };
    // Each is a whole role but for the one part.
    for (const part of Object.keys(lacking)) expect(Object.keys(channel)).toContain(part);
    expect(Object.keys(lacking)).toHaveLength(Object.keys(channel).length);
  });

  test("without a record, or without words, does not compile", () => {
    // @ts-expect-error no record
    const records: Record<RoleName, Role> = less(roles, "status");
    // @ts-expect-error no words in “What this account can do”
    const words: Record<RoleName, string> = less(en.view.roles, "status");
    // @ts-expect-error no words as a column
    const columns: Record<(typeof columnRoles)[number], string> = less(en.view.columns, "status");
    // @ts-expect-error no words as a filter
    const filters: Record<(typeof cubeRoles)[number], string> = less(en.filters.roles, "status");
    // @ts-expect-error no words as a chart
    const charts: Record<(typeof cubeRoles)[number], object> = less(later.charts.roles, "status");
    for (const one of [records, words, columns, filters, charts]) expect(one).not.toHaveProperty("status");
  });

  test("of the small cube has few values and is nobody's, and has a facet; no other has one", () => {
    for (const name of roleNames) {
      const { inCube, personal, filter } = roles[name];
      expect(filter === "facet", name).toBe(inCube);
      if (inCube) expect(personal, name).toBe(false);
    }
  });

  test("of people is in no small cube, and its values are never all counted", () => {
    const personal = roleNames.filter((name) => roles[name].personal);
    expect(personal).toEqual(["agent", "customer"]);
    for (const name of personal) {
      expect(roles[name]).toMatchObject({ inCube: false, filter: "loaded" });
    }
  });

  test("is listed where its record says", () => {
    expect(cubeRoles).toEqual(["channel", "language", "sentiment", "status"]);
    expect(columnRoles.slice(0, 3)).toEqual(["time", "id", "name"]);
    expect(new Set(columnRoles)).toEqual(new Set(roleNames.filter((name) => roles[name].column)));
    expect(Object.keys(perCubeRole(() => 0))).toEqual(cubeRoles);
  });
});
