import { ActionIcon, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import { dropDown } from "../ui/drop-down.ts";
import { DropDown } from "../ui/floating/DropDown.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { t } from "../words/words.ts";
import type { CopyLinkProps } from "./CopyLinkPanel.tsx";
import classes from "./SavedViews.module.css";

const CopyLinkPanel = lazyPart(
  async () => (await import("./CopyLinkPanel.tsx")).CopyLinkPanel,
  () => <Skeleton h={120} />,
);

/** Copies a link to the view, with the time moving along or as it is now. The zone is always in it. */
export function CopyLink(props: CopyLinkProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const label = t("saved.link");
  return (
    <DropDown
      {...dropDown}
      opened={opened}
      onChange={close}
      width={280}
      className={classes.dropdown}
      button={(opener) => (
        <ActionIcon
          {...opener}
          data-opens="link"
          size={30}
          variant="default"
          aria-label={label}
          title={label}
          onClick={toggle}
        >
          <IconLink size="0.9375rem" aria-hidden="true" />
        </ActionIcon>
      )}
    >
      <CopyLinkPanel {...props} />
    </DropDown>
  );
}
