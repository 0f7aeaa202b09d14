import { ActionIcon, Kbd, Modal, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconX } from "@tabler/icons-react";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { t } from "../words/words.ts";
import { FindList } from "./FindList.tsx";
import classes from "./find.module.css";
import { wantedOf } from "./match.ts";
import type { FindOption, FindSubject } from "./option.ts";
import { mostTyped } from "./read-typed.ts";
import { useActiveOption } from "./use-active.ts";
import { useFound } from "./use-found.ts";

/** So long a text has to stand still before Twilio is asked anything. */
const stillMs = 250;

export type FindDialogProps = {
  opened: boolean;
  /** The focus goes back by it, unless what was chosen takes it. */
  onClose: () => void;
  subject: FindSubject;
  /** What was pasted before it opened, and opened it. */
  pasted?: string;
};

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** A pasted list on one line: the box would join its lines. */
function pastedInto(event: ClipboardEvent<HTMLInputElement>): string | undefined {
  const pasted = event.clipboardData.getData("text");
  if (!/[\r\n\t]/.test(pasted)) return undefined;
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const from = selectionStart ?? value.length;
  return value.slice(0, from) + onOneLine(pasted) + value.slice(selectionEnd ?? from);
}

function Hints({ active }: { active: FindOption | undefined }) {
  return (
    <div className={classes.foot} aria-hidden="true">
      <span>
        <Kbd size="xs">{"↑"}</Kbd> <Kbd size="xs">{"↓"}</Kbd> {t("find.keys.move")}
      </span>
      <span>
        <Kbd size="xs">{t("keys.names.enter")}</Kbd> {t("find.keys.open")}
      </span>
      {active?.add ? (
        <span>
          <Kbd size="xs">{t("find.keys.shiftEnter")}</Kbd> {t("find.keys.add")}
        </span>
      ) : null}
      <span className={classes.last}>
        <Kbd size="xs">{t("keys.names.escape")}</Kbd> {t("find.keys.close")}
      </span>
    </div>
  );
}

function FindBox({ onClose, subject, pasted = "" }: Omit<FindDialogProps, "opened">) {
  const [text, setText] = useState(() => onOneLine(pasted).slice(0, mostTyped));
  const [still] = useDebouncedValue(text, stillMs);
  const { groups, notices, isAsking } = useFound(subject, text, still === text);
  const options = groups.flatMap((group) => group.options);
  const [id, listId, noticeId] = [useId(), useId(), useId()];
  // An id in the page has no blanks.
  const idOf = useCallback((key: string) => `${id}${encodeURIComponent(key)}`, [id]);
  const { active, point, move } = useActiveOption(options, text, idOf);
  const input = useRef<HTMLInputElement>(null);
  // At once, not a moment after it as dialogs do: one goes on typing behind the key that opened it.
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  /** The text for which Enter was pressed before there was anything to open. */
  const [early, setEarly] = useState<string>();

  const choose = useCallback(
    (option: FindOption, act: (() => void) | undefined = option.run) => {
      if (!act) return;
      onClose();
      act();
    },
    [onClose],
  );
  const [first] = options;
  const chooseFirst = useEffectEvent(() => first && choose(first));
  // However often the page is drawn meanwhile, it waits once.
  const isDue = early === text && !isAsking && first !== undefined;
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => chooseFirst());
    return () => clearTimeout(timer);
  }, [isDue]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // Keys that end a composition are the input method's.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (move(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (active) choose(active, event.shiftKey ? active.add : active.run);
      else if (isAsking) setEarly(text);
    }
  }

  const told = [...notices, ...(isAsking && early === text ? [t("find.call.soon")] : [])];
  return (
    <>
      <div className={classes.box}>
        <IconSearch size="1rem" aria-hidden />
        <input
          ref={input}
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-label={t("shell.find.label")}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-describedby={noticeId}
          aria-autocomplete="list"
          {...(active ? { "aria-activedescendant": idOf(active.key) } : {})}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          dir="auto"
          maxLength={mostTyped}
          placeholder={t("shell.find.label")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const next = pastedInto(event);
            if (next === undefined) return;
            event.preventDefault();
            setText(next.slice(0, mostTyped));
          }}
          onKeyDown={onKeyDown}
        />
        {text === "" ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("find.clear")}
            onClick={() => {
              setText("");
              input.current?.focus();
            }}
          >
            <IconX size="1rem" aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div id={noticeId} role="status" className={classes.notices}>
        {told.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
        <VisuallyHidden>{text === "" || isAsking ? "" : t("find.results", { count: options.length })}</VisuallyHidden>
      </div>
      {options.length > 0 ? (
        <FindList
          id={listId}
          groups={groups}
          wanted={wantedOf(text)}
          active={active}
          idOf={idOf}
          onPoint={point}
          onChoose={choose}
        />
      ) : null}
      <Hints active={active} />
    </>
  );
}

/** The find box: one text for ids, names, values, loaded rows, saved views and actions. */
export function FindDialog({ opened, onClose, subject, pasted = "" }: FindDialogProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      size="40rem"
      yOffset="0.375rem"
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? "" }}
    >
      <Modal.Overlay backgroundOpacity={0.22} />
      <Modal.Content aria-label={t("find.title")}>
        <FindBox onClose={onClose} subject={subject} pasted={pasted} />
      </Modal.Content>
    </Modal.Root>
  );
}
