import { Button, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconColumns3 } from "@tabler/icons-react";
import { Boundary } from "../../ui/Boundary.tsx";
import { DropDown } from "../../ui/floating/DropDown.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { t } from "../../words/words.ts";
import type { ColumnsProps } from "./ColumnsPanel.tsx";
import classes from "./columns-menu.module.css";

const ColumnsPanel = lazyPart(
  async () => (await import("./ColumnsPanel.tsx")).ColumnsPanel,
  () => <Skeleton h={240} aria-label={t("table.columns.title")} />,
);

/** Chooses the table's columns and how they look. Escape closes it and gives the focus back. */
export function ColumnsMenu(props: ColumnsProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <DropDown
      opened={opened}
      onChange={close}
      position="bottom-end"
      shadow="md"
      width={340}
      trapFocus
      returnFocus
      className={classes.menu}
      aria-label={t("table.columns.title")}
      button={(opener) => (
        <Button
          {...opener}
          onClick={toggle}
          data-opens="columns"
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size="0.9375rem" aria-hidden="true" />}
        >
          {t("table.columns.title")}
        </Button>
      )}
    >
      <Boundary>
        <ColumnsPanel {...props} />
      </Boundary>
    </DropDown>
  );
}
