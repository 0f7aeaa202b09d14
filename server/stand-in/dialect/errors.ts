import type { Dialect } from "./types.ts";

/** How an account says that it does not take something. They show beside a dialect that refuses. */
export const errors: readonly Dialect[] = [
  {
    name: "errors-200",
    does: 'answers errors with status 200: `{"error": {"status": 400, "message": …}}`',
    hooks: {
      error: ({ message, httpStatusCode }, res) => {
        res.status(200);
        return { error: { status: httpStatusCode, message } };
      },
    },
  },
  {
    name: "errors-success-false",
    does: 'answers errors with status 200: `{"success": false, "reason": …}`',
    hooks: {
      error: ({ message }, res) => {
        res.status(200);
        return { success: false, reason: message };
      },
    },
  },
  {
    name: "errors-text",
    does: "answers errors as plain text",
    hooks: {
      error: ({ message }, res) => {
        res.set("Content-Type", "text/plain");
        return message;
      },
      send: (bytes, res) => {
        const isText = String(res.get("Content-Type")).startsWith("text/plain");
        return isText ? Buffer.from(String(JSON.parse(bytes.toString()))) : bytes;
      },
    },
  },
  {
    name: "errors-problem",
    does: "answers errors as RFC 9457 has them: `title`, `detail` and `status`",
    hooks: {
      error: ({ message, httpStatusCode }, res) => {
        res.set("Content-Type", "application/problem+json");
        return { type: "about:blank", title: "Bad Request", status: httpStatusCode, detail: message };
      },
    },
  },
];
