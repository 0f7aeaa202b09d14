import { Button, Popover, Skeleton } from "@mantine/core";
import { IconLayoutGrid } from "@tabler/icons-react";
import { Boundary } from "../ui/Boundary.tsx";
import { dropDown } from "../ui/drop-down.ts";
import { lazyPart } from "../ui/lazy-part.tsx";
import { t } from "../words/words.ts";
import type { CardsPanelProps } from "./CardsPanel.tsx";
import classes from "./cards-menu.module.css";

const CardsPanel = lazyPart(
  async () => (await import("./CardsPanel.tsx")).CardsPanel,
  () => <Skeleton h={240} aria-label={t("shell.lens.cards")} />,
);

/** Chooses the cards of the Analysis lens and their order, which the view keeps. */
export function CardsMenu(props: CardsPanelProps) {
  return (
    <Popover {...dropDown} position="bottom-end" width={300}>
      <Popover.Target>
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconLayoutGrid size="0.9375rem" aria-hidden />}>
          {t("shell.lens.cards")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu ?? ""} aria-label={t("shell.lens.cards")}>
        <Boundary>
          <CardsPanel {...props} />
        </Boundary>
      </Popover.Dropdown>
    </Popover>
  );
}
