import { useRef, useState } from "react";

/** Whether the dialog is open. The focus goes back to what opened it, or to the account's chip where that has gone. */
export function useAccountDialog() {
  const [opened, setOpened] = useState(false);
  const opener = useRef<Element>(null);
  return {
    opened,
    open: () => {
      opener.current = document.activeElement;
      setOpened(true);
    },
    close: () => {
      setOpened(false);
      const chip = document.querySelector("[data-account]");
      const target = opener.current?.isConnected ? opener.current : chip;
      if (target instanceof HTMLElement) target.focus();
    },
  };
}
