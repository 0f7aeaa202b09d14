// The upstream of the export bench, in a process of its own: Insights v3 over rows made up as they are asked for.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const rows = Number(process.argv[2]);
const newest = Date.UTC(2026, 10, 22, 12);
const size = 1000;

function row(index: number): string {
  const id = `conv_conversation_01k81k9ld1cgcjnh${String(index).padStart(10, "0")}`;
  const time = `${new Date(newest - index * 1000).toISOString().slice(0, -1)}456Z`;
  return `{"Id":"${id}","DateCreated":"${time}","Channels":["voice","sms"],"Languages":["en"],"OperatorResult.Value":"positive","Status":"CLOSED","Score":${index % 100}}`;
}

function page(at: number): string {
  const end = Math.min(rows, at + size);
  let items = "";
  for (let index = at; index < end; index += 1) items += index === at ? row(index) : `,${row(index)}`;
  const token = end < rows ? `"${end}"` : "null";
  return `{"domain":"Conversations","items":[${items}],"meta":{"key":"items","pageSize":${end - at},"nextToken":${token}}}`;
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://upstream");
  request.resume();
  const token = Number(url.searchParams.get("pageToken") ?? 0);
  const answer = (body: string, status = 200) =>
    response
      .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
      .end(body);
  if (/QueryJobs$/.test(url.pathname)) answer('{"operationId":"job","status":"PENDING"}', 202);
  else if (/QueryJobs\/[^/]+$/.test(url.pathname)) answer('{"operationId":"job","status":"COMPLETED"}');
  else answer(page(token));
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
