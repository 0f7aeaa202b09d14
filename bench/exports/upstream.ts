// The upstream of the export bench, in a process of its own: Insights v3 over any number of rows. A page is a copy of a
// prepared one in which only ids, times and scores are patched, so that making it up takes next to nothing of the machine.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const rows = Number(process.argv[2]);
const newest = Date.UTC(2026, 10, 22, 12);
const usualSize = 50;

const idDigits = 10;
const row = `{"Id":"conv_conversation_01k81k9ld1cgcjnh${"#".repeat(idDigits)}","DateCreated":"####-##-##T##:##:##.123456Z","Channels":["voice","sms"],"Languages":["en"],"OperatorResult.Value":"positive","Status":"CLOSED","Score":###}`;
const places = { id: row.indexOf("#"), time: row.indexOf("####-"), score: row.lastIndexOf("###") };
const head = '{"domain":"Conversations","items":[';

/** Writes a number in so many digits. */
function patch(bytes: Buffer, at: number, digits: number, value: number): void {
  let left = value;
  for (let place = at + digits - 1; place >= at; place -= 1) {
    bytes[place] = 0x30 + (left % 10);
    left = Math.floor(left / 10);
  }
}

/** One row a second, and its time by hand: a Date for each would cost more than all the rest. */
function patchTime(bytes: Buffer, at: number, milliseconds: number, day: Buffer): void {
  const seconds = Math.floor(milliseconds / 1000) % 86_400;
  bytes.set(day, at);
  patch(bytes, at + 11, 2, Math.floor(seconds / 3600));
  patch(bytes, at + 14, 2, Math.floor(seconds / 60) % 60);
  patch(bytes, at + 17, 2, seconds % 60);
}

const prepared = new Map<number, Buffer>();
const days = new Map<number, Buffer>();

function dayOf(milliseconds: number): Buffer {
  const number = Math.floor(milliseconds / 86_400_000);
  let day = days.get(number);
  if (!day) {
    day = Buffer.from(new Date(milliseconds).toISOString().slice(0, 10));
    days.set(number, day);
  }
  return day;
}

function page(from: number, size: number): Buffer {
  const end = Math.min(rows, from + size);
  const count = end - from;
  let items = prepared.get(count);
  if (!items) {
    items = Buffer.from(head + Array.from({ length: count }, () => row).join(","));
    prepared.set(count, items);
  }
  const token = end < rows ? `"${end}x${size}"` : "null";
  const tail = `],"meta":{"key":"items","pageSize":${count},"nextToken":${token},"previousToken":null}}`;
  const bytes = Buffer.allocUnsafe(items.length + tail.length);
  items.copy(bytes);
  bytes.write(tail, items.length, "latin1");
  for (let index = from, at = head.length; index < end; index += 1, at += row.length + 1) {
    const time = newest - index * 1000;
    patch(bytes, at + places.id, idDigits, index);
    patchTime(bytes, at + places.time, time, dayOf(time));
    patch(bytes, at + places.score, 3, 100 + (index % 900));
  }
  return bytes;
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://upstream");
  request.resume();
  const answer = (body: string | Buffer, status = 200) =>
    response
      .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
      .end(body);
  if (url.pathname === "/busy") answer(JSON.stringify(process.cpuUsage()));
  else if (/QueryJobs$/.test(url.pathname)) answer('{"operationId":"job","status":"PENDING"}', 202);
  else if (/QueryJobs\/[^/]+$/.test(url.pathname)) answer('{"operationId":"job","status":"COMPLETED"}');
  else {
    // The token of the query carries its size, as Twilio's does; a job's results are told it with each page.
    const [from = 0, size] = (url.searchParams.get("pageToken") ?? "0").split("x").map(Number);
    answer(page(from, Number(url.searchParams.get("pageSize") ?? size ?? usualSize)));
  }
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
