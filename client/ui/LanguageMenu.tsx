import { ActionIcon, Menu } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { currentLanguage, type Language, languages, t } from "../words/words.ts";

/** Each language in its own words. */
const names: Record<Language, string> = { en: "English", es: "Español" };

/** Chooses the language of the screen. */
export function LanguageMenu({ onLanguage }: { onLanguage: (next: Language) => void }) {
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
      </Menu.Dropdown>
    </Menu>
  );
}
