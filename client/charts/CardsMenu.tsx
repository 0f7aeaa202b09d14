import { Button, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLayoutGrid } from "@tabler/icons-react";
import { Boundary } from "../ui/Boundary.tsx";
import { dropDown } from "../ui/drop-down.ts";
import { DropDown } from "../ui/floating/DropDown.tsx";
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
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <DropDown
      {...dropDown}
      opened={opened}
      onChange={close}
      position="bottom-end"
      width={300}
      className={classes.menu}
      aria-label={t("shell.lens.cards")}
      button={(opener) => (
        <Button
          {...opener}
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconLayoutGrid size="0.9375rem" aria-hidden />}
          onClick={toggle}
        >
          {t("shell.lens.cards")}
        </Button>
      )}
    >
      <Boundary>
        <CardsPanel {...props} />
      </Boundary>
    </DropDown>
  );
}
