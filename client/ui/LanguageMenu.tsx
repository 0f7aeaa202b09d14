import { ActionIcon, Menu } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { currentLanguage, type Language, languages, t } from "../words/words.ts";

/** Each language in its own words. */
const names: Record<Language, string> = { en: "English", es: "Español" };

type LanguageMenuProps = {
  onLanguage: (next: Language) => void;
  /** Opens how dates and numbers are written, which is not a matter of the language. */
  onRegion: () => void;
};

/** Chooses the language of the screen, and leads to how dates and numbers are written. */
export function LanguageMenu({ onLanguage, onRegion }: LanguageMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t("shell.language", { name: names[currentLanguage()] })}>
          <IconLanguage size="0.9375rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language} lang={language} onClick={() => onLanguage(language)}>
            {names[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onRegion}>{t("shell.region.open")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
