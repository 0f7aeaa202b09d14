import { useState } from "react";
import { FindButton } from "../find/FindButton.tsx";
import { usePasted } from "../find/use-pasted.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { FindScreenProps } from "./FindScreen.tsx";

const FindScreen = lazyPart(
  async () => (await import("./FindScreen.tsx")).FindScreen,
  () => null,
);

/** The find box: what opens it, in the header, and the box itself, from its first opening on. */
export function Finder(props: Omit<FindScreenProps, "opened" | "onClose" | "pasted">) {
  const [opened, setOpened] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const [pasted, setPasted] = useState("");
  const open = (text = "") => {
    setPasted(text);
    setWasOpened(true);
    setOpened(true);
  };
  usePasted(open);
  return (
    <>
      <FindButton onOpen={() => open()} />
      <Boundary of={opened}>
        {wasOpened && <FindScreen {...props} opened={opened} pasted={pasted} onClose={() => setOpened(false)} />}
      </Boundary>
    </>
  );
}
