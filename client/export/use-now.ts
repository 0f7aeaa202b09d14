import { useEffect, useState } from "react";
import { serverNow } from "../browser/server-clock.ts";

/** The server's time, which is what exports wait by, read again every half second while something counts down. */
export function useNow(isCounting: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isCounting) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), 500);
    return () => clearInterval(timer);
  }, [isCounting]);
  return now;
}
