import { expect, onTestFinished, test } from "vitest";
import { conversationDetailSchema } from "../../../contract/detail.ts";
import { findFields } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import { pageSchema } from "../../../contract/page.ts";
import { startSample } from "../../support/servers/proxy.ts";
import { post } from "../setup.ts";

test.each(["reference", "classic", "summary"] as const)(
  "conversations of the embedded account (%s) are read by the ids in its rows",
  async (catalogue) => {
    const proxy = await startSample({ conversations: 60, catalogue });
    onTestFinished(() => proxy.close());
    const metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
    const field = findFields(metadata, {}).roles.id?.field ?? "";
    const rows = await post(`${proxy.url}/api/query?pageSize=15`, { query: { dimensions: [field] } });
    const ids = pageSchema.parse(await rows.json()).items.map((row) => String(row[field]));
    expect(ids).toHaveLength(15);

    const details = await Promise.all(
      ids.map(async (id) => {
        const response = await fetch(`${proxy.url}/api/conversations/${id}`);
        expect(response.status).toBe(200);
        return conversationDetailSchema.parse(await response.json());
      }),
    );
    for (const { id, operatorResults, operators } of details) {
      if (operatorResults.status === "failed") continue;
      for (const { conversationId, operator } of operatorResults.data.items) {
        expect(conversationId).toBe(id);
        expect(operators).toHaveProperty(operator.id ?? "");
      }
    }
    const transcripts = details.flatMap(({ communications }) =>
      communications.status === "ok" ? [communications.data] : [],
    );
    // Some conversations of the sample are deleted upstream, as they are in life.
    expect(transcripts.length).toBeGreaterThan(10);
    expect(transcripts.every(({ items }) => items.every(({ content }) => typeof content.text === "string"))).toBe(true);
  },
);
