import { ActionIcon, Skeleton } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { showKeys } from "../table/keys/keys-shown.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { dropDown } from "../ui/drop-down.ts";
import { DropDown } from "../ui/floating/DropDown.tsx";
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
      <DropDown
        {...dropDown}
        opened={opened}
        onChange={setOpened}
        width={300}
        position="bottom-end"
        returnFocus={false}
        className={classes.menu}
        aria-label={label}
        onKeyDownCapture={({ key }) => key === "Escape" && button.current?.focus()}
        button={(opener) => (
          <ActionIcon
            {...opener}
            ref={(node) => {
              opener.ref(node);
              button.current = node;
            }}
            size={30}
            variant="subtle"
            color="gray"
            aria-label={label}
            title={label}
            onClick={() => setOpened(!opened)}
          >
            <IconSettings size="1.0625rem" stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
      >
        <Boundary>
          <SettingsPanel onFormats={leave(() => setRegion(true))} onKeys={leave(() => showKeys(button.current))} />
        </Boundary>
      </DropDown>
      {isRegion && <RegionDialog onClose={() => setRegion(false)} />}
    </>
  );
}
