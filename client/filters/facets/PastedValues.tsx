import { Button, Text } from "@mantine/core";
import { t } from "../../words/words.ts";
import classes from "./FacetList.module.css";
import { mostPasted } from "./pasted-values.ts";

/** Offers to choose each value of a pasted list: what has commas can also be one value, so it is offered and not done. */
export function PastedValues({ values, onChoose }: { values: readonly string[]; onChoose: () => void }) {
  const count = values.length;
  if (count > mostPasted)
    return (
      <Text size="xs" c="dimmed" className={classes.note} role="status">
        {t("facetPanel.pastedMany", { count, most: mostPasted })}
      </Text>
    );
  return (
    <Button className={classes.all ?? ""} size="compact-xs" variant="light" onClick={onChoose}>
      {t("facetPanel.pasted", { count })}
    </Button>
  );
}
