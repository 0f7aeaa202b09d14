import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";

/** In a window so low, as at a zoom of 200 %, charts would leave the list no row. */
const tooLow = "(max-height: 37.499em)";

/** Whether the charts over the list are folded away: by themselves in a low window, else as the person last chose. */
export function useChartsFolded(): [folded: boolean, toggle: () => void] {
  const isLow = useMediaQuery(tooLow, false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<boolean>();
  const folded = chosen ?? isLow;
  return [folded, () => setChosen(!folded)];
}
