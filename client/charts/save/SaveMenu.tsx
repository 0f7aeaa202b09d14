import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { copyTable } from "../../format/copied-table.ts";
import { t } from "../../words/words.ts";
import { copyOrSave, copyPicture, sheetToCopy } from "./copy.ts";
import { type Figure, figureSvg } from "./figure.ts";
import classes from "./SaveMenu.module.css";
import { colorsOf, fileName, pictureOf, saveBlob, saveText } from "./save-file.ts";
import { type Sheet, sheetCsv } from "./sheet.ts";
import type { ViewWords } from "./view-words.ts";

/** Undefined where charts cannot be saved. */
export const ViewWordsContext = createContext<ViewWords | undefined>(undefined);

export type SaveMenuProps = {
  title: string;
  lines: readonly string[];
  figure: () => Figure;
  sheet: () => Sheet;
  /** Whether the chart is of the view before this one, whose filters a file would name. */
  isFormer: boolean;
};

/** What is said of the last thing that was chosen; what did not come as it was asked for stands out. */
type Told = { text: string; kind: "done" | "instead" | "failed" };

/** What went as it was meant to is told for so many milliseconds; everything else until the menu is opened again. */
const doneStays = 4000;

const failed = (): Told => ({ text: t("charts.save.failed"), kind: "failed" });

/** Copies one chart or saves it: as a picture with its caption, or its numbers. */
export function SaveMenu({ title, lines, figure, sheet, isFormer }: SaveMenuProps) {
  const words = useContext(ViewWordsContext);
  const button = useRef<HTMLButtonElement>(null);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    if (told?.kind !== "done") return;
    const timer = setTimeout(() => setTold(undefined), doneStays);
    return () => clearTimeout(timer);
  }, [told]);
  if (!words) return null;
  const named = (ending: string) => fileName(title, words.name, ending);
  const svg = () => {
    const color = colorsOf(button.current?.closest("section") ?? document.body);
    return figureSvg(figure(), { title, lines: [...lines, ...words.lines] }, color);
  };
  const saveCsv = () => saveText(sheetCsv(sheet()), "text/csv", named("csv"));
  const savePng = () => {
    pictureOf(svg()).then(
      (png) => saveBlob(png, named("png")),
      () => setTold(failed()),
    );
  };
  const copy = (what: "image" | "table", write: () => Promise<void>, save: () => void | Promise<void>) => {
    copyOrSave(write, save).then(
      (copied) =>
        setTold(
          copied === "copied"
            ? { text: t(`charts.save.copied.${what}`), kind: "done" }
            : { text: `${t(`charts.save.${copied}`)} ${t(`charts.save.instead.${what}`)}`, kind: "instead" },
        ),
      () => setTold(failed()),
    );
  };
  const copyImage = () => {
    const png = pictureOf(svg());
    copy(
      "image",
      () => copyPicture(png),
      async () => saveBlob(await png, named("png")),
    );
  };
  return (
    <Menu position="bottom-end" withinPortal onOpen={() => setTold(undefined)}>
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" size={26} aria-label={t("charts.save.menu", { title })}>
          <IconDots size="1rem" stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isFormer && <Menu.Label>{t("charts.save.notYet")}</Menu.Label>}
        <Menu.Item disabled={isFormer} onClick={copyImage}>
          {t("charts.save.copyImage")}
        </Menu.Item>
        <Menu.Item disabled={isFormer} onClick={() => copy("table", () => copyTable(sheetToCopy(sheet())), saveCsv)}>
          {t("charts.save.copyTable")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("charts.save.download")}</Menu.Label>
        <Menu.Item disabled={isFormer} onClick={savePng}>
          {t("charts.save.png")}
        </Menu.Item>
        <Menu.Item disabled={isFormer} onClick={() => saveText(svg(), "image/svg+xml", named("svg"))}>
          {t("charts.save.svg")}
        </Menu.Item>
        <Menu.Item disabled={isFormer} onClick={saveCsv}>
          {t("charts.save.csv")}
        </Menu.Item>
      </Menu.Dropdown>
      {told && (
        <p className={classes.told} data-kind={told.kind} role={told.kind === "done" ? "status" : "alert"}>
          {told.text}
        </p>
      )}
    </Menu>
  );
}
