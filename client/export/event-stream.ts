/** The data of the server-sent events in a body, as they come; comments, which keep a connection alive, are passed over. */
async function readEvents(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onChunk: () => void,
  onData: (data: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    onChunk();
    const blocks = (rest + decoder.decode(read.value, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n").filter((line) => line.startsWith("data:"));
      if (lines.length > 0) onData(lines.map((line) => line.slice(5).trimStart()).join("\n"));
    }
  }
}

export type EventStream = {
  open: () => Promise<Response>;
  onData: (data: string) => void;
  /** Called whenever anything arrives, even if it is only a keep-alive. */
  onHeard?: () => void;
  /** Called once, when the connection ends by itself or nothing has come for too long. */
  onLost: () => void;
  /** A server says something at least this often; a connection that is silent for longer is dead. */
  silenceMs: number;
};

/**
 * Follows a stream of server-sent events by fetch: unlike EventSource it treats every failure alike, and notices a
 * connection that died without a word, as after a laptop's sleep.
 *
 * @returns how to stop.
 */
export function followEvents({ open, onData, onHeard, onLost, silenceMs }: EventStream): () => void {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): boolean {
    const first = !ended;
    ended = true;
    clearTimeout(timer);
    reader?.cancel().catch(() => undefined);
    return first;
  }
  const lose = () => end() && onLost();
  function listenOn(): void {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(lose, silenceMs);
  }

  async function follow(): Promise<void> {
    listenOn();
    const { body } = await open();
    reader = body?.getReader();
    const heard = () => {
      listenOn();
      if (!ended) onHeard?.();
    };
    if (ended) await reader?.cancel();
    else if (reader) await readEvents(reader, heard, (data) => ended || onData(data));
  }
  follow().then(lose, lose);
  return () => void end();
}
