import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useExport } from "../../../client/export/use-export.ts";
import type { ExportRequest } from "../../../contract/export.ts";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { cutOff, hang, raw, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";

const request: ExportRequest = {
  request: { query: { dimensions: ["Id"] } },
  columns: [{ field: "Id", header: "ID" }],
  format: "csv",
};

const file: Reply = (response) => {
  const disposition = 'attachment; filename="calls.csv"';
  response.writeHead(200, { "content-type": "text/csv", "content-disposition": disposition }).end("ID\r\na\r\nb\r\n");
};

let server: FakeUpstream;
let saved: { name: string; text: Promise<string> }[];

beforeEach(async () => {
  server = await startFakeUpstream();
  servePageFrom(server.url);
  saved = [];
  // jsdom neither keeps files nor follows links; what would be downloaded is noted instead.
  let blob = new Blob();
  URL.createObjectURL = (given) => {
    if (given instanceof Blob) blob = given;
    return "blob:kept";
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: blob.text() });
  });
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

describe("the export button's state", () => {
  test("goes from idle over running to done, and the file is handed over once", async () => {
    server.reply(file);
    const { result } = renderHook(() => useExport());
    expect(result.current.state).toEqual({ status: "idle" });
    act(() => void result.current.start(request));
    expect(result.current.state).toEqual({ status: "running", rows: 0 });
    await waitFor(() => expect(result.current.state).toEqual({ status: "done", rows: 2, name: "calls.csv" }));
    expect(saved.map(({ name }) => name)).toEqual(["calls.csv"]);
    expect(await saved[0]?.text).toBe("ID\r\na\r\nb\r\n");
    act(() => result.current.dismiss());
    expect(result.current.state).toEqual({ status: "idle" });
  });

  test.each<[string, Reply, string]>([
    ["an answer that breaks off", cutOff, "network"],
    ["an error", twilioError(500), "http"],
    ["a page of something in between", raw("<html>", "text/html", 502), "http"],
  ])("tells of %s, and no file is handed over", async (_, reply, kind) => {
    server.reply(reply);
    const { result } = renderHook(() => useExport());
    act(() => void result.current.start(request));
    await waitFor(() => expect(result.current.state).toMatchObject({ status: "failed", error: { kind } }));
    expect(saved).toEqual([]);
  });

  test("is cancelled by the person, at the server too", async () => {
    server.reply(hang);
    const { result } = renderHook(() => useExport());
    act(() => void result.current.start(request));
    await server.arrived(1);
    act(() => result.current.cancel());
    await waitFor(() => expect(result.current.state).toEqual({ status: "cancelled" }));
    await server.received[0]?.cancelled;
    expect(saved).toEqual([]);
  });

  test("is that of the last export started: the one before ends without a word", async () => {
    server.reply(hang, file);
    const { result } = renderHook(() => useExport());
    act(() => void result.current.start(request));
    await server.arrived(1);
    const seen: string[] = [];
    act(() => void result.current.start(request));
    await server.received[0]?.cancelled;
    await waitFor(() => {
      seen.push(result.current.state.status);
      expect(result.current.state).toMatchObject({ status: "done", rows: 2 });
    });
    expect(seen).not.toContain("cancelled");
    expect(saved).toHaveLength(1);
  });
});
