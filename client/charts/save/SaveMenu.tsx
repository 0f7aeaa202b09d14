import { ActionIcon, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { createContext, useContext, useRef, useState } from "react";
import { t } from "../../words/words.ts";
import { type Figure, figureSvg } from "./figure.ts";
import classes from "./SaveMenu.module.css";
import { colorsOf, fileName, savePng, saveText } from "./save-file.ts";
import { type Sheet, sheetCsv } from "./sheet.ts";
import type { ViewWords } from "./view-words.ts";

/** Undefined where charts cannot be saved. */
export const ViewWordsContext = createContext<ViewWords | undefined>(undefined);

type SaveMenuProps = { title: string; lines: readonly string[]; figure: () => Figure; sheet: () => Sheet };

/** Saves one chart: as a picture with its caption, or its numbers. */
export function SaveMenu({ title, lines, figure, sheet }: SaveMenuProps) {
  const words = useContext(ViewWordsContext);
  const button = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  if (!words) return null;
  const named = (ending: string) => fileName(title, words.name, ending);
  const svg = () => {
    const color = colorsOf(button.current?.closest("section") ?? document.body);
    return figureSvg(figure(), { title, lines: [...lines, ...words.lines] }, color);
  };
  const png = () => {
    setFailed(false);
    savePng(svg(), named("png")).catch(() => setFailed(true));
  };
  return (
    <Menu position="bottom-end" withinPortal onOpen={() => setFailed(false)}>
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" size={26} aria-label={t("charts.save.menu", { title })}>
          <IconDownload size="1rem" stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={png}>{t("charts.save.png")}</Menu.Item>
        <Menu.Item onClick={() => saveText(svg(), "image/svg+xml", named("svg"))}>{t("charts.save.svg")}</Menu.Item>
        <Menu.Item onClick={() => saveText(sheetCsv(sheet()), "text/csv", named("csv"))}>
          {t("charts.save.csv")}
        </Menu.Item>
      </Menu.Dropdown>
      {failed && (
        <p className={classes.failed} role="alert">
          {t("charts.save.failed")}
        </p>
      )}
    </Menu>
  );
}
