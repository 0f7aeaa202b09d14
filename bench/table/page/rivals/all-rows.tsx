import { QueryClient, QueryClientProvider, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ComponentType, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { type Stage, stageOf } from "../stage.ts";

export type Conversation = Record<string, unknown>;
type ApiPage = { items: Conversation[]; meta: { nextToken: string | null } };

let known = 0;

async function readPage(token: string): Promise<ApiPage> {
  const path = token === "" ? "/api/query" : `/api/query?pageToken=${encodeURIComponent(token)}`;
  const response = await fetch(path, token === "" ? { method: "POST", body: "{}" } : {});
  return response.json();
}

/** All rows read so far as one list, as the libraries' own examples of endless scrolling make it. */
export function useAllRows(): { rows: Conversation[]; more: () => void } {
  const { data, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["rows"],
    queryFn: ({ pageParam }) => readPage(pageParam),
    initialPageParam: "",
    getNextPageParam: ({ meta }) => meta.nextToken ?? undefined,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  useEffect(() => {
    known = rows.length;
  }, [rows]);
  return {
    rows,
    more: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}

export type VirtualRowsProps<Line> = {
  lines: readonly Line[];
  cells: (line: Line) => readonly { id: string; getValue: () => unknown }[];
  more: () => void;
};

/** The rows of a table's model in a plain virtualiser, as text. */
export function VirtualRows<Line extends { id: string }>({ lines, cells, more }: VirtualRowsProps<Line>) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    estimateSize: () => 36,
    overscan: 14,
    getScrollElement: () => box.current,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last > lines.length - 30) more();
  });
  return (
    <div ref={box} id="box" style={{ height: "100dvh", overflow: "auto" }}>
      <table style={{ display: "block", position: "relative", height: virtual.getTotalSize() }}>
        <tbody>
          {items.map(({ index, start }) => {
            const line = lines[index];
            return line ? (
              <tr
                key={line.id}
                style={{
                  position: "absolute",
                  width: "100%",
                  height: 36,
                  display: "grid",
                  gridTemplateColumns: "repeat(6,1fr)",
                  transform: `translateY(${start}px)`,
                }}
              >
                {cells(line).map((cell) => (
                  <td key={cell.id}>{String(cell.getValue())}</td>
                ))}
              </tr>
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The stage of a React table: the libraries around it are there before it is shown. */
export function reactStage(root: HTMLElement, Table: ComponentType, rows = "tbody tr", box = "#box"): Stage {
  let show = (): void => undefined;
  function Page() {
    const [isShown, setShown] = useState(false);
    show = () => setShown(true);
    return isShown ? <Table /> : null;
  }
  flushSync(() =>
    createRoot(root).render(
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>,
    ),
  );
  return stageOf(rows, { start: () => show(), box: () => document.querySelector(box), count: () => known });
}
