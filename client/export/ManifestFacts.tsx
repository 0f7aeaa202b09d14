import { Button, Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ExportCheck } from "../../contract/export-check.ts";
import type { ExportStatus } from "../../contract/export-status.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { formatCount } from "../format/numbers.ts";
import { formatTime } from "../format/time.ts";
import { say, t } from "../words/words.ts";
import { followDownload } from "./downloads.ts";
import classes from "./ExportTray.module.css";
import { readManifest } from "./exports-api.ts";
import { exportFailureText } from "./failure-words.ts";

type Fact = { name: string; text: string };

function when(name: string, instant: string | undefined, zone: string): Fact[] {
  return instant === undefined ? [] : [{ name, text: formatTime(Date.parse(instant), zone) }];
}

/** Conversations in the file, and what Twilio counts. */
function checkWords(check: ExportCheck | undefined): string {
  const { verdict = "unchecked", found = 0, counted = 0 } = check ?? {};
  return verdict === "unchecked"
    ? t("exporting.details.unchecked")
    : t("exporting.details.counted", { found, counted });
}

function factsOf({ fileName, expiresAt }: ExportStatus, manifest: Manifest): Fact[] {
  const { checkpoint, source, zone, calls, finishedAt } = manifest;
  return [
    { name: t("exporting.details.file"), text: fileName },
    { name: t("exporting.details.rows"), text: formatCount(checkpoint.rows) },
    ...(manifest.selection || manifest.state === "running"
      ? []
      : [{ name: t("exporting.details.check"), text: checkWords(manifest.check) }]),
    { name: t("exporting.details.pages"), text: formatCount(checkpoint.pages) },
    { name: t("exporting.details.repeats"), text: formatCount(checkpoint.repeats) },
    { name: t("exporting.details.calls"), text: formatCount(calls) },
    { name: t("exporting.details.source"), text: `${t(`exporting.details.${source.kind}`)}. ${say(source.why)}` },
    { name: t("exporting.details.zone"), text: zone },
    ...when(t("exporting.details.finished"), finishedAt, zone),
    ...when(t("exporting.details.kept"), expiresAt, zone),
    { name: t("exporting.details.sha256"), text: checkpoint.sha256 },
  ];
}

/** The receipt of an export, from its manifest. */
export function ManifestFacts({ item }: { item: ExportStatus }) {
  const { id, state, pages } = item;
  const manifest = useQuery({ queryKey: ["export manifest", id, state, pages], queryFn: () => readManifest(id) });
  if (manifest.isError) {
    return (
      <Text size="xs" role="alert">
        {exportFailureText(manifest.error)}
      </Text>
    );
  }
  if (!manifest.data) return <Loader size="xs" role="progressbar" aria-label={t("exporting.details.loading")} />;
  return (
    <div className={classes.details}>
      <dl>
        {factsOf(item, manifest.data).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button size="compact-xs" variant="default" onClick={() => followDownload(`/api/exports/${id}/manifest`)}>
        {t("exporting.details.manifest")}
      </Button>
    </div>
  );
}
