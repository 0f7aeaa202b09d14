import type { Source } from "../support/source.ts";
import { clientArrows } from "./arrows.ts";

const parts = ["client", "contract", "server"];

function partOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** `client/view/url.ts` is in `view`; `client/App.tsx` is in none. */
function clientRoom(path: string): string | undefined {
  return path.split("/").length > 2 ? path.split("/")[1] : undefined;
}

/** One arrow: client -> contract <- server, and contract/ imports zod alone. */
export function partRule({ path, imports }: Source): string[] {
  const part = partOf(path);
  if (!parts.includes(part)) return [];
  return imports.flatMap(({ specifier, target }) => {
    if (target === undefined) {
      const allowed = part !== "contract" || /^zod(\/|$)/.test(specifier);
      return allowed ? [] : [`${path} imports ${specifier}, but contract/ imports zod and itself only.`];
    }
    const other = partOf(target);
    if (other === part || (other === "contract" && part !== "contract")) return [];
    // The version is read from package.json; nothing else outside the three parts is the product's.
    if (target === "package.json") return [];
    return [`${path} imports ${target}, but the only arrows are client -> contract <- server.`];
  });
}

/** Inside the client, a room imports those beneath it, as arrows.ts has them. */
export function clientRoomRule({ path, imports }: Source): string[] {
  const room = partOf(path) === "client" ? clientRoom(path) : undefined;
  if (room === undefined) return [];
  const arrows = clientArrows[room];
  if (!arrows) return [`${path} is in a room that the house does not know: client/${room}/.`];
  return imports.flatMap(({ target }) => {
    if (target === undefined || partOf(target) !== "client") return [];
    const other = clientRoom(target);
    if (other === room || (other !== undefined && arrows.includes(other))) return [];
    const allowed = arrows.length > 0 ? arrows.join(", ") : "no other room";
    return [`${path} imports ${target}, but client/${room}/ may import ${allowed}.`];
  });
}

type Keep = { what: string; packages?: RegExp; files?: RegExp; within: RegExp; why: string };

const keeps: readonly Keep[] = [
  {
    what: "the chart library",
    packages: /^(recharts|@mantine\/charts)(\/|$)/,
    within: /^client\/charts\//,
    why: "only client/charts/ draws charts, and the library is loaded with that room alone",
  },
  {
    what: "undici",
    packages: /^undici(\/|$)/,
    within: /^(server\/twilio|test|bench)\//,
    why: "only server/twilio/ talks to the upstream",
  },
  {
    what: "Node or a package of the server's",
    packages: /^(node:|express$|undici$|@duckdb\/)/,
    within: /^(server|test|bench|scripts)\/|^[^/]+$/,
    why: "client/ runs in the browser, and contract/ on both sides",
  },
  {
    what: "React or a package of the screen's",
    packages: /^(react|react-dom|@mantine|@tanstack)(\/|$)/,
    within: /^(client|test|bench|scripts)\/|^[^/]+$/,
    why: "the server draws nothing",
  },
  {
    what: "the stand-in",
    files: /^server\/stand-in\//,
    within: /^(server\/stand-in\/|server\/start\.ts$|test\/|bench\/)/,
    why: "only server/start.ts starts it; the proxy cannot tell it from Twilio",
  },
  {
    what: "App or main",
    files: /^client\/(App|main)\.tsx$/,
    within: /^(client\/(App|main)\.tsx$|test\/)/,
    why: "they join the rooms, nothing below may import them",
  },
];

/** What belongs to one room is imported there only. */
export function keepRule({ path, imports }: Source): string[] {
  return imports.flatMap(({ specifier, target }) =>
    keeps
      .filter(({ packages, files }) => (target === undefined ? packages?.test(specifier) : files?.test(target)))
      .filter(({ within }) => !within.test(path))
      .map(({ what, why }) => `${path} imports ${what} (${specifier}), but ${why}.`),
  );
}

/** The stand-in is Twilio's side of the wire; code shared with the proxy would hide the proxy's mistakes. */
export function standInRule({ path, imports }: Source): string[] {
  if (!path.startsWith("server/stand-in/")) return [];
  return imports
    .filter(({ target }) => target?.startsWith("server/") && !target.startsWith("server/stand-in/"))
    .map(({ target }) => `${path} imports ${target}, but the stand-in shares no code with the proxy it stands across.`);
}
