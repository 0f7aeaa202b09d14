import type { Reply } from "./fake-upstream.ts";

/** JSON with a status and headers. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

/** A page of rows in the documented shape; without a token it is the last one. */
export function page(items: Record<string, unknown>[], nextToken?: string | null): Reply {
  const meta = { key: "items", pageSize: items.length, ...(nextToken === undefined ? {} : { nextToken }) };
  return json({ domain: "Conversations", items, meta });
}

/** Any text under any content type. */
export function raw(body: string, contentType: string | undefined, status = 200): Reply {
  return (response) => {
    response.writeHead(status, contentType === undefined ? {} : { "content-type": contentType }).end(body);
  };
}

/** Twilio's error body. */
export function twilioError(
  status: number,
  more: { code?: number; message?: string; userError?: boolean; params?: Record<string, unknown> } = {},
  headers: Record<string, string> = {},
): Reply {
  return json({ code: 20000 + status, message: `Error ${status}`, httpStatusCode: status, ...more }, status, headers);
}

/** Begins a JSON answer and breaks the connection. */
export const cutOff: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"items":[{"Id":', () => response.destroy());
};

/** Never answers. */
export const hang: Reply = () => {};

/** Sends the headers and the beginning of a body, and then nothing more. */
export const stall: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"items":[');
};
