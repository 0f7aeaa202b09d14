import type { ReactNode } from "react";
import { valueKey } from "../format/values.ts";
import { channelPaths } from "./channel-paths.ts";

/**
 * The icon of a known channel, in any spelling; nothing for a channel of the account's own. The name stands beside.
 * One path whatever the channel, so that a cell that shows another row changes an attribute and not its elements.
 */
export function channelIcon(channel: string): ReactNode {
  const key = valueKey(channel).replace(/[\s_-]+/g, "");
  const path = Object.hasOwn(channelPaths, key) ? channelPaths[key] : undefined;
  if (path === undefined) return null;
  return (
    <svg
      width="0.8125rem"
      height="0.8125rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
