import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ExportStatus } from "../../contract/export-status.ts";
import { exportFormats, formats } from "../../contract/formats.ts";
import { t } from "../words/words.ts";
import { downloadExport } from "./downloads.ts";

/** The rows that are there in every other format, without a call to Twilio. */
export function DownloadMenu({ item }: { item: ExportStatus }) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon size={24} variant="default" aria-label={t("exporting.act.otherFormats", { name: item.name })}>
          <IconChevronDown size="0.875rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {exportFormats.map((format) => (
          <Menu.Item key={format} onClick={() => void downloadExport(item.id, format)}>
            {t("exporting.act.as", { format: formats[format].name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
