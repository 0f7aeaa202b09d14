import type { ReactNode } from "react";
import { valueKey } from "../format/values.ts";
import { channelPaths } from "./channel-paths.ts";
import { outline } from "./outline.tsx";

/** The icon of a known channel, in any spelling; nothing for a channel of the account's own. The name stands beside. */
export function channelIcon(channel: string): ReactNode {
  const key = valueKey(channel).replace(/[\s_-]+/g, "");
  const path = Object.hasOwn(channelPaths, key) ? channelPaths[key] : undefined;
  return path === undefined ? null : outline(path);
}
