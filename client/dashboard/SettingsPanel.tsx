import { SegmentedControl, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { guideAddress } from "../ui/guide.ts";
import { changeLanguage } from "../ui/use-language.ts";
import { changeLook, useLook } from "../view/look.ts";
import { densities } from "../view/shared-look.ts";
import { currentLanguage, type Language, languages, t } from "../words/words.ts";
import classes from "./SettingsMenu.module.css";

/** Each language in its own words. */
const names: Record<Language, string> = { en: "English", es: "Español" };

const schemes = ["auto", "light", "dark"] as const;

function Choice({ label, children }: { label: string; children: (labelId: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.group}>
      <p className={classes.label} id={id}>
        {label}
      </p>
      {children(id)}
    </div>
  );
}

type SettingsPanelProps = {
  /** Opens how dates and numbers are written, which is not a matter of the language. */
  onFormats: () => void;
  /** Shows the keys. */
  onKeys: () => void;
};

/** Theme, height of the rows, display language; and what leads to formats and keys. All are kept in this browser. */
export function SettingsPanel({ onFormats, onKeys }: SettingsPanelProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const look = useLook();
  return (
    <>
      <Choice label={t("settings.theme")}>
        {(id) => (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-labelledby={id}
            value={colorScheme}
            data={schemes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            onChange={setColorScheme}
          />
        )}
      </Choice>
      <Choice label={t("table.density.title")}>
        {(id) => (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-labelledby={id}
            value={look.density}
            data={densities.map((value) => ({ value, label: t(`table.density.${value}`) }))}
            onChange={(density) => changeLook({ ...look, density })}
          />
        )}
      </Choice>
      <Choice label={t("settings.language")}>
        {(id) => (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-labelledby={id}
            value={currentLanguage()}
            data={languages.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
            onChange={(next) => void changeLanguage(next)}
          />
        )}
      </Choice>
      <div className={classes.lines}>
        <UnstyledButton className={classes.line} aria-haspopup="dialog" onClick={onFormats}>
          {t("settings.formats")}
          <span className={classes.example}>{t("settings.formatsHint")}</span>
        </UnstyledButton>
        <UnstyledButton className={classes.line} aria-haspopup="dialog" onClick={onKeys}>
          {t("settings.keys")}
        </UnstyledButton>
        <UnstyledButton component="a" className={classes.line} href={guideAddress} target="_blank" rel="noopener">
          {t("settings.guide")}
          <span className={classes.example}>{t("settings.guideHint")}</span>
        </UnstyledButton>
      </div>
    </>
  );
}
