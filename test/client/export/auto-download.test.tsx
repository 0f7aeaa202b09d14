import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createExport } from "../../../client/export/exports-api.ts";
import { exportsStore } from "../../../client/export/exports-feed.ts";
import { newExport } from "../../../client/export/new-export.ts";
import { addOwn } from "../../../client/export/own-exports.ts";
import { proposedOptions } from "../../../client/export/proposed-options.ts";
import { useAutoDownload } from "../../../client/export/use-auto-download.ts";
import { useStore } from "../../../client/ui/store.ts";
import { type RunningProxy, startSample } from "../../support/servers/proxy.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { noteDownloads, subject } from "./exports-page.tsx";

let sample: RunningProxy;

beforeEach(async () => {
  sessionStorage.clear();
  sample = await startSample({ conversations: 10 });
  servePageFrom(sample.url);
});

afterEach(async () => {
  servePageFrom(undefined);
  await sample.close();
});

test("an export that is complete before the page knows its id comes by itself, once", async () => {
  const downloads = noteDownloads();
  const { result } = renderHook(() => {
    const exports = useStore(exportsStore);
    useAutoDownload(exports);
    return exports;
  });
  const id = await createExport(newExport(subject(), { name: "", format: "csv", options: proposedOptions() }));
  await waitFor(() => expect(result.current.items.find((one) => one.id === id)?.state).toBe("complete"));
  expect(downloads).toEqual([]);
  act(() => addOwn(id));
  await waitFor(() => expect(downloads).toEqual([`/api/exports/${id}/file?format=csv`]));
});
