import { useState } from "react";

const storageKey = "earshot-more-charts";

/** Whether this person wants the further charts. Kept in this browser: it is a taste, no part of a view. */
export function useMoreCharts(): [shown: boolean, toggle: () => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(storageKey) === "1");
  const toggle = () => {
    localStorage.setItem(storageKey, shown ? "0" : "1");
    setShown(!shown);
  };
  return [shown, toggle];
}
