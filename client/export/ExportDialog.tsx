import { Alert, Button, Input, Modal, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { longestName } from "../../contract/export.ts";
import { type ExportFormat, exportFormats, formats, isFormat } from "../../contract/formats.ts";
import { t } from "../words/words.ts";
import { CopyRows } from "./CopyRows.tsx";
import classes from "./ExportDialog.module.css";
import { ExportOptionsFields } from "./ExportOptionsFields.tsx";
import { ExportSummary } from "./ExportSummary.tsx";
import { createExport } from "./exports-api.ts";
import { exportFailure } from "./failure-words.ts";
import { type ExportChoices, newExport } from "./new-export.ts";
import { addOwn } from "./own-exports.ts";
import { proposedOptions } from "./proposed-options.ts";
import type { ExportSubject, SubjectWords } from "./subject.ts";
import { proposedName } from "./subject-words.ts";

export type ExportDialogProps = {
  opened: boolean;
  /** The focus goes back to where the dialog was opened from. */
  onClose: () => void;
  onStarted: () => void;
  /** What would leave now. */
  subject: ExportSubject;
  words: SubjectWords;
  /** The format that is chosen at first. */
  format?: ExportFormat | undefined;
};

/** The name is what will leave, until somebody writes another. */
type Chosen = Omit<ExportChoices, "name"> & { name: string | undefined };

function usualChoices(format: ExportFormat = "csv"): Chosen {
  return { name: undefined, format, options: proposedOptions() };
}

/** Starts exports; a refusal stays beside the choices, of which nothing is lost. */
function useStart({ subject, onStarted }: ExportDialogProps, choices: ExportChoices) {
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>();
  async function start(): Promise<void> {
    if (isStarting) return;
    setStarting(true);
    setError(undefined);
    try {
      addOwn(await createExport(newExport(subject, choices)));
      onStarted();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setStarting(false);
    }
  }
  return { isStarting, error, start };
}

/** States what will leave and in which form, and starts it. */
export function ExportDialog(props: ExportDialogProps) {
  const { opened, onClose, onStarted, subject, words } = props;
  const [choices, setChoices] = useState(() => usualChoices(props.format));
  const { name = proposedName(subject, words) } = choices;
  const { isStarting, error, start } = useStart(props, { ...choices, name });
  const formatLabel = useId();
  const { format, options } = choices;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(subject.selected ? "exporting.titleSelected" : "exporting.title")}
      size="lg"
      returnFocus={false}
      classNames={{ title: classes.title ?? "" }}
      closeButtonProps={{ "aria-label": t("exporting.close") }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <ExportSummary subject={subject} words={words} />
        <div>
          <Input.Label labelElement="div" id={formatLabel}>
            {t("exporting.format.label")}
          </Input.Label>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby={formatLabel}
            value={format}
            data={exportFormats.map((value) => ({ value, label: formats[value].name }))}
            onChange={(next) => isFormat(next) && setChoices({ ...choices, format: next })}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t(`exporting.format.${format}`)}
          </Text>
        </div>
        <ExportOptionsFields
          format={format}
          options={options}
          onOptions={(next) => setChoices({ ...choices, options: next })}
        />
        <TextInput
          label={t("exporting.options.name")}
          description={t("exporting.options.nameHint")}
          value={name}
          maxLength={longestName}
          onChange={(event) => setChoices({ ...choices, name: event.currentTarget.value })}
        />
        {error !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {t("exporting.notStarted", exportFailure(error))}{" "}
            <Button size="compact-xs" variant="default" onClick={onStarted}>
              {t("exporting.showExports")}
            </Button>
          </Alert>
        )}
        <div className={classes.foot}>
          {/* A selection is copied where it was made. */}
          {subject.selected ? <span /> : <CopyRows subject={subject} />}
          <div className={classes.buttons}>
            <Button size="xs" variant="default" onClick={onClose}>
              {t("exporting.cancelDialog")}
            </Button>
            {/* Not disabled while it starts: the focus would be lost. */}
            <Button size="xs" type="submit" data-autofocus aria-disabled={isStarting}>
              {isStarting ? t("exporting.starting") : t("exporting.start")}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  );
}
