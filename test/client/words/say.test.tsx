import { afterEach, expect, test, vi } from "vitest";
import { loadLanguage, say } from "../../../client/words/words.ts";
import { sentence } from "../../../server/messages/sentence.ts";

afterEach(() => loadLanguage("en"));

const quota = sentence("exportQuota", { used: 12.4, usedUnit: "GB", most: 10, mostUnit: "GB" });

test("a sentence of the server is said in the language of the screen, its numbers by the browser's locale", async () => {
  expect(say(quota)).toBe(quota.text);
  expect(quota.text).toContain("use 12.4 GB of the 10 GB");
  await loadLanguage("es");
  expect(say(quota)).toContain("ocupan 12.4 GB de los 10 GB");
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["es-ES"]);
  expect(say(quota)).toContain("ocupan 12,4 GB de los 10 GB");
});

test("a sentence within a sentence is said in the same language", async () => {
  const fault = sentence("shapeMissing", { whole: "no", path: "query", expected: "object" });
  await loadLanguage("es");
  expect(say(sentence("twilioShape", { api: "Insights", fault }))).toBe(
    "La respuesta de la API de Insights no coincide con la documentación: Falta query. Debe ser un objeto.",
  );
});

test("Twilio's words are quoted as they are", async () => {
  await loadLanguage("es");
  expect(say(sentence("twilioSaid", { message: "Unknown {field} <b>" }))).toBe("Twilio indicó: “Unknown {field} <b>”");
});

test.each([
  ["without a key", { text: "As it was." }],
  ["of a newer server", { text: "As it was.", key: "ofTomorrow", values: { a: 1 } }],
  ["whose key is a property of every object", { text: "As it was.", key: "constructor" }],
  ["whose values are missing", { text: "As it was.", key: "twilioTimeout", values: { api: "Insights" } }],
])("a sentence %s is said in English", async (_name, unknown) => {
  await loadLanguage("es");
  expect(say(unknown)).toBe("As it was.");
});
