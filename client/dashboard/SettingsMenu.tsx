import { ActionIcon, Popover, Skeleton } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { showKeys } from "../table/keys/keys-shown.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { dropDown } from "../ui/drop-down.ts";
import { lazyPart } from "../ui/lazy-part.tsx";
import { t } from "../words/words.ts";
import classes from "./SettingsMenu.module.css";

const SettingsPanel = lazyPart(
  async () => (await import("./SettingsPanel.tsx")).SettingsPanel,
  () => <Skeleton h={240} aria-label={t("shell.settings")} />,
);
const RegionDialog = lazyPart(
  async () => (await import("./RegionDialog.tsx")).RegionDialog,
  () => null,
);

/** How the screen looks and speaks to this person: one button for all of it. */
export function SettingsMenu() {
  const [opened, setOpened] = useState(false);
  const [isRegion, setRegion] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = t("shell.settings");
  // What opens next gives the focus back to this button, and not to a line of the menu that is gone.
  const leave = (then: () => void) => () => {
    setOpened(false);
    button.current?.focus();
    then();
  };
  return (
    <>
      <Popover opened={opened} onChange={setOpened} width={300} {...dropDown} position="bottom-end" returnFocus={false}>
        <Popover.Target>
          <ActionIcon
            ref={button}
            size={30}
            variant="subtle"
            color="gray"
            aria-label={label}
            title={label}
            onClick={() => setOpened(!opened)}
          >
            <IconSettings size="1.0625rem" stroke={1.75} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown
          className={classes.menu ?? ""}
          aria-label={label}
          onKeyDown={({ key }) => key === "Escape" && button.current?.focus()}
        >
          <Boundary>
            <SettingsPanel onFormats={leave(() => setRegion(true))} onKeys={leave(() => showKeys(button.current))} />
          </Boundary>
        </Popover.Dropdown>
      </Popover>
      {isRegion && <RegionDialog onClose={() => setRegion(false)} />}
    </>
  );
}
