import { makeStore } from "../ui/store.ts";

/** Whether the corner with all exports is open: an export that was started anywhere opens it. */
export const trayOpen = makeStore(false);
