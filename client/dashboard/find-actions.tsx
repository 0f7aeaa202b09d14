import type { MantineColorScheme } from "@mantine/core";
import {
  IconArrowsDiff,
  IconBookmark,
  IconChartBar,
  IconColumns3,
  IconDeviceDesktop,
  IconDownload,
  IconFilterOff,
  IconHelp,
  IconInfoCircle,
  IconKeyboard,
  IconLink,
  IconMoon,
  IconRefresh,
  IconStack2,
  IconSun,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { type ExportFormat, exportFormats, formats } from "../../contract/formats.ts";
import { browserZone } from "../browser/zone.ts";
import { trayOpen } from "../export/tray-open.ts";
import { rangeLabel } from "../filters/range/range-label.ts";
import type { FindAction } from "../find/option.ts";
import type { SavedViews } from "../saved/saved-file.ts";
import { openGuide } from "../ui/guide.ts";
import { clearChosen, hasChosen } from "../view/choose.ts";
import { parseView } from "../view/url.ts";
import { openText, type SetView } from "../view/use-view.ts";
import { type View, withCompare, withLens } from "../view/view.ts";
import { t } from "../words/words.ts";

/** What the actions of the find box act on. */
export type FindDoings = {
  view: View;
  setView: SetView;
  refresh: () => void;
  openAccount: () => void;
  charts: { folded: boolean; onFold: () => void };
  /** Opens the export of the view, in a format where one is named. */
  exportAs: (format?: ExportFormat) => void;
  scheme: MantineColorScheme;
  setScheme: (scheme: MantineColorScheme) => void;
};

/** Presses a button of the page, which knows itself what it opens and where the focus goes. */
function press(name: "columns" | "link" | "keys"): void {
  document.querySelector<HTMLElement>(`[data-opens=${name}]`)?.click();
}

type Plain = [
  key: string,
  Icon: ComponentType<{ size: string }>,
  text: string,
  run: () => void,
  end?: string | undefined,
];

function action([key, Icon, text, run, end]: Plain): FindAction {
  const icon = <Icon size="1rem" aria-hidden />;
  return { key: `action ${key}`, icon, text, of: "words", run, ...(end === undefined ? {} : { end }) };
}

const schemes = [
  ["dark", "dark", IconMoon],
  ["light", "light", IconSun],
  ["system", "auto", IconDeviceDesktop],
] as const;

/** All that can be done from the find box. */
export function findActions(doings: FindDoings): FindAction[] {
  const { view, setView, refresh, openAccount, charts, exportAs, scheme, setScheme } = doings;
  const { folded, onFold } = charts;
  const other = view.lens === "analysis" ? "conversations" : "analysis";
  const on = (isOn: boolean) => (isOn ? t("find.actions.on") : undefined);
  const plain: Plain[] = [
    ["export", IconDownload, t("shell.exportView"), () => exportAs()],
    ...exportFormats.map((format): Plain => {
      const text = t("find.actions.exportAs", { format: formats[format].name });
      return [format, IconDownload, text, () => exportAs(format)];
    }),
    ["exports", IconStack2, t("find.actions.exports"), () => trayOpen.set(true)],
    ["refresh", IconRefresh, t("find.actions.refresh"), refresh],
    ["link", IconLink, t("find.actions.copyLink"), () => press("link")],
    ["columns", IconColumns3, t("table.columns.title"), () => press("columns")],
    ["lens", IconChartBar, t(`shell.lens.${other}`), () => setView(withLens(view, other))],
    ...(view.lens === "analysis"
      ? []
      : [["fold", IconChartBar, t(folded ? "shell.charts.show" : "shell.charts.hide"), onFold] satisfies Plain]),
    [
      "compare",
      IconArrowsDiff,
      t(view.compare ? "find.actions.uncompare" : "find.actions.compare"),
      () => setView(withCompare(view, !view.compare)),
    ],
    ...(hasChosen(view)
      ? [["clear", IconFilterOff, t("find.actions.clear"), () => setView(clearChosen(view))] satisfies Plain]
      : []),
    ...schemes.map(([key, value, Icon]): Plain => {
      return [key, Icon, t(`find.actions.${key}`), () => setScheme(value), on(scheme === value)];
    }),
    ["keys", IconKeyboard, t("find.actions.keys"), () => press("keys")],
    ["guide", IconHelp, t("settings.guide"), openGuide, t("settings.guideHint")],
    ["account", IconInfoCircle, t("find.actions.account"), openAccount],
  ];
  return plain.map(action);
}

/** The saved views, each with its time range. */
export function savedActions({ views }: SavedViews): FindAction[] {
  return views.map(({ name, search }) => ({
    key: `saved ${name}`,
    icon: <IconBookmark size="1rem" aria-hidden />,
    text: name,
    of: "data",
    end: rangeLabel(parseView(search, browserZone()).view.range),
    run: () => openText(search),
  }));
}
